"""What news says about who made it."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.privacy import Person, Processing, register
from nieuws.models import NieuwsPage
from wijkteams.privacy_names import change_revisions, wards_of


def _news(person: Person) -> QuerySet[NieuwsPage]:
    mine = Q(photo_credit__in=person.names, wijk_id__in=wards_of(person))
    return NieuwsPage.objects.filter(mine | Q(photo_credit=person.full_name or person.email))


def _export(person: Person) -> list[dict[str, Any]]:
    return [
        {"bericht": page.title, "foto gemaakt door": page.photo_credit} for page in _news(person)
    ]


def _erase(person: Person) -> int:
    wards = wards_of(person)
    written = NieuwsPage.objects.filter(Q(wijk_id__in=wards) | Q(owner_id=person.user_id or 0))
    pages = set(_news(person).values_list("pk", flat=True))
    count = NieuwsPage.objects.filter(pk__in=pages).update(photo_credit="")
    pages |= set(written.values_list("pk", flat=True))
    return count + change_revisions(pages, lambda content: _without_credit(content, person.names))


def _without_credit(content: dict[str, Any], names: set[str]) -> bool:
    if content.get("photo_credit") not in names:
        return False
    content["photo_credit"] = ""
    return True


def declare() -> None:
    """Called when the app is ready."""
    register(
        Processing(
            key="foto-bij-nieuws",
            title=_("Wie de foto bij een nieuwsbericht maakte"),
            who=_("Makers van foto's"),
            data=(_("naam"),),
            purpose=_("De maker van de foto noemen."),
            ground=_("Gerechtvaardigd belang: de Auteurswet vraagt om de naam van de maker."),
            retention=_("Zo lang het bericht op de site staat. Op verzoek halen wij uw naam weg."),
            covers={"nieuws.NieuwsPage": ("photo_credit",)},
            export=_export,
            erase=_erase,
        )
    )
