"""The group 'Wijk' in the CMS: menu, addresses, and the words of its log. Registration only."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSetGroup
from wagtail.log_actions import LogFormatter

from wijkteams import team
from wijkteams.area_viewsets import BuurtViewSet, ThemaViewSet, WijkViewSet
from wijkteams.invitation_viewset import InvitationViewSet
from wijkteams.roles import Rol
from wijkteams.takedown import LOG_TAKEN_DOWN
from wijkteams.team_viewsets import TeamViewSet
from wijkteams.wizard.viewsets import OpenWardViewSet


class WijkGroup(ModelViewSetGroup):
    """Everything about wards, under one item of the menu."""

    menu_label = gettext_lazy("Wijk")
    menu_icon = "home"
    menu_order = 200
    items = (
        WijkViewSet,
        TeamViewSet,
        InvitationViewSet,
        BuurtViewSet,
        ThemaViewSet,
        OpenWardViewSet,
    )


@hooks.register("register_admin_viewset")
def register_ward_screens() -> WijkGroup:
    return WijkGroup()


class RoleLogFormatter(LogFormatter):
    """Who got or lost which role; the name is looked up, so an erased user is gone here too."""

    text: Any = ""

    def format_message(self, log_entry: Any) -> str:
        data = log_entry.data or {}
        user = get_user_model().objects.filter(pk=data.get("user") or 0).first()
        labels = dict(Rol.choices)
        return str(self.text) % {
            "user": user or _("iemand die er niet meer is"),
            "rol": labels.get(str(data.get("rol")), ""),
            "old": labels.get(str(data.get("old")), ""),
        }


@hooks.register("register_log_actions")
def register_photo_log_action(actions: Any) -> None:
    words = (gettext_lazy("Foto weggehaald"), gettext_lazy("De foto is weg, ook van de pagina's"))
    actions.register_action(LOG_TAKEN_DOWN, *words)


@hooks.register("register_log_actions")
def register_role_log_actions(actions: Any) -> None:
    words = {
        team.LOG_ADDED: (gettext_lazy("Rol gegeven"), gettext_lazy("%(user)s werd %(rol)s")),
        team.LOG_CHANGED: (
            gettext_lazy("Rol gewijzigd"),
            gettext_lazy("%(user)s: van %(old)s naar %(rol)s"),
        ),
        team.LOG_REMOVED: (
            gettext_lazy("Rol ingetrokken"),
            gettext_lazy("%(user)s is geen %(rol)s meer"),
        ),
    }
    for action, (label, text) in words.items():
        formatter = type("Formatter", (RoleLogFormatter,), {"label": label, "text": text})
        actions.register_action(action)(formatter)
