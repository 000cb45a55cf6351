"""Read jobs (JSON, one a line), do them, tell what was found."""

from __future__ import annotations

import json
import logging
import sys
from typing import Any

import django


def main() -> None:
    answers, sys.stdout = sys.stdout, sys.stderr  # nothing else may come between the answers
    django.setup()
    logging.getLogger("django.request").setLevel(logging.CRITICAL)
    from tests.bench.inside import (
        agenda,
        building,
        editing,
        initiatives,
        mailing,
        public,
        screens,
        searching,
        signals,
        surveys,
    )

    jobs: dict[str, Any] = {}
    modules = (
        agenda, building, editing, initiatives, mailing, public, screens, searching, signals,
        surveys,
    )  # fmt: skip
    for module in modules:
        jobs |= module.JOBS
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            found = jobs[asked.pop("job")](**asked)
        except Exception as error:
            logging.exception("bench")
            found = {"error": f"{type(error).__name__}: {error}"[:500]}
        answers.write(json.dumps(found) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()
