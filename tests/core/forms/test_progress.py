"""Where somebody is in a form of several steps, in words and in bricks."""

from __future__ import annotations

import pytest
from django.template.loader import render_to_string

from core.forms import Progress
from tests.core.forms.page import parse

NAMES = ("Wie u bent", "Foto en plek", "Nakijken")


def test_words_say_the_same_as_the_bricks() -> None:
    page = parse(render_to_string("components/progress.html", {"progress": Progress(NAMES, 2)}))

    now = page.find(attrs={"aria-current": "step"})
    assert "Stap 2 van 3: Foto en plek" in " ".join(page.get_text(" ").split())
    assert now is not None
    assert now.get_text(strip=True) == "Foto en plek"
    assert [brick["class"] for brick in page.find_all("li")] == [
        ["is-done"],
        ["is-now"],
        ["is-later"],
    ]
    assert "klaar" in page.find_all("li")[0].get_text()


@pytest.mark.parametrize("number", [0, 4])
def test_a_step_that_is_not_there_is_a_mistake_of_ours(number: int) -> None:
    with pytest.raises(ValueError, match="not one of 3"):
        Progress(NAMES, number)
