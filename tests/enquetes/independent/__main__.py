"""`python -m tests.enquetes.independent antwoorden.csv codeboek.csv cijfers.csv [drempel]`"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.enquetes.independent.attack import found
from tests.enquetes.independent.files import answers, questions, read
from tests.enquetes.independent.recompute import Survey, differences


def main() -> int:
    """How many figures are wrong or can be worked out."""
    export, codebook, published = (Path(name).read_text("utf-8") for name in sys.argv[1:4])
    threshold = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    survey, figures = Survey(answers(export), questions(codebook)), read(published)
    wrong = list(differences(survey, figures))
    seen = list(found(survey, figures, threshold))
    for line in wrong:
        print("wrong:", line)
    for line in seen:
        print("found:", line)
    print(f"{len(figures)} figures, {len(wrong)} wrong; {len(seen)} hidden numbers found")
    return len(wrong) + len(seen)


if __name__ == "__main__":
    sys.exit(main())
