"""One encrypted file with everything the site must not lose, and the way back from it.

    manage.py backup  →  tables (rows as JSON, from one snapshot) and files, in a tar, encrypted
    manage.py restore →  proves the whole archive first, builds beside what there is, swaps at once

Rows do not belong to one kind of database: a city may go from SQLite to PostgreSQL and back.
"""
