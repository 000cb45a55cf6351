"""Who made the photo at a survey."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.privacy import Person, Processing, register
from enquetes.models import EnquetePage
from wijkteams.privacy_names import change_revisions, wards_of


def _made(person: Person) -> QuerySet[EnquetePage]:
    mine = Q(photo_credit__in=person.names, wijk_id__in=wards_of(person))
    return EnquetePage.objects.filter(mine | Q(photo_credit=person.full_name or person.email))


def _export(person: Person) -> list[dict[str, Any]]:
    return [
        {"enquête": page.title, "foto gemaakt door": page.photo_credit} for page in _made(person)
    ]


def _erase(person: Person) -> int:
    wards = wards_of(person)
    pages = set(_made(person).values_list("pk", flat=True))
    count = EnquetePage.objects.filter(pk__in=pages).update(photo_credit="")
    pages |= set(EnquetePage.objects.filter(wijk_id__in=wards).values_list("pk", flat=True))
    return count + change_revisions(pages, lambda content: _without(content, person.names))


def _without(content: dict[str, Any], names: set[str]) -> bool:
    if content.get("photo_credit") not in names:
        return False
    content["photo_credit"] = ""
    return True


def declare_credits() -> None:
    """Called when the app is ready."""
    register(
        Processing(
            key="foto-bij-enquete",
            title=_("Wie de foto bij een enquête maakte"),
            who=_("Makers van foto's"),
            data=(_("naam"),),
            purpose=_("De maker van de foto noemen."),
            ground=_("Gerechtvaardigd belang: de Auteurswet vraagt om de naam van de maker."),
            retention=_("Zo lang de enquête op de site staat. Op verzoek halen wij uw naam weg."),
            covers={"enquetes.EnquetePage": ("photo_credit",)},
            export=_export,
            erase=_erase,
        )
    )
