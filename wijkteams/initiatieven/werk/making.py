"""Out of an idea that the team accepts comes a page, an initiative, and what it asks for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.utils.html import escape, linebreaks
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from wagtail.rich_text import RichText

from core.uploads.images import CleanedFile
from wijkteams.draden.drafts import DraftUnder
from wijkteams.initiatieven.models import (
    HulpVraag,
    Initiatief,
    InitiatiefAanvraag,
    InitiatiefPage,
    InitiatievenIndexPage,
    Nodig,
    Staat,
    Stap,
)
from wijkteams.models import Image
from wijkteams.models.photo_rights import Consent, Licence
from wijkteams.permissions import page_policy

if TYPE_CHECKING:
    from wijkteams.initiatieven.werk.services import Wanted

SUMMARY, PLACE, TITLE, SENTENCE = 300, 120, 120, 300
COUNTED = frozenset({Nodig.MENSEN, Nodig.MATERIAAL})
"What is asked in numbers: eight drivers. Of 400 euro there is one."
MOST = 500
"Beyond this it is no number of people."
_draft = DraftUnder(InitiatievenIndexPage, InitiatiefPage)


def make(
    aanvraag: InitiatiefAanvraag, wanted: Wanted, *, door: Any
) -> tuple[InitiatiefPage, Initiatief]:
    """The page and its initiative; on the site unless a draft is wanted, or this user may not."""
    page = _page(aanvraag, wanted, door)
    initiatief = _initiative(aanvraag, page, wanted)
    Stap.objects.create(
        initiatief=initiatief, naar=initiatief.staat, zin=_sentence(wanted), door=door
    )
    asked_for(initiatief, aanvraag.nodig)
    revision = page.save_revision(user=door)
    may_publish = page_policy().user_has_permission_for_instance(door, "publish", page)
    if may_publish and not wanted.als_concept:
        revision.publish(user=door)
        page.refresh_from_db()
        initiatief.refresh_from_db()
    return page, initiatief


def _page(aanvraag: InitiatiefAanvraag, wanted: Wanted, door: Any) -> InitiatiefPage:
    page: Any = _draft(
        aanvraag.wijk,
        title=wanted.titel or aanvraag.titel,
        summary=wanted.samenvatting or shortened(aanvraag.idee),
        by=door,
    )
    page.waarom, page.wie = aanvraag.waarom, aanvraag.wie
    # As text, never as markup: a stranger wrote it.
    page.body = [("text", {"text": RichText(linebreaks(escape(aanvraag.idee)))})]
    page.themas = list(aanvraag.themas.all())
    if wanted.foto_alt:
        page.image = picture(aanvraag, wanted, door)
        page.image_alt = wanted.foto_alt if page.image else ""
    made: InitiatiefPage = page
    return made


def _initiative(aanvraag: InitiatiefAanvraag, page: InitiatiefPage, wanted: Wanted) -> Initiatief:
    shows_spot = wanted.toon_plek and not aanvraag.hele_wijk and aanvraag.latitude is not None
    return Initiatief.objects.create(
        translation_key=page.translation_key,
        wijk_id=aanvraag.wijk_id,
        title=page.title,
        recept_van_id=aanvraag.recept_van_id,
        staat=wanted.staat or Staat.IN_GESPREK,
        hele_wijk=aanvraag.hele_wijk or not wanted.toon_plek,
        latitude=aanvraag.latitude if shows_spot else None,
        longitude=aanvraag.longitude if shows_spot else None,
        plaats_tekst=aanvraag.plaats_tekst[:PLACE] if wanted.toon_plek else "",
    )


def _sentence(wanted: Wanted) -> str:
    return (wanted.zin.strip() or first_sentence())[:SENTENCE]


def first_sentence() -> str:
    """What residents read first in the time line, unless the volunteer writes otherwise."""
    return _("Het wijkteam denkt mee over dit idee.")


def shortened(text: str) -> str:
    """The beginning of a text, up to a whole word."""
    line = " ".join(text.split())
    if len(line) <= SUMMARY:
        return line
    return line[: SUMMARY - 1].rpartition(" ")[0] + "…"


def asked_for(initiatief: Initiatief, nodig: dict[str, str]) -> None:
    """What the idea needs, as needs that neighbours can answer."""
    for place, soort in enumerate(Nodig):
        if soort.value not in nodig:
            continue
        words = " ".join(str(nodig[soort.value]).split())
        HulpVraag.objects.create(
            initiatief=initiatief,
            soort=soort,
            titel=(words or str(soort.label))[:TITLE],
            toelichting=words[:600] if len(words) > TITLE else "",
            aantal=number_in(words) if soort in COUNTED else 1,
            volgorde=place,
        )
    initiatief.zoekt_hulp = bool(nodig)
    initiatief.save(update_fields=["zoekt_hulp"])


def number_in(words: str) -> int:
    """How many are asked: 'acht chauffeurs' is 8, '12 stoelen' is 12; else one."""
    first = words.lower().split()[:1]
    spelled = pgettext("getallen", "een twee drie vier vijf zes zeven acht negen tien elf twaalf")
    for number, word in enumerate(spelled.split(), start=1):
        if first == [word]:
            return number
    found = re.search(r"\d{1,4}", words, re.ASCII)
    return min(max(int(found[0]), 1), MOST) if found else 1


def picture(aanvraag: InitiatiefAanvraag, wanted: Wanted, door: Any) -> Image | None:
    """The photo with an idea, in the library of the ward; it was cleaned when it came in."""
    foto = aanvraag.fotos.first()
    if foto is None:
        return None
    with foto.file.open("rb") as file:
        content = file.read()
    image = Image(
        title=aanvraag.titel,
        file=CleanedFile(content, name=str(foto.file.name).rpartition("/")[2]),
        wijk=aanvraag.wijk,
        description=wanted.foto_alt,
        # No name: it would stay below the photo when its maker leaves, or is forgotten.
        photographer=_("een bewoner"),
        licence=Licence.PERMISSION,
        consent=wanted.toestemming or Consent.UNSURE,
        uploaded_by_user=door,
    )
    image.save()
    return image
