"""The check of HTML itself finds what it should find."""

from __future__ import annotations

import pytest

from tests.html_check import problems_of

GOOD = '<html><body><h1 id="a">Nieuws</h1><label for="q">Zoek</label><input id="q"></body></html>'


def test_a_sound_page_has_no_problems() -> None:
    assert problems_of(GOOD) == []


@pytest.mark.parametrize(
    ("part", "problem"),
    [
        ("<p><div></p></div>", "closes"),
        ('<p id="a"></p>', "more than once"),
        ('<p aria-describedby="weg"></p>', "leads nowhere"),
        ('<a href="#weg">x</a>', "leads nowhere"),
        ('<img src="x">', "without alt"),
        ("<h1>Nog een</h1>", "2 times"),
        ('<p class="a" class="b"></p>', "twice"),
    ],
)
def test_each_fault_is_found(part: str, problem: str) -> None:
    found = problems_of(GOOD.replace("</body>", f"{part}</body>"))

    assert problem in "; ".join(found)
