"""What only shows from inside a city: queries, the database's share, the answer of one request.

Runs as a process of its own in the environment of that city. Reads a job a line, answers a line.
"""
