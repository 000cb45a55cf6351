"""What Wagtail must know of this room."""

from __future__ import annotations

from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from wijkteams.initiatieven.models import Initiatief
from wijkteams.initiatieven.samenvoegen.history import history
from wijkteams.initiatieven.werk.access import CHANGE
from wijkteams.initiatieven.werk.parts import register_button, register_part


def is_merged(initiatief: Initiatief) -> bool:
    """Whether it goes on in another."""
    return initiatief.samengevoegd_in_id is not None


def goes_on(initiatief: Initiatief) -> bool:
    """Whether another may go on in it."""
    return not is_merged(initiatief) and not initiatief.is_afgesloten and initiatief.is_live


register_button(_("Voeg samen"), "samenvoegen:samen", CHANGE, goes_on, order=20)
register_button(_("Maak los"), "samenvoegen:los", CHANGE, is_merged, order=20)
register_part("initiatieven/samenvoegen/logboek.html", history, order=60)


@hooks.register("register_admin_urls")
def merging_urls() -> list[URLResolver]:
    return [path("initiatieven/", include("wijkteams.initiatieven.samenvoegen.team_urls"))]
