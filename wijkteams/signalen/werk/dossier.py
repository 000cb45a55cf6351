"""A dossier: chosen signals on paper for a meeting with the municipality (requirement G15).

Made in the worker. It shows what all may see of each signal, also of one that is not on the site:
no names, of a limited one not its words, and nothing at all of a confidential one.
"""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks import task

from core.pdf import PdfError, render
from wijkteams.faces.paint import paint_of
from wijkteams.models import Wijk
from wijkteams.signalen.models import Klasse, Opvolging, Signaal, Signaaldossier
from wijkteams.signalen.models.dossier import KEPT

if TYPE_CHECKING:
    from wijkteams.signalen.models.querysets import SignaalQuerySet

SOURCE = Path(__file__).parent / "typst" / "dossier.typ"
MOST = 200
LONG = 900
"Signs: a story that may go on on the next page."
Seen: TypeAlias = "list[tuple[int, int]]"
logger = logging.getLogger(__name__)


@transaction.atomic
def order(wijk: Wijk, pks: list[int], title: str, *, by: Any) -> Signaaldossier:
    """Have a dossier made of these; confidential ones, and those of other wards, stay out."""
    row = Signaaldossier.objects.create(wijk=wijk, gekozen=pks[:MOST], title=title, made_by=by)
    make.enqueue(row.pk)
    return row


@task()
def make(pk: int) -> None:
    """Make the PDF of a row. Comes a second time, or when it is gone: does nothing."""
    waiting = Signaaldossier.objects.filter(pk=pk, stand=Signaaldossier.Stand.WACHT)
    row = waiting.select_related("wijk").first()
    if row is None:
        return
    seen = _as_seen(Signaal.objects.all(), row)
    try:
        with translation.override(settings.LANGUAGE_CODE):
            data, files = sheet_of(row)
        pdf = render(SOURCE, data, files)
    except (PdfError, OSError):
        logger.exception("dossier %s", pk)
        row.stand = Signaaldossier.Stand.MISLUKT
        row.save(update_fields=["stand"])
        return
    _lay_down(row, pdf, seen)


@transaction.atomic
def _lay_down(row: Signaaldossier, pdf: bytes, seen: Seen) -> None:
    """Keep it; or make it anew, when something of it was taken away while it was being made."""
    if _as_seen(Signaal.objects.select_for_update(of=("self",)), row) != seen:
        make.enqueue(row.pk)
        return
    row.file.save("dossier.pdf", ContentFile(pdf), save=False)
    row.stand = Signaaldossier.Stand.KLAAR
    row.save(update_fields=["file", "stand"])


def _as_seen(rows: SignaalQuerySet, row: Signaaldossier) -> Seen:
    """What each of its signals had gone through; it counts every change (`Signaal.stap`)."""
    return list(rows.filter(pk__in=row.gekozen).order_by("pk").values_list("pk", "stap"))


def make_again(signaal: Signaal) -> None:
    """What was taken away of a signal stands in no dossier of its ward any more."""
    made = Signaaldossier.objects.filter(wijk=signaal.wijk_id, stand=Signaaldossier.Stand.KLAAR)
    for row in made.select_for_update():
        if signaal.pk in row.gekozen:
            transaction.on_commit(partial(row.file.storage.delete, str(row.file.name)))
            row.file, row.stand = "", Signaaldossier.Stand.WACHT
            row.save(update_fields=["file", "stand"])
            make.enqueue(row.pk)


@task(priority=-5)
def purge_dossiers() -> int:
    """Files of more than 30 days old go, and with them the rows."""
    old = list(Signaaldossier.objects.filter(created_at__lt=timezone.now() - KEPT))
    for row in old:
        row.delete()
    return len(old)


def chosen(row: Signaaldossier) -> list[Signaal]:
    """The signals of a dossier as they are now, oldest first; never a confidential one."""
    rows = Signaal.objects.filter(pk__in=row.gekozen, wijk=row.wijk_id)
    rows = rows.exclude(klasse=Klasse.VERTROUWELIJK).select_related("categorie", "buurt")
    said = Opvolging.objects.voor_iedereen().exclude(openbare_zin="")
    near = rows.prefetch_related(Prefetch("opvolgingen", queryset=said), "fotos")
    return list(near.order_by("gemeld_op", "pk"))


def sheet_of(row: Signaaldossier) -> tuple[dict[str, Any], dict[str, bytes]]:
    """Words and pictures, as `core.pdf.render` takes them."""
    paint, wall = paint_of(row.wijk)
    files = {"muur.svg": wall}
    signals = chosen(row)
    lines = [_line(signaal, files) for signaal in signals]
    count = ngettext("%(n)s signaal van bewoners", "%(n)s signalen van bewoners", len(signals))
    today = date_format(timezone.localdate(), "j F Y")
    team = _("Wijkteam %(wijk)s") % {"wijk": row.wijk.name}
    data = {
        **paint,
        "language": settings.LANGUAGE_CODE,
        "author": team,
        "title": row.title,
        "above": team,
        "below": f"{team} · {today}",
        "intro": _("%(count)s, zoals het er op %(day)s voor stond. Zonder namen.")
        % {"count": count % {"n": len(signals)}, "day": today},
        "signals": lines,
        "labels": {"page": _("Bladzijde")},
    }
    return data, files


def _line(signaal: Signaal, files: dict[str, bytes]) -> dict[str, Any]:
    own = signaal.klasse == Klasse.OPENBAAR
    place = _("in de hele wijk") if signaal.hele_wijk else signaal.openbaar_plaats
    limited = _("%(categorie)s bij %(plaats)s") % {
        "categorie": signaal.categorie.name,
        "plaats": place or signaal.buurt or _("een plek in de wijk"),
    }
    steps = list(signaal.opvolgingen.all())
    text = signaal.tekst if own else ""
    return {
        "title": signaal.titel if own else limited,
        "facts": _facts(signaal, place),
        "text": text,
        "long": len(text) + sum(len(step.openbare_zin) for step in steps) > LONG,
        "photo": _photo(signaal, files) if own else "",
        "alt": _("Foto bij dit signaal"),
        "steps": [
            {
                "day": date_format(timezone.localtime(step.wanneer), "j F Y"),
                "text": step.openbare_zin,
            }
            for step in steps
        ],
    }


def _facts(signaal: Signaal, place: str) -> list[str]:
    told = _("verteld op %(day)s") % {
        "day": date_format(timezone.localtime(signaal.gemeld_op), "j F Y")
    }
    facts = [signaal.code, signaal.categorie.name, place, told, signaal.get_staat_display()]
    if signaal.aantal_mee:
        text = ngettext("%(n)s ander", "%(n)s anderen", signaal.aantal_mee)
        facts.append(_("ook last van: %(who)s") % {"who": text % {"n": signaal.aantal_mee}})
    return [str(fact) for fact in facts if fact]


def _photo(signaal: Signaal, files: dict[str, bytes]) -> str:
    """The first photo that the team approved; its name among the files."""
    foto = next((one for one in signaal.fotos.all() if one.is_openbaar and one.small), None)
    if foto is None:
        return ""
    name = f"foto-{foto.pk}.jpg"
    with foto.small.open("rb") as file:
        files[name] = file.read()
    return name
