"""The place of these screens in the CMS: addresses, items of the menu, what the guard asks."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from nieuws.abonnees import access, adding, bounces, exporting, one, overview, settings_screens
from nieuws.abonnees.importing import views as importing
from wijkteams.guard import OPEN, asks, declare
from wijkteams.guard.rows_table import screens_of
from wijkteams.membership import membership_of


class RightMenuItem(MenuItem):
    """Shown to whoever may do one thing somewhere."""

    action = access.VIEW

    def is_shown(self, request: HttpRequest) -> bool:
        return membership_of(request.user).may("rows", self.action)  # type: ignore[arg-type]


class SettingsMenuItem(RightMenuItem):
    """Of the settings."""

    action = access.SETTINGS


class BouncesMenuItem(RightMenuItem):
    """Of mail that came back."""

    action = access.BOUNCES


class AbonneesViewSet(ViewSet):
    """Who gets the newsletter."""

    name = "abonnees"
    url_prefix = "abonnees"
    icon = "mail"
    menu_label = _("Abonnees")
    menu_item_class = RightMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", overview.index, name="index"),
            path("toevoegen/", adding.add, name="add"),
            path("downloaden/", exporting.download, name="download"),
            path("<int:pk>/", one.one, name="one"),
            path("<int:pk>/afmelden/", one.leave, name="leave"),
            path("<int:pk>/opnieuw-vragen/", one.ask_again, name="ask_again"),
            path("teruggekomen/", bounces.index, name="bounces"),
            path("teruggekomen/bekeken/", bounces.all_seen, name="bounces_seen"),
            path("teruggekomen/<int:pk>/bekeken/", bounces.seen, name="bounce_seen"),
            path("inlezen/", importing.upload, name="imports"),
            path("inlezen/<int:pk>/", importing.one, name="import"),
            path("inlezen/<int:pk>/begin/", importing.begin, name="import_begin"),
            path("inlezen/<int:pk>/stop/", importing.stop, name="import_stop"),
            path("inlezen/<int:pk>/weg/", importing.drop, name="import_drop"),
        ]


class InstellingenViewSet(ViewSet):
    """What a team decides once about its newsletters."""

    name = "nieuwsbriefinstellingen"
    url_prefix = "nieuwsbrief/instellingen"
    icon = "cog"
    menu_label = _("Instellingen")
    menu_item_class = SettingsMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", settings_screens.which, name="index"),
            path("<int:wijk_id>/", settings_screens.edit, name="edit"),
        ]


def bounces_item() -> Any:
    """Where mail that came back is looked at."""
    return BouncesMenuItem(
        _("Teruggekomen mail"),
        reverse_lazy("abonnees:bounces"),
        name="teruggekomen",
        icon_name="warning",
        order=70,
    )


def declare_screens() -> None:
    """Called when the app is ready: the second wall in front of addresses of residents."""
    of_one = asks({"pk": access.guard_subscription})
    of_import = asks({"pk": access.guard_import})
    declare(
        {
            **{
                f"abonnees:{name}": OPEN  # each view asks for its own right, and shows own wards
                for name in ("index", "add", "download", "bounces", "bounces_seen", "imports")
            },
            **{f"abonnees:{name}": of_one for name in ("one", "leave", "ask_again")},
            "abonnees:bounce_seen": asks({"pk": access.guard_bounce}),
            **{
                f"abonnees:{name}": of_import
                for name in ("import", "import_begin", "import_stop", "import_drop")
            },
            "nieuwsbriefinstellingen:index": OPEN,
            "nieuwsbriefinstellingen:edit": asks({"wijk_id": access.guard_ward}),
            **screens_of("nieuws.Lijst"),
        }
    )
