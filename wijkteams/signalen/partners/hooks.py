"""What Wagtail must know of partners."""

from __future__ import annotations

from django.urls import URLResolver, include, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from wijkteams.organisaties.hooks import ORGANISATIES
from wijkteams.organisaties.viewset import register_button
from wijkteams.signalen.werk.menu import register_item


@hooks.register("register_admin_urls")
def partner_urls() -> list[URLResolver]:
    return [path("signaalpartners/", include("wijkteams.signalen.partners.urls"))]


def partners_item() -> MenuItem:
    """Who the ward works with: its screens are the wards' own."""
    item: MenuItem = ORGANISATIES.get_menu_item(order=70)
    return item


register_item("organisaties", partners_item)
register_button(_("Koppel hun systeem"), "signaalpartner:koppeling")
