"""Who may do what: the one table of roles and actions. Documents show it as it stands here."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkteams.row_actions import (
    CITY,
    ENQUETES,
    MODERATIE,
    PAPIER,
    RESPONSIBLE,
    SIGNALEN,
    SIGNALEN_CONTACT,
    TEAMWORK,
)


class Rol(models.TextChoices):
    """What somebody is in a ward's team, or in the city's."""

    WIJKBEHEERDER = "wijkbeheerder", _("Wijkbeheerder")
    REDACTEUR = "redacteur", _("Redacteur")
    SCHRIJVER = "schrijver", _("Schrijver")
    MODERATOR = "moderator", _("Moderator")
    SIGNALENTEAM = "signalenteam", _("Signalenteam")
    ENQUETETEAM = "enqueteteam", _("Enquêteteam")
    INVOERDER_PAPIER = "invoerder_papier", _("Invoerder papier")
    PENNINGMEESTER = "penningmeester", _("Penningmeester")
    STADSREDACTIE = "stadsredactie", _("Stadsredactie")
    BEHEERDER = "beheerder", _("Beheerder")


CITY_ROLES = frozenset({Rol.STADSREDACTIE, Rol.BEHEERDER})
WARD_ROLES = frozenset(Rol) - CITY_ROLES


@dataclass(frozen=True)
class Rights:
    """What a role may do with each kind of thing, by the names of Wagtail's actions."""

    pages: frozenset[str] = frozenset()
    media: frozenset[str] = frozenset()
    rows: frozenset[str] = frozenset()  # actions on rows such as buurten, by 'model.action'


_WRITE = frozenset({"add"})
_EDIT = frozenset({"add", "change", "publish", "lock", "unlock", "bulk_delete"})
_USE_MEDIA = frozenset({"add", "choose"})
_EDIT_MEDIA = frozenset({"add", "change", "delete", "choose"})

RIGHTS: dict[str, Rights] = {
    Rol.WIJKBEHEERDER: Rights(
        pages=_EDIT,
        media=_EDIT_MEDIA,
        rows=RESPONSIBLE | SIGNALEN_CONTACT,
    ),
    Rol.REDACTEUR: Rights(
        pages=_EDIT,
        media=_EDIT_MEDIA,
        rows=TEAMWORK | {"thema.add", "thema.change"},
    ),
    Rol.SCHRIJVER: Rights(
        pages=_WRITE,
        media=_USE_MEDIA,
        rows=frozenset({"locatie.add", "aanmelding.view", "editie.view"}),
    ),
    Rol.MODERATOR: Rights(rows=MODERATIE | {"signaal.view", "initiatief.view"}),
    Rol.SIGNALENTEAM: Rights(
        pages=_WRITE,
        media=_USE_MEDIA,
        rows=SIGNALEN
        | SIGNALEN_CONTACT
        | {"organisatie.add", "organisatie.change", "moderatie.view"},
    ),
    Rol.ENQUETETEAM: Rights(pages=_WRITE, media=_USE_MEDIA, rows=ENQUETES | PAPIER),
    Rol.INVOERDER_PAPIER: Rights(
        rows=frozenset(
            {
                "aanmelding.view",
                "aanmelding.add",
                "aanmelding.change",
                "abonnement.view",
                "abonnement.add",
                "abonnement.delete",
            }
        )
        | PAPIER
    ),
    Rol.PENNINGMEESTER: Rights(media=_USE_MEDIA),
    Rol.STADSREDACTIE: Rights(
        pages=_EDIT,
        media=_EDIT_MEDIA,
        rows=RESPONSIBLE | CITY,
    ),
    Rol.BEHEERDER: Rights(
        pages=_EDIT,
        media=_EDIT_MEDIA,
        rows=RESPONSIBLE | CITY | {"taak.change"},
    ),
}


def roles_with_page_action(*actions: str) -> set[str]:
    """The roles of which the table gives at least one of these actions on pages."""
    return {rol for rol, rights in RIGHTS.items() if rights.pages & set(actions)}


def roles_with_media_action(*actions: str) -> set[str]:
    """The roles of which the table gives at least one of these actions on pictures and files."""
    return {rol for rol, rights in RIGHTS.items() if rights.media & set(actions)}


def roles_with_row_action(*actions: str) -> set[str]:
    """The roles of which the table gives at least one of these 'model.action's."""
    return {rol for rol, rights in RIGHTS.items() if rights.rows & set(actions)}
