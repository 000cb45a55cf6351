from __future__ import annotations

from typing import Any

from django.utils import timezone

from core.mail import addresses
from nieuws.abonneren import tokens
from nieuws.models import (
    Abonnee,
    Abonnement,
    Lijst,
    NieuwsbriefIndexPage,
    NieuwsbriefPage,
    NieuwsIndexPage,
    NieuwsPage,
)
from nieuws.years import add_news


def news(index: NieuwsIndexPage, title: str = "De bus rijdt weer", **fields: Any) -> NieuwsPage:
    """A published news item in this list."""
    return add_news(index, NieuwsPage(title=title, **fields))


def item(page: Any, text: str = "", **fields: Any) -> dict[str, Any]:
    """A block of a newsletter that picks a page."""
    return {"type": "item", "value": {"page": page.pk, "text": text, **fields}}


def letter(
    index: NieuwsbriefIndexPage,
    *blocks: dict[str, Any],
    title: str = "Soep voor iedereen",
    **fields: Any,
) -> NieuwsbriefPage:
    """A published newsletter with these blocks."""
    page = NieuwsbriefPage(title=title, body=list(blocks), locale=index.locale, **fields)
    index.add_child(instance=page)
    return NieuwsbriefPage.objects.get(pk=page.pk)


def reader(
    lijst: Lijst, email: str = "ria@sluisdam.example", status: str = "actief", **fields: Any
) -> Abonnement:
    """Somebody on a list; the same address is the same reader."""
    abonnee, _new = Abonnee.objects.get_or_create(
        email_key=addresses.key_of(email),
        defaults={"email": email, "code": tokens.new_code(), **fields},
    )
    now = timezone.now() if status == "actief" else None
    return Abonnement.objects.create(
        abonnee=abonnee,
        lijst=lijst,
        status=status,
        code=tokens.new_code(),
        confirmed_at=now,
        consent_at=now,
    )
