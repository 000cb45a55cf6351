"""Cities of a thousand wards in minutes, for tests of scale and benchmarks.

Rows are written straight into the tables: Django refuses bulk_create for pages, whose rows lie in
two tables, and saving them one by one would take hours.

    from tests.builders.city import build_city
"""
