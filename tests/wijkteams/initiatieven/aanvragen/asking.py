"""Somebody with an idea, screen by screen, as a browser without JavaScript does."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from tests.factories.pictures import picture_bytes
from wijkteams.initiatieven.aanvragen import brakes
from wijkteams.initiatieven.models import InitiatiefAanvraag, Initiatiefnemer
from wijkteams.models import Wijk

JAN, FATIMA = "jan@voorbeeld.nl", "fatima@voorbeeld.nl"
IDEA = {
    "idee": {
        "titel": "Samen boodschappen doen",
        "idee": "Elke vrijdag rijden wij met een busje naar de winkel.",
    },
    "waarom": {"waarom": "De supermarkt gaat weg."},
    "waar": {"waar": "Buurthuis De Kade"},
    "wie": {"wie": "Ik maak het rooster."},
    "nodig": {"mensen": "acht chauffeurs", "materiaal": "een busje"},
    "foto": {},
    "themas": {},
    "uzelf": {"name": "Jan Boer", "email": JAN, "phone": "", "naam_openbaar": "on"},
    "samen": {},
    "regels": {"akkoord": "on"},
}


def begin(client: Client, wijk: Wijk) -> str:
    """Past 'Zo gaat het'; gives the token of the link."""
    response = client.post(reverse("idee:nieuw"), {"wijk": wijk.slug})
    assert response.status_code == 302, response.content
    return str(response.url.split("/verder/")[1].split("/")[0])


def answer(client: Client, token: str, step: str, **sent: Any) -> Any:
    """Fill in one screen."""
    return client.post(reverse("idee:stap", args=[token, step]), sent)


def fill_in(client: Client, wijk: Wijk, /, **changes: dict[str, Any]) -> str:
    """All screens up to reading over; `changes` by the name of the screen. Gives the token."""
    token = begin(client, wijk)
    for step, said in IDEA.items():
        response = answer(client, token, step, **(said | changes.get(step, {})))
        assert response.status_code == 302, (step, response.content.decode()[-3000:])
    return token


def send(client: Client, token: str) -> Any:
    """Press 'Verstuur', as somebody who took longer than three seconds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(brakes, "FASTEST", 0.0)
        return client.post(reverse("idee:nakijken", args=[token]))


def tell(client: Client, wijk: Wijk, /, **changes: dict[str, Any]) -> InitiatiefAanvraag:
    """An idea from the first screen to the last."""
    response = send(client, fill_in(client, wijk, **changes))
    assert response.status_code == 302, response.content
    return InitiatiefAanvraag.objects.latest("pk")


def first_of(aanvraag: InitiatiefAanvraag) -> Initiatiefnemer:
    """Who asked."""
    return aanvraag.initiatiefnemers.get(uitgenodigd_door=None)


def a_photo() -> SimpleUploadedFile:
    """A photo as a telephone sends it, with all that it writes in there."""
    return SimpleUploadedFile("foto.jpg", picture_bytes("jpg"), content_type="image/jpeg")
