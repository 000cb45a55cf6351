"""Paper in the CMS: its addresses, the item in the menu, a button at each survey. Registration."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from enquetes.beheer.menu import register_item, register_screen
from enquetes.papier.access import PAPER
from wijkteams.membership import membership_of


class PaperItem(MenuItem):
    """Shown to who may type in somewhere."""

    def is_shown(self, request: HttpRequest) -> bool:
        return membership_of(request.user).may("rows", PAPER)  # type: ignore[arg-type]


def paper_item() -> MenuItem:
    """Where forms that came on paper are typed in."""
    return PaperItem(
        _("Papier invoeren"),
        reverse_lazy("papier:index"),
        name="papier",
        icon_name="keyboard",
        order=40,
    )


register_item("papier", paper_item)
register_screen("papier", _("Papier invoeren"), "papier:enquete", PAPER, icon="keyboard", order=40)
register_screen(
    "papier_afdrukken",
    _("Formulier afdrukken"),
    "papier:afdrukken",
    PAPER,
    icon="doc-full",
    order=35,
)


@hooks.register("register_admin_urls")
def paper_urls() -> list[URLResolver]:
    return [path("enquetes/papier/", include("enquetes.papier.urls"))]
