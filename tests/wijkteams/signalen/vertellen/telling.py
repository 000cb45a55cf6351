"""Somebody who tells a signal, screen by screen, as a browser without JavaScript does."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.factories.pictures import picture_bytes
from tests.factories.signalen import category
from wijkteams.models import Wijk
from wijkteams.signalen.models import Categorie, Melder, Signaal
from wijkteams.signalen.vertellen import brakes

SQUARE = {
    "type": "Polygon",
    "coordinates": [[[4.70, 52.00], [4.72, 52.00], [4.72, 52.02], [4.70, 52.02], [4.70, 52.00]]],
}
EAST = {
    "type": "Polygon",
    "coordinates": [[[4.72, 52.00], [4.74, 52.00], [4.74, 52.02], [4.72, 52.02], [4.72, 52.00]]],
}
HERE = "4.71000,52.01000"


def draw(wijk: Wijk, boundary: Any = SQUARE) -> Wijk:
    """Give a ward a border."""
    wijk.boundary = boundary
    wijk.save()
    return wijk


def begin(client: Client, wijk: Wijk | None) -> None:
    """Past 'Is er haast bij?'."""
    response = client.post(reverse("signaal_nieuw"), {"wijk": wijk.slug if wijk else ""})
    assert response.status_code == 302, response.content


def answer(client: Client, step: str, **sent: Any) -> Any:
    """Fill in one screen."""
    return client.post(reverse("signaal_stap", args=[step]), sent)


def fill_in(client: Client, wijk: Wijk | None, /, **changes: Any) -> None:
    """All screens up to reading over; `changes` by the name of the field."""
    categorie: Categorie = changes.pop("categorie", None) or category()
    foto = changes.pop("foto", None)
    begin(client, wijk)
    said = {"titel": "Het is donker bij de school", "tekst": "Al weken.", "waar": "Kadeweg 12"}
    said |= {"plek": HERE, "email": "", "phone": "", "name": ""} | changes
    answer(client, "onderwerp", categorie=categorie.pk)
    answer(client, "verhaal", titel=said["titel"], tekst=said["tekst"])
    answer(client, "foto", **({"fotos": foto} if foto is not None else {}))
    place = {name: said[name] for name in ("plek", "waar", "hele_wijk", "wijk") if name in said}
    answer(client, "plek", **place)
    contact = {name: said[name] for name in ("email", "phone", "name", "citaat") if name in said}
    answer(client, "contact", **contact)


def send(client: Client) -> Any:
    """Press 'Verstuur', as somebody who took longer than three seconds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(brakes, "FASTEST", 0.0)
        return client.post(reverse("signaal_nakijken"))


def tell(client: Client, wijk: Wijk | None, /, **changes: Any) -> Signaal:
    """Tell a signal from the first screen to the last."""
    fill_in(client, wijk, **changes)
    response = send(client)
    assert response.status_code == 302, response.content
    return Signaal.objects.latest("pk")


def teller(signaal: Signaal) -> Melder:
    """Who told it."""
    return Melder.objects.get(signaal=signaal)


def a_photo() -> SimpleUploadedFile:
    """A photo as a telephone sends it, with all that it writes in there."""
    return SimpleUploadedFile("foto.jpg", picture_bytes("jpg"), content_type="image/jpeg")


def film(content: bytes) -> SimpleUploadedFile:
    """What is no photo."""
    return SimpleUploadedFile("film.mp4", content, content_type="video/mp4")
