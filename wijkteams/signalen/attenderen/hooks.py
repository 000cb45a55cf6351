"""The screen of alerts in the CMS. Registration only."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from wijkteams.membership import membership_of
from wijkteams.signalen.attenderen.counts import VIEW, screen
from wijkteams.signalen.werk.menu import register_item


class CountsItem(MenuItem):
    """To who may know how many read along."""

    def is_shown(self, request: HttpRequest) -> bool:
        return membership_of(request.user).may("rows", VIEW)  # type: ignore[arg-type]


def counts_item() -> MenuItem:
    """How many get mail."""
    return CountsItem(
        _("Mail over signalen"),
        reverse_lazy("signaalattenderingen"),
        name="signaalattenderingen",
        icon_name="mail",
        order=70,
    )


register_item("attenderingen", counts_item)


@hooks.register("register_admin_urls")
def alert_urls() -> list[URLPattern]:
    return [path("signalen/attenderingen/", screen, name="signaalattenderingen")]
