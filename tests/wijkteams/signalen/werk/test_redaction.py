"""Taking away what should not be kept."""

from __future__ import annotations

from io import BytesIO
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse
from PIL import Image

from accounts.models import User
from tests.factories import signalen as make
from wijkteams.models import Wijk
from wijkteams.models.importronde import private_storage
from wijkteams.moderatie.models import Besluit
from wijkteams.signalen import fotos, services
from wijkteams.signalen.models import Openbaarheid, Signaal, SignaalFoto, Themasignaal
from wijkteams.signalen.werk.redaction import WEG, Box, cover, take_away_words, without

pytestmark = pytest.mark.django_db


def _picture(colour: str = "white") -> bytes:
    buffer = BytesIO()
    Image.new("RGB", (200, 100), colour).save(buffer, "JPEG")
    return buffer.getvalue()


def _photo(signaal: Signaal) -> SignaalFoto:
    return fotos.store(signaal, _picture())


def test_words_go_everywhere_in_capitals_or_not(haven: Wijk, joris: User) -> None:
    signaal = make.signal(haven, titel="Piet de Vries doet raar", tekst="PIET DE VRIES woont hier.")
    services.step(signaal.pk, signaal.staat, interne_notitie="Gebeld met Piet de Vries.")
    Themasignaal.objects.create(
        translation_key=uuid4(), signaal=signaal, citaat="Piet de Vries weer."
    )
    take_away_words(signaal.pk, ["Piet de Vries"], door=joris)
    signaal.refresh_from_db()
    everything = [signaal.titel, signaal.tekst, signaal.themas.get().citaat]
    everything += [f"{row.openbare_zin} {row.interne_notitie}" for row in signaal.opvolgingen.all()]
    assert not [text for text in everything if "vries" in text.casefold()]
    assert signaal.tekst == f"{WEG} woont hier."


def test_what_was_taken_away_is_not_taken_away_twice() -> None:
    once = without("Jan weg", ["Jan"])
    assert without(once, ["weg"]) == f"{WEG} {WEG}"
    assert without("abc", [""]) == "abc"


def test_words_are_shown_first_and_taken_away_after_that(as_joris: Client, haven: Wijk) -> None:
    signaal = make.signal(haven, tekst="Jan Bakker woont hier.")
    url = reverse("signalen:tekst", args=[signaal.pk])
    shown = as_joris.post(url, {"woorden": "Jan Bakker"})
    assert WEG in shown.content.decode()
    signaal.refresh_from_db()
    assert "Jan" in signaal.tekst
    as_joris.post(url, {"woorden": "Jan Bakker", "weg": ""})
    signaal.refresh_from_db()
    assert "Jan" not in signaal.tekst


@pytest.mark.parametrize("words", ["", "   \n ", "x", "staat er niet", "y" * 2001])
def test_words_that_are_none_are_refused(as_joris: Client, haven: Wijk, words: str) -> None:
    signaal = make.signal(haven)
    url = reverse("signalen:tekst", args=[signaal.pk])
    assert as_joris.post(url, {"woorden": words, "weg": ""}).status_code == 422


def test_pixels_are_destroyed_and_the_old_files_are_gone(
    haven: Wijk, joris: User, django_capture_on_commit_callbacks: object
) -> None:
    signaal = make.signal(haven)
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        foto = _photo(signaal)
    code, names = foto.code, [foto.file.name, foto.small.name]
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        cover(foto.pk, [Box(0, 0, 50, 100)], door=joris)
    foto.refresh_from_db()
    assert foto.code != code
    assert foto.is_bewerkt
    assert not [name for name in names if private_storage().exists(name)]
    for file in (foto.file, foto.small):
        with file.open("rb") as content, Image.open(content) as picture:
            grey = picture.convert("L")
            assert grey.getpixel((picture.width // 4, picture.height // 2)) < 30  # type: ignore[operator]
            assert grey.getpixel((picture.width - 5, picture.height // 2)) > 220  # type: ignore[operator]


def test_boxes_are_typed_in_percents(as_joris: Client, haven: Wijk) -> None:
    foto = _photo(make.signal(haven))
    url = reverse("signalen:afdekken", args=[foto.signaal_id, foto.pk])
    management = {"vak-TOTAL_FORMS": "8", "vak-INITIAL_FORMS": "0"}
    box = {"vak-0-links": "10", "vak-0-boven": "10", "vak-0-breed": "20", "vak-0-hoog": "20"}
    for wrong in (
        {},
        {"vak-0-links": "10"},
        {**box, "vak-0-breed": "0"},
        {**box, "vak-0-hoog": "x"},
    ):
        assert as_joris.post(url, management | wrong).status_code == 422
    assert as_joris.post(url, box).status_code == 422
    assert as_joris.post(url, management | box).status_code == 302
    foto.refresh_from_db()
    assert foto.is_bewerkt


def test_a_photo_is_for_the_team_of_its_ward(
    as_joris: Client, as_ans: Client, haven: Wijk, sluis: Wijk
) -> None:
    foto, hidden = _photo(make.signal(haven)), _photo(make.confidential(haven))
    url = reverse("signalen:foto", args=[foto.signaal_id, foto.pk])
    assert as_joris.get(url)["Content-Type"] == "image/jpeg"
    assert as_ans.get(url).status_code != 200
    secret = reverse("signalen:foto", args=[hidden.signaal_id, hidden.pk])
    assert as_joris.get(secret).status_code == 404
    mixed = reverse("signalen:foto", args=[foto.signaal_id, hidden.pk])
    assert as_joris.get(mixed).status_code == 404


def test_a_photo_comes_on_the_site_after_a_look(as_joris: Client, haven: Wijk) -> None:
    foto = _photo(make.signal(haven))
    url = reverse("signalen:foto_site", args=[foto.signaal_id, foto.pk])
    as_joris.post(url, {"toon": ""})
    foto.refresh_from_db()
    assert foto.is_openbaar
    signaal = foto.signaal
    services.show(signaal.pk, Openbaarheid.WACHT)  # nobody sees it yet: nothing to explain
    as_joris.post(url)
    foto.refresh_from_db()
    assert not foto.is_openbaar
    assert not Besluit.objects.exists()
