"""How much a file may hold: checked before anything is built from it."""

from __future__ import annotations

MAX_BYTES = 50 * 1024 * 1024
MAX_FEATURES = 5_000
MAX_POINTS = 200_000
# Checking one shape takes time by the square of its points and of its rings.
MAX_POINTS_PER_AREA = 30_000
MAX_RINGS_PER_AREA = 500
MAX_RINGS = 10_000
# Signs outside the common alphabets make Python keep a text at four bytes for each sign.
MAX_BYTES_WITH_RARE_SIGNS = 10 * 1024 * 1024
# Brackets, braces and commas. 200,000 points and 5,000 areas with 200 properties each need about
# two million; each of them costs memory, so a small file of only brackets is a bomb.
MAX_STRUCTURE = 3_000_000
MAX_NAME = 100
MAX_CSV_ROWS = 25_000
MAX_CSV_COLUMNS = 400
MAX_CSV_CELLS = 1_000_000
MAX_REPEATED_PROBLEMS = 200
# No run keeps the database for itself longer than this, per ward.
MAX_TRANSACTION_SECONDS = 0.5
