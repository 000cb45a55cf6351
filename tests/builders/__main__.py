"""Build a large city into the database of the settings, for benchmarks.

    VAR_DIR=var/bench python -m tests.builders --wards 1000 --news 50000
    python -m tests.with_postgres python -m tests.builders

Makes the tables first. Never run it on a database that matters.
"""

from __future__ import annotations

import argparse
import os
import sys

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.demo")
sys.path.insert(0, "site")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wards", type=int, default=1000)
    parser.add_argument("--news", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--index", action="store_true", help="make it findable in search too")
    options = parser.parse_args()

    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from tests.builders.city import build_city

    call_command("migrate", verbosity=0)
    city = build_city(**vars(options))
    print(
        f"{len(city.wards)} wards, {city.pages} pages ({city.news} news) "
        f"in {city.seconds:.1f} s on {connection.vendor}"
    )


if __name__ == "__main__":
    main()
