"""What residents and editors type is text on every page of filling in (R-23)."""

from __future__ import annotations

import pytest

from enquetes.models import EnqueteIndexPage
from tests.enquetes.invullen.filling import Resident
from tests.factories.enquetes import key, question, step, survey
from wijkteams.models import Wijk

EVIL = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "{{ 1237*8923 }}{% debug %}",
    "javascript:alert(1)",
    "</textarea><script>alert(1)</script>",
    "\u202egnirts",
    "<!--<b>",
)
LITERAL = ("<script>alert", "<img src=x", "<svg/onload", "</textarea><script", "<!--<b>")


@pytest.mark.parametrize("evil", EVIL)
def test_an_answer_is_shown_as_it_was_typed(haven: Wijk, evil: str) -> None:
    index = EnqueteIndexPage.objects.get(wijk=haven)
    enquete = survey(
        index,
        step(1, question("kort", 1), question("lang", 2), question("keuze", 3, "A", anders=True)),
    )
    karin = Resident(enquete)
    karin.begin()
    sent = {key(1): evil, key(2): evil, key(3): "_anders", f"{key(3)}:anders": evil}
    karin.client.post(karin.url("stap", 1), sent)
    for url in (karin.url("stap", 1), karin.url("controle")):
        page = karin.client.get(url).content.decode()
        assert not any(one in page for one in LITERAL)
        assert "11037751" not in page.split("<main")[1] or "{{ 1237*8923 }}" in page


@pytest.mark.parametrize("evil", EVIL)
def test_what_an_editor_typed_is_text(haven: Wijk, evil: str) -> None:
    rows = [{"type": "item", "id": key(901), "value": evil}]
    asked = (
        question("keuze", 1, evil, evil + "2", text=evil, help=evil),
        question("matrix", 2, evil, evil + "2", rijen=rows, text=evil),
        question("rangorde", 3, evil, evil + "2", text=evil),
        question("schaal", 4, text=evil, links=evil, rechts=evil, maximum="5"),
        question("tekst", 5, text=evil),
    )
    index = EnqueteIndexPage.objects.get(wijk=haven)
    karin = Resident(survey(index, step(1, *asked, title=evil[:90], intro=evil), title=evil))
    karin.begin()
    for url in (karin.url("stap", 1), karin.url("controle"), karin.url("later")):
        page = karin.client.get(url).content.decode()
        assert not any(one in page for one in LITERAL)
