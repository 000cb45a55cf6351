"""What became of a sending, in words and numbers: of all together, never of one reader (N9)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from nieuws.models import Editie, Kliktelling, Zending

if TYPE_CHECKING:
    from datetime import datetime

    from nieuws.verzenden.services import Progress

Status = Zending.Status
SHOWN = 50


@dataclass(frozen=True)
class ReportLine:
    """One number, and what it means."""

    label: str
    number: int
    meaning: str = ""


def report_lines(progress: Progress) -> list[ReportLine]:
    """From good to bad; what is nobody's is left out, but for the first."""
    counts = progress.counts
    sent, back = progress.sent, counts[Status.TERUG]
    lines = [
        ReportLine(_("Verstuurd"), sent),
        ReportLine(_("Daarvan aangekomen, voor zover we weten"), sent - back),
        ReportLine(_("Teruggekomen"), back, _("Het adres bestaat niet, of de postbus is vol.")),
        ReportLine(
            _("Geweigerd"),
            counts[Status.GEWEIGERD],
            _("De mailserver van de lezer wil hem niet."),
        ),
        ReportLine(
            _("Onzeker"),
            counts[Status.ONZEKER],
            _("Het versturen werd net hierbij onderbroken. Kijk of je hem opnieuw stuurt."),
        ),
        ReportLine(
            _("Overgeslagen"),
            counts[Status.OVERGESLAGEN],
            _("Deze lezers meldden zich intussen af, of het versturen werd gestopt."),
        ),
        ReportLine(_("Niet meer verstuurd"), counts[Status.VERLOPEN], _("Het lukte niet op tijd.")),
        ReportLine(
            _("Afgemeld met de link in deze mail"),
            progress.editie.unsubscribed,
        ),
    ]
    return [line for number, line in enumerate(lines) if line.number or number == 0]


def words_of(progress: Progress) -> str:
    """How far it is, in one sentence."""
    editie = progress.editie
    if editie.status == Editie.Status.GEPLAND and editie.scheduled_for:
        if editie.scheduled_for <= timezone.now():
            return _("Het versturen begint zo.")
        return _("Hij gaat weg op %(moment)s.") % {"moment": _moment(editie.scheduled_for)}
    facts = {"done": progress.done, "total": progress.total}
    text = ngettext(
        "%(done)d van %(total)d mail is klaar.", "%(done)d van %(total)d mails zijn klaar.",
        progress.total,
    )  # fmt: skip
    if progress.stalled_since and editie.status == Editie.Status.BEZIG:
        return f"{text % facts} {_stalled(progress)}"
    return text % facts


def _stalled(progress: Progress) -> str:
    text = _("De mailserver antwoordt niet sinds %(since)s. We blijven het proberen.")
    assert progress.stalled_since is not None  # noqa: S101 - asked by who calls this
    said = text % {"since": _moment(progress.stalled_since)}
    if progress.next_try_at is None:
        return said
    soon = _("De volgende keer: %(moment)s.") % {"moment": _moment(progress.next_try_at)}
    return f"{said} {soon}"


def _moment(moment: datetime) -> str:
    return date_format(timezone.localtime(moment), "j F, H:i")


def clicks_of(editie: Editie) -> list[Kliktelling]:
    """How often each page was opened from this mail, the most first; only if the ward counts."""
    if not editie.count_clicks:
        return []
    return list(editie.kliktellingen.order_by("-count", "path")[:SHOWN])
