from __future__ import annotations

import re
from datetime import time, timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from wijkteams.activiteiten.aanbod import services
from wijkteams.activiteiten.aanbod.services import SentIn
from wijkteams.activiteiten.models import Aanbod
from wijkteams.models import Wijk

SENDER = "koor@dekade.example"


def answers(**changes: Any) -> dict[str, Any]:
    """What a choir fills in."""
    day = timezone.localdate() + timedelta(days=10)
    return {
        "title": "Samen zingen",
        "day": day.strftime("%d-%m-%Y"),
        "begins": "19:30",
        "ends": "21.00",
        "when_in_words": "Elke eerste maandag",
        "place": "De Brug, Kadeweg 12",
        "audience": "Iedereen die van zingen houdt",
        "costs": "3 euro",
        "text": "We zingen liedjes van vroeger.\n\nKoffie is er ook.",
        "organisation": "Koor De Kade",
        "contact_name": "Hanneke Smit",
        "contact_email": SENDER,
        "contact_phone": "06 12 34 56 78",
        "request_key": "sleutel-een",
        **changes,
    }


def link_in(message: Any) -> str:
    """The path of the link in a mail."""
    found = re.search(r"http://testserver(/\S+)", message.body)
    assert found is not None
    return found[1]


def sent_in(wijk: Wijk | None, title: str = "Samen zingen", **changes: Any) -> Aanbod:
    """Something that was sent in and waits for its link to be clicked."""
    day = timezone.localdate() + timedelta(days=10)
    fields: dict[str, Any] = {
        "title": title,
        "day": day,
        "begins": time(19, 30),
        "ends": time(21),
        "place": "De Brug",
        "text": "We zingen liedjes van vroeger.\n\nKoffie is er ook.",
        "organisation": "Koor De Kade",
        "contact_name": "Hanneke Smit",
        "contact_email": SENDER,
        **changes,
    }
    return services.send_in(SentIn(**fields), wijk=wijk, request_key=f"sleutel {title}")


def confirmed(wijk: Wijk | None, title: str = "Samen zingen", **changes: Any) -> Aanbod:
    """The same, confirmed: an editor has to decide."""
    from wijkteams.activiteiten.aanbod.tokens import token_of

    aanbod = sent_in(wijk, title, **changes)
    services.confirm(token_of(aanbod.code))
    mail.outbox.clear()
    aanbod.refresh_from_db()
    return aanbod


@pytest.fixture
def of_haven(haven: Wijk) -> Aanbod:
    """A choir of Havenkwartier that waits for an editor."""
    return confirmed(haven)
