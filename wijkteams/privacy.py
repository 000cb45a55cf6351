"""What a wijkteam keeps about its own people."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.privacy import Person, Processing, register, register_harmless
from wijkteams.models import Lidmaatschap, Uitnodiging
from wijkteams.privacy_consent import declare_photo_consent
from wijkteams.privacy_names import declare_public_names
from wijkteams.privacy_organisaties import declare_organisations

INVITATION_KEPT = timedelta(days=30)


# --- roles ----------------------------------------------------------------------------------------
def _roles(person: Person) -> QuerySet[Lidmaatschap]:
    return Lidmaatschap.objects.filter(user__email=person.email)


def _export_roles(person: Person) -> list[dict[str, Any]]:
    return [
        {
            "rol": lid.get_rol_display(),
            "wijk": str(lid.wijk or ""),
            "sinds": lid.created_at.isoformat(),
        }
        for lid in _roles(person).select_related("wijk")
    ]


def _erase_roles(person: Person) -> int:
    return _roles(person).delete()[0]


# --- invitations ----------------------------------------------------------------------------------
def _export_invitations(person: Person) -> list[dict[str, Any]]:
    return [
        {
            "rol": found.get_rol_display(),
            "wijk": str(found.wijk or ""),
            "verstuurd": str(found.created_at),
        }
        for found in Uitnodiging.objects.filter(email__iexact=person.email).select_related("wijk")
    ]


def _erase_invitations(person: Person) -> int:
    return Uitnodiging.objects.filter(email__iexact=person.email).delete()[0]


def _purge_invitations(now: datetime) -> int:
    limit = now - INVITATION_KEPT
    old = Q(accepted_at__lte=limit) | Q(accepted_at=None, expires_at__lte=limit)
    return Uitnodiging.objects.filter(old).delete()[0]


def declare() -> None:
    """Called when the app is ready."""
    _declare_roles()
    declare_public_names()
    declare_photo_consent()
    declare_organisations()
    for model in ("Wijk", "Buurt", "Thema"):
        register_harmless(f"wijkteams.{model}", "name")
    register_harmless("wijkteams.Importregel", "name")


def _declare_roles() -> None:
    volunteers = _("Vrijwilligers van een wijkteam")
    register(
        Processing(
            key="rollen",
            title=_("Wie wat mag in welke wijk"),
            who=volunteers,
            data=(_("wie"), _("welke rol"), _("in welke wijk"), _("sinds wanneer")),
            purpose=_("Ervoor zorgen dat alleen het eigen wijkteam iets kan veranderen."),
            ground=_("Overeenkomst: u werkt mee aan de site."),
            retention=_("Zo lang u die rol heeft."),
            covers={"wijkteams.Lidmaatschap": ("user",)},
            export=_export_roles,
            erase=_erase_roles,
            order=70,  # others look here in which wards somebody works
        )
    )
    register(
        Processing(
            key="uitnodigingen",
            title=_("Uitnodigingen"),
            who=_("Wie gevraagd is om mee te doen in een wijkteam"),
            data=(_("e-mailadres"), _("de rol en de wijk"), _("wie u uitnodigde")),
            purpose=_("U kunnen laten beginnen met een link die alleen u kent."),
            ground=_("Stappen op weg naar een overeenkomst."),
            retention=_("30 dagen nadat de uitnodiging is aangenomen of verlopen."),
            keep=INVITATION_KEPT,
            covers={"wijkteams.Uitnodiging": ("email", "token_hash", "invited_by")},
            export=_export_invitations,
            erase=_erase_invitations,
            purge=_purge_invitations,
        )
    )
