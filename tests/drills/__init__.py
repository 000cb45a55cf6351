"""Drills: what may go wrong goes wrong, on a real server, and what is left is counted (R-32…R-37).

    make drills                                  all, on both databases
    python -m tests.drills --database sqlite --only kills

The harness believes nothing that the site says about itself: it keeps what its own clients were
answered and what its own mail server got, and looks in the tables and files with its own eyes.
"""
