"""The group 'Activiteiten' in the CMS. Registration only: the screens stand in their rooms."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSetGroup

from wijkteams.activiteiten.aanbod.screens import AanbodViewSet
from wijkteams.activiteiten.beheer import hooks as agenda_hooks
from wijkteams.activiteiten.beheer.menu import region_item
from wijkteams.activiteiten.beheer.viewsets import LocatieViewSet, VakantieViewSet
from wijkteams.activiteiten.deelnemers import hooks as people_hooks
from wijkteams.activiteiten.deelnemers.viewset import DeelnemersViewSet
from wijkteams.activiteiten.drukwerk import hooks as paper_hooks
from wijkteams.activiteiten.drukwerk.hooks import paper_item
from wijkteams.activiteiten.importing import hooks as source_hooks
from wijkteams.activiteiten.importing.viewset import BronViewSet

__all__ = ["agenda_hooks", "paper_hooks", "people_hooks", "source_hooks"]


class ActiviteitenGroup(ModelViewSetGroup):
    """Everything about activities, under one item of the menu."""

    menu_label = _("Activiteiten")
    menu_name = "activiteiten"
    menu_icon = "calendar-alt"
    menu_order = 150
    items: ClassVar[tuple[Any, ...]] = (
        DeelnemersViewSet,
        AanbodViewSet,
        BronViewSet,
        LocatieViewSet,
        VakantieViewSet,
    )

    def get_submenu_items(self) -> list[Any]:
        return [*super().get_submenu_items(), paper_item(), region_item()]


@hooks.register("register_admin_viewset")
def register_activity_screens() -> ActiviteitenGroup:
    return ActiviteitenGroup()
