"""What a wijkteam keeps about its own people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from core.privacy import Person, Processing, register, register_harmless
from wijkteams.models import Image, Lidmaatschap, Teamlid, Uitnodiging

INVITATION_KEPT = timedelta(days=30)


def wards_of(person: Person) -> list[int]:
    """The wards in which somebody has a role: there, a first name says who is meant."""
    if person.user_id is None:
        return []
    found = Lidmaatschap.objects.filter(user_id=person.user_id, wijk__isnull=False)
    return list(found.values_list("wijk_id", flat=True))


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


# --- the team as the site shows it ----------------------------------------------------------------
def _team(person: Person) -> QuerySet[Teamlid]:
    in_own_ward = Q(name__in=person.names, page__wijk_id__in=wards_of(person))
    return Teamlid.objects.filter(in_own_ward | Q(name=person.full_name or person.email))


def _export_team(person: Person) -> list[dict[str, Any]]:
    return [{"naam": lid.name, "taak": lid.task, "pagina": lid.page.url} for lid in _team(person)]


def _erase_team(person: Person) -> int:
    pages = set(_team(person).values_list("page_id", flat=True))
    count = _team(person).delete()[0]
    wanted = person.names
    return count + change_revisions(pages, lambda content: _without_member(content, wanted))


def _without_member(content: dict[str, Any], names: set[str]) -> bool:
    before = content.get("teamleden") or []
    content["teamleden"] = [member for member in before if member.get("name") not in names]
    return len(content["teamleden"]) < len(before)


def change_revisions(pages: set[int], change: Callable[[dict[str, Any]], bool]) -> int:
    """Change what earlier versions of pages hold; counts those of which `change` says it did."""
    count = 0
    for revision in Revision.page_revisions.filter(object_id__in=[str(pk) for pk in pages]):
        content = dict(revision.content)
        if change(content):
            Revision.objects.filter(pk=revision.pk).update(content=content)
            count += 1
    return count


# --- who took a photo -----------------------------------------------------------------------------
def _photos(person: Person) -> QuerySet[Image]:
    mine = Q(photographer__in=person.names, wijk_id__in=wards_of(person))
    return Image.objects.filter(mine | Q(photographer=person.full_name or person.email))


def _export_photos(person: Person) -> list[dict[str, Any]]:
    return [{"foto": image.title, "gemaakt door": image.photographer} for image in _photos(person)]


def _erase_photos(person: Person) -> int:
    return _photos(person).update(photographer="")


def declare() -> None:
    """Called when the app is ready."""
    _declare_roles()
    _declare_public_names()
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


def _declare_public_names() -> None:
    register(
        Processing(
            key="wijkteam",
            title=_("Het wijkteam op de site"),
            who=_("Wie in een wijkteam zit en op de site wil staan"),
            data=(_("voornaam"), _("taak"), _("portret"), _("adres en telefoon van het wijkteam")),
            purpose=_("Laten zien bij wie bewoners terechtkunnen."),
            ground=_("Toestemming. U kunt die altijd intrekken."),
            retention=_("Zo lang u dat goed vindt."),
            covers={
                "wijkteams.Teamlid": ("name",),
                "wijkteams.Wijk": ("contact_email", "contact_phone"),
            },
            export=_export_team,
            erase=_erase_team,
        )
    )
    register(
        Processing(
            key="fotos",
            title=_("Foto's en documenten"),
            who=_("Wie een foto maakte, en wie foto's en documenten op de site zet"),
            data=(_("naam van de maker"), _("wie het bestand plaatste")),
            purpose=_("De maker noemen, en weten bij wie we vragen kunnen stellen."),
            ground=_("Gerechtvaardigd belang: de Auteurswet vraagt om de naam van de maker."),
            retention=_("Zo lang de foto of het document op de site staat."),
            covers={
                "wijkteams.Image": ("photographer", "uploaded_by_user"),
                "wijkteams.Document": ("uploaded_by_user",),
                "wijkteams.Importronde": ("created_by",),
            },
            export=_export_photos,
            erase=_erase_photos,
        )
    )
