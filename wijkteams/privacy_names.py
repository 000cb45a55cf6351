"""Names that a ward shows everybody: its team, and who took a photo."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _
from wagtail.models import ReferenceIndex, Revision

from core.privacy import Person, Processing, register
from wijkteams.models import Image, Lidmaatschap, Teamlid, WijkteamPage


def wards_of(person: Person) -> list[int]:
    """The wards in which somebody has a role: there, a first name says who is meant."""
    if person.user_id is None:
        return []
    found = Lidmaatschap.objects.filter(user_id=person.user_id, wijk__isnull=False)
    return list(found.values_list("wijk_id", flat=True))


# --- the team as the site shows it ----------------------------------------------------------------
def _team(person: Person) -> QuerySet[Teamlid]:
    in_own_ward = Q(name__in=person.names, page__wijk_id__in=wards_of(person))
    named = Q(name__in=[person.full_name or person.email, *person.also])
    return Teamlid.objects.filter(in_own_ward | named)


def _export_team(person: Person) -> list[dict[str, Any]]:
    return [{"naam": lid.name, "taak": lid.task, "pagina": lid.page.url} for lid in _team(person)]


def _portraits(person: Person) -> QuerySet[Image]:
    return Image.objects.filter(pk__in=_team(person).values("image_id"))


def _team_files(person: Person) -> list[tuple[str, FieldFile]]:
    return [(f"portret-{image.pk}", image.file) for image in _portraits(person)]


def _erase_team(person: Person) -> int:
    pages = set(_team(person).values_list("page_id", flat=True))
    portraits = list(_portraits(person))
    count = _team(person).delete()[0]
    for page in WijkteamPage.objects.filter(pk__in=pages):
        ReferenceIndex.create_or_update_for_object(page)
    for image in portraits:
        # One photo may show the whole team; what others use is for an editor to decide.
        if not ReferenceIndex.get_references_to(image).exists():
            image.delete()
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
    named = Q(photographer__in=[person.full_name or person.email, *person.also])
    return Image.objects.filter(mine | named)


def _export_photos(person: Person) -> list[dict[str, Any]]:
    return [{"foto": image.title, "gemaakt door": image.photographer} for image in _photos(person)]


def _photo_files(person: Person) -> list[tuple[str, FieldFile]]:
    return [(f"foto-{image.pk}", image.file) for image in _photos(person)]


def _erase_photos(person: Person) -> int:
    return _photos(person).update(photographer="")


def declare_public_names() -> None:
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
            files=_team_files,
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
            files=_photo_files,
            erase=_erase_photos,
        )
    )
