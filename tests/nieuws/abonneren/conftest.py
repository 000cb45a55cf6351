"""A ward with its list, and residents who ask for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias
from urllib.parse import urlsplit

import pytest
from django.core import mail

from nieuws.abonneren import services
from nieuws.models import Abonnement, Lijst
from wijkteams.models import Wijk

Mail: TypeAlias = "dict[str, str]"
Reads: TypeAlias = "Callable[[], list[Mail]]"
LINK = re.compile(r"https?://\S+/nieuwsbrief/\S+")


@pytest.fixture
def lijst(haven: Wijk) -> Lijst:
    """The newsletter of Havenkwartier."""
    return Lijst.objects.get(wijk=haven, thema=None)


@pytest.fixture
def city_list(haven: Wijk) -> Lijst:
    """The newsletter of the whole city."""
    found = Lijst.objects.filter(wijk=None, thema=None).first()
    return found or Lijst.objects.create(title="Nieuwsbrief Sluisdam", code="sluisdam")


@pytest.fixture
def mails() -> Reads:
    """What was mailed, in that order, each with the path of the link in it."""

    def read() -> list[Mail]:
        return [
            {
                "to": one.to[0],
                "subject": one.subject,
                "text": str(one.body),
                "path": path_in(str(one.body)),
            }
            for one in mail.outbox
        ]

    return read


def path_in(text: str) -> str:
    """The path of the first link to a small page."""
    found = LINK.search(text)
    return urlsplit(found[0]).path if found else ""


@pytest.fixture
def anna(lijst: Lijst) -> Abonnement:
    """Anna asked for the newsletter, and confirmed."""
    (row,) = services.ask("anna@bewoner.example", [lijst], name="Anna").abonnementen
    services.confirm(row.aanvraag)
    mail.outbox.clear()
    return Abonnement.objects.select_related("abonnee", "lijst").get(pk=row.pk)
