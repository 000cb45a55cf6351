"""The screens of the team: not before a fair close, of the own ward only, small numbers hidden."""

from __future__ import annotations

import pytest
from django.test import Client

from enquetes.models import Citaat, Enquete, Uitslag
from tests.enquetes.uitslag.crowd import AGE, DOGS, WHY, answers, close, dogs, lay_down
from tests.factories.enquetes import key
from wijkteams.models import Wijk

pytestmark = pytest.mark.django_db
SCREENS = ("", "lezen/", "getoond/")
ACTS = ("bekendmaken/", "terughalen/", "lezen/", "niet-tonen/")


def url(enquete: Enquete, name: str = "") -> str:
    return f"/beheer/enquetes/uitslag/{enquete.pk}/{name}"


@pytest.fixture
def enquete(haven: Wijk) -> Enquete:
    found = dogs(haven)
    lay_down(found, *(answers(seed) for seed in range(40)))
    return found


def test_before_a_fair_close_the_team_sees_how_many_and_no_more(
    as_joris: Client, enquete: Enquete
) -> None:
    answer = as_joris.get(url(enquete))
    html = answer.content.decode()
    assert "40" in html
    assert "sluit eerlijk af" in html
    assert "Laat zien op de site" not in html
    assert as_joris.get(url(enquete, "lezen/")).status_code in {302, 403}
    assert "Omdat" not in as_joris.get(url(enquete, "lezen/"), follow=True).content.decode()
    as_joris.post(url(enquete, "bekendmaken/"), {"vraag": [key(DOGS)]})
    assert Enquete.objects.get(pk=enquete.pk).uitslag_op is None


def test_without_a_fair_close_the_team_may_look_at_once(as_joris: Client, haven: Wijk) -> None:
    enquete = dogs(haven, eerlijk_afsluiten=False)
    lay_down(enquete, *(answers(seed) for seed in range(40)))
    html = as_joris.get(url(enquete)).content.decode()
    assert "Laat zien op de site" in html
    assert "De enquête is nog open" in html


def test_results_are_made_known_with_one_button(as_joris: Client, enquete: Enquete) -> None:
    close(enquete)
    assert "Laat de uitslag zien" in as_joris.get(url(enquete)).content.decode()
    as_joris.post(url(enquete, "bekendmaken/"), {"vraag": [key(DOGS), key(AGE)]})
    assert Uitslag.objects.get().vragen == [key(DOGS), key(AGE)]
    assert "Haal de uitslag van de site" in as_joris.get(url(enquete)).content.decode()
    as_joris.post(url(enquete, "terughalen/"))
    assert Enquete.objects.get(pk=enquete.pk).uitslag_op is None


def test_a_team_of_another_ward_sees_and_does_nothing(as_fatma: Client, enquete: Enquete) -> None:
    close(enquete)
    for name in SCREENS:
        assert as_fatma.get(url(enquete, name)).status_code in {302, 403, 404}
    for name in ACTS:
        data = {"vraag": key(DOGS), "besluit": "tonen"}
        assert as_fatma.post(url(enquete, name), data).status_code in {302, 403, 404}
    assert Enquete.objects.get(pk=enquete.pk).uitslag_op is None
    assert not Citaat.objects.exists()


def test_an_answer_is_shown_in_the_words_that_were_left(as_joris: Client, enquete: Enquete) -> None:
    close(enquete)
    (one,) = lay_down(enquete, {key(WHY): "Vraag mevrouw Jansen op 06-12345678."})
    Citaat.objects.bulk_create(
        Citaat(enquete=enquete, vraag=key(WHY), inzending=row, status="niet_tonen")
        for row in enquete.inzendingen.exclude(pk=one.pk)
    )
    html = as_joris.get(url(enquete, "lezen/")).content.decode()
    assert "mevrouw Jansen (naam)" in html
    sent = as_joris.post(
        url(enquete, "lezen/"),
        {
            "vraag": key(WHY),
            "antwoord": str(one.pk),
            "besluit": "tonen",
            "tekst": "Vraag mevrouw Jansen op 06-12345678.",
            "verberg": ["mevrouw Jansen", "06-12345678"],
        },
    )
    assert sent.status_code == 302
    quote = Citaat.objects.get(status="tonen")
    assert quote.tekst == "Vraag […] op […]."
    as_joris.post(url(enquete, "niet-tonen/"), {"citaat": quote.pk})
    quote.refresh_from_db()
    assert (quote.status, quote.tekst) == ("niet_tonen", "")


def test_of_what_is_not_shown_no_words_are_kept(as_joris: Client, enquete: Enquete) -> None:
    close(enquete)
    one = enquete.inzendingen.order_by("pk").first()
    data = {"vraag": key(WHY), "antwoord": str(one.pk), "besluit": "niet", "tekst": "Omdat"}
    as_joris.post(url(enquete, "lezen/"), data)
    as_joris.post(url(enquete, "lezen/"), data)
    assert list(Citaat.objects.values_list("status", "tekst")) == [("niet_tonen", "")]


@pytest.mark.parametrize("antwoord", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_an_answer_that_is_not_there_any_more_is_told(
    as_joris: Client, enquete: Enquete, antwoord: str
) -> None:
    close(enquete)
    data = {"vraag": key(WHY), "antwoord": antwoord, "besluit": "tonen", "tekst": "x"}
    html = as_joris.post(url(enquete, "lezen/"), data, follow=True).content.decode()
    assert "Lees deze nog een keer" in html
    assert not Citaat.objects.exists()


def test_every_screen_says_in_one_heading_what_it_is(as_joris: Client, enquete: Enquete) -> None:
    assert as_joris.get(url(enquete)).content.decode().count("<h1") == 1
    close(enquete)
    for name in SCREENS:
        assert as_joris.get(url(enquete, name)).content.decode().count("<h1") == 1, name
    for row in enquete.inzendingen.all():
        Citaat.objects.create(enquete=enquete, vraag=key(WHY), inzending=row, status="niet_tonen")
    assert as_joris.get(url(enquete, "lezen/")).content.decode().count("<h1") == 1
