"""The words of the log about calendars of others. Registration only."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy
from wagtail import hooks

from wijkteams.activiteiten.importing.screens import LOG_FETCH


@hooks.register("register_log_actions")
def register_fetch_action(actions: Any) -> None:
    words = (gettext_lazy("Kalender opgehaald"), gettext_lazy("De kalender is opgehaald"))
    actions.register_action(LOG_FETCH, *words)
