"""The poster that anybody may print."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.test import Client, TestCase
from pypdf import PdfReader

from core.pdf import render
from tests.factories.initiatieven import initiatief
from wijkteams.initiatieven.models import InitiatiefPage
from wijkteams.initiatieven.openbaar import poster, sharing
from wijkteams.models import Wijk


def test_it_is_made_at_publishing_handed_out_and_goes_with_the_initiative(
    client: Client, haven: Wijk
) -> None:
    row = initiatief(haven, title="Eten & delen: <b>samen</b> #1")
    page = InitiatiefPage.objects.get(translation_key=row.translation_key)
    url = f"/initiatief/{row.translation_key}/poster.pdf"
    poster.make_poster.func(page.pk)
    told = client.get(page.get_url()).content.decode()
    assert url in told
    assert "hang de poster op" in told
    answer = client.get(url)
    assert b"".join(answer.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]
    page.unpublish()
    assert client.get(url).status_code == 404
    with TestCase.captureOnCommitCallbacks(execute=True):
        row.delete()
    assert not poster.is_made(row.translation_key, "nl")


def test_nobody_is_told_to_hang_up_what_is_not_made(
    client: Client, haven: Wijk, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = InitiatiefPage.objects.get(translation_key=initiatief(haven).translation_key)
    monkeypatch.setattr(sharing, "is_made", lambda *_of: False)
    assert "hang de poster op" not in client.get(page.get_url()).content.decode()


def test_it_says_what_why_and_whom_to_call(haven: Wijk) -> None:
    haven.contact_phone = "0182 123 456"
    haven.save()
    row = initiatief(haven)
    page = InitiatiefPage.objects.get(translation_key=row.translation_key)
    page.waarom = "De winkel ging dicht."
    data, files = poster.sheet_of(page)
    assert data["title"] == "Boodschappenbus"
    assert data["why"] == "De winkel ging dicht."
    assert data["contact"][0] == "Bel 0182 123 456"
    assert page.slug in data["short"]
    assert files["qr.svg"].startswith(b"<svg")


@pytest.mark.parametrize("length", [0, 10, 900])
def test_words_of_any_length_fit_on_one_sheet(haven: Wijk, length: int) -> None:
    row = initiatief(haven, title="Lang")
    page = InitiatiefPage.objects.get(translation_key=row.translation_key)
    page.title, page.summary, page.waarom = "W" * 200, "woord " * 60, "woord " * (length // 6)
    data, files = poster.sheet_of(page)
    assert len(PdfReader(BytesIO(render(poster.SOURCE, data, files))).pages) == 1


def test_a_long_word_in_the_name_is_set_smaller_than_the_sheet_is_wide(haven: Wijk) -> None:
    row = initiatief(haven)
    page = InitiatiefPage.objects.get(translation_key=row.translation_key)

    def size_of(title: str) -> float:
        page.title = title
        data, files = poster.sheet_of(page)
        sizes: list[float] = []
        PdfReader(BytesIO(render(poster.SOURCE, data, files))).pages[0].extract_text(
            visitor_text=lambda text, cm, tm, font, size: sizes.append(abs(tm[0] * cm[0]) * size)
        )
        return max(sizes)

    assert size_of("Boodschappenservice") < size_of("Bus")
