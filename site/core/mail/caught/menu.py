"""The item 'Uitgaande mail' in the menu of the CMS."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem


class CaughtMailItem(MenuItem):
    """Shown where mail is caught."""

    def is_shown(self, request: HttpRequest) -> bool:
        return settings.MAIL_CAUGHT_DIR is not None


@hooks.register("register_admin_menu_item")
def caught_mail_item() -> MenuItem:
    return CaughtMailItem(
        _("Uitgaande mail"),
        reverse_lazy("uitgaande_mail:index"),
        name="uitgaande-mail",
        icon_name="mail",
        order=9000,
    )
