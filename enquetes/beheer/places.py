"""Where somebody may make a survey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from enquetes.models import EnqueteIndexPage
from wijkteams.membership import membership_of

MOST = 12
"More wards than this are not offered as buttons: then one goes by the dashboard of the ward."


@dataclass(frozen=True)
class Place:
    """A button to make a survey in one ward, or for the city."""

    name: str
    url: str


def places_to_make(user: Any) -> list[Place]:
    """One for each ward in which the user may write, the city first."""
    membership = membership_of(user)
    wards = membership.wards_with("pages", "add")
    is_city = membership.is_superuser or None in wards
    own = Q(wijk_id__in=[pk for pk in wards if pk is not None])
    if is_city:
        own |= Q(wijk=None)
    pages = EnqueteIndexPage.objects.filter(own, locale__language_code=settings.LANGUAGE_CODE)
    found = pages.select_related("wijk").order_by("wijk__name")[:MOST]
    in_order = sorted(found, key=lambda page: page.wijk is not None)
    return [Place(_name(page), reverse("enquetes:maak", args=[page.pk])) for page in in_order]


def _name(page: EnqueteIndexPage) -> str:
    return page.wijk.name if page.wijk is not None else _("de stad")
