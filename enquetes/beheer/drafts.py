"""A draft to begin with: of a template, of an earlier survey, or empty."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from enquetes.beheer.sjablonen import Sjabloon
from enquetes.models import Enquete, EnqueteIndexPage, EnquetePage
from enquetes.vragen.lijst import Soort

if TYPE_CHECKING:
    from accounts.models import User

OPEN_FOR = timedelta(days=21)
CLOSES = time(23, 59)
TAKEN_ALONG = (
    "toegang",
    "anonimiteit",
    "zichtbaar",
    "eerlijk_afsluiten",
    "drempel",
    "doel",
    "uitslag_mailen",
)
OF_THE_WARD = ("retouradres", "body", "image", "image_alt", "photo_credit")
"Only for another survey of the same ward: its pictures are nobody else's."


def from_template(index: EnqueteIndexPage, found: Sjabloon, *, by: User) -> EnquetePage:
    """A draft with the questions of a template."""
    fields = {
        "title": found.titel,
        "summary": found.samenvatting,
        "vragen": copy.deepcopy(found.blokken),
        **found.velden,
    }
    return _make(index, fields, by=by)


def from_nothing(index: EnqueteIndexPage, *, by: User) -> EnquetePage:
    """A draft without questions."""
    return _make(index, {"title": _("Nieuwe enquête")}, by=by)


def from_survey(index: EnqueteIndexPage, page: EnquetePage, *, by: User) -> EnquetePage:
    """A draft that asks the same. Questions keep their ids, so that figures can be compared."""
    here = page.wijk_id == index.wijk_id
    names = (*TAKEN_ALONG, *(OF_THE_WARD if here else ()))
    questions = copy.deepcopy(list(page.vragen.raw_data))
    if not here:
        _forget_neighbourhoods(questions)
    fields: dict[str, Any] = {name: getattr(page, name) for name in names}
    fields |= {"title": page.title, "summary": page.summary, "vragen": questions}
    if here:
        fields["vorige"] = Enquete.objects.of_page(page).first()
    return _make(index, fields, by=by)


@transaction.atomic
def _make(index: EnqueteIndexPage, fields: Mapping[str, Any], *, by: User) -> EnquetePage:
    page = EnquetePage(
        **{**fields, "title": _free_title(index, str(fields["title"]))},
        closes_at=_in_three_weeks(),
        locale=index.locale,
        owner=by,
        live=False,
        has_unpublished_changes=True,
    )
    page.slug = _free_slug(index, page.title)
    index.add_child(instance=page)
    page.save_revision(user=by, log_action=True)
    return page


def _in_three_weeks() -> datetime:
    day = timezone.localdate() + OPEN_FOR
    return timezone.make_aware(datetime.combine(day, CLOSES))


def _free_title(index: EnqueteIndexPage, wanted: str) -> str:
    """Two surveys of one name cannot be told apart in the list: the later one gets its year."""
    taken = set(index.get_children().values_list("title", flat=True))
    year = timezone.localdate().year
    names = [wanted, f"{wanted} ({year})", *(f"{wanted} ({year}, {n})" for n in range(2, 1000))]
    return next(name for name in names if name not in taken)


def _free_slug(index: EnqueteIndexPage, title: str) -> str:
    wanted = slugify(title) or "enquete"
    taken = set(index.get_children().values_list("slug", flat=True))
    names = [wanted, *(f"{wanted}-{number}" for number in range(2, 1000))]
    return next(name for name in names if name not in taken)


def _forget_neighbourhoods(questions: list[Any]) -> None:
    """A condition on a neighbourhood of another ward: the editor asks to choose again."""
    asked = [vraag for stap in questions for vraag in stap["value"]["vragen"]]
    buurten = {vraag["id"] for vraag in asked if vraag["type"] == Soort.BUURT}
    for block in (*questions, *asked):
        for regel in block["value"]["als"]["regels"]:
            value = regel["value"]
            if value["vraag"] in buurten:
                kept = [one for one in value["waarden"].split() if not one.isdecimal()]
                value["waarden"] = " ".join(kept)
