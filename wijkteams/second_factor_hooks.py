"""The second factor in the CMS: links, the screen of the city, the words of the log."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks

from wijkteams.second_factor_reset import LOG_RESET, reset_view


@hooks.register("register_admin_urls")
def register_reset_screen() -> list[URLPattern]:
    return [path("tweede-stap/<int:pk>/uitzetten/", reset_view, name="tweede_stap_uitzetten")]


@hooks.register("register_account_menu_item")
def link_to_own_log_in(request: HttpRequest) -> dict[str, Any]:
    """E-mail, password and second step have one door, that asks for a proof first."""
    return {
        "label": _("Veilig inloggen"),
        "url": reverse("mfa_index"),
        "help_text": _("Je e-mailadres, je wachtwoord, je tweede stap en waar je bent ingelogd."),
    }


@hooks.register("register_log_actions")
def register_log_action(actions: Any) -> None:
    label = gettext_lazy("Tweede stap uitgezet")
    actions.register_action(LOG_RESET, label, gettext_lazy("De tweede stap is uitgezet"))
