"""The place of the check in the CMS. Registration only."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from nieuws.retouren.dnscheck.views import index, may_look


class MailCheckItem(MenuItem):
    """Shown to whoever runs the site."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_look(request.user)


@hooks.register("register_admin_urls")
def register_mail_check_urls() -> list[URLPattern]:
    return [path("mailcontrole/", index, name="mailcontrole")]


@hooks.register("register_reports_menu_item")
def register_mail_check_item() -> MailCheckItem:
    title = _("Controle van de mail")
    return MailCheckItem(
        title, reverse_lazy("mailcontrole"), name="mailcontrole", icon_name="mail", order=865
    )
