"""Partners in the CMS, and the words of their log. Their item stands in the menu of signals."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from wijkteams.organisaties import proposals, services
from wijkteams.organisaties.looking import PartnersPanel
from wijkteams.organisaties.viewset import OrganisatieViewSet

ORGANISATIES = OrganisatieViewSet()


@hooks.register("register_admin_viewset")
def partner_screens() -> OrganisatieViewSet:
    return ORGANISATIES


@hooks.register("construct_homepage_panels")
def partners_to_look_at(request: HttpRequest, panels: list[Any]) -> None:
    """Among what waits for the team."""
    panels.append(PartnersPanel())


@hooks.register("register_log_actions")
def register_partner_log_actions(actions: Any) -> None:
    words = {
        services.LOG_LINK: (_("Link gestuurd"), _("De contactpersoon kreeg de link")),
        services.LOG_CHECKED: (_("Nagekeken"), _("De organisatie zei dat alles klopt")),
        services.LOG_CHANGED: (_("Zelf bijgewerkt"), _("De organisatie paste zelf iets aan")),
        proposals.LOG_TAKEN: (_("Overgenomen"), _("Wat de organisatie aanpaste, staat op de site")),
        proposals.LOG_REFUSED: (_("Niet overgenomen"), _("Wat de organisatie aanpaste, niet")),
    }
    for action, (label, text) in words.items():
        actions.register_action(action, label, text)
