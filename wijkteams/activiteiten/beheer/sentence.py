"""What a volunteer's answers become, in a sentence of plain Dutch."""

from __future__ import annotations

from datetime import date

from django.utils import formats, timezone
from django.utils.text import capfirst, get_text_list
from django.utils.translation import gettext as _

from wijkteams.activiteiten.recurrence.expand import upcoming
from wijkteams.activiteiten.recurrence.holidays import Kind
from wijkteams.activiteiten.recurrence.series import Series
from wijkteams.activiteiten.recurrence.words import in_words

SHOWN = 4


def sentence(series: Series, today: date | None = None) -> str:
    """'Elke maandag van 10.00 tot 12.00 uur. De eerste keren: maandag 11 januari, …'"""
    today = today or timezone.localdate()
    said = [capfirst(in_words(series, since=today)) + "."]
    days = [timezone.localtime(one.start).date() for one in upcoming(series, today, SHOWN)]
    if series.rule is None and not series.rdates:
        if not days:
            said.append(_("Let op: deze dag is al geweest."))
    elif not days:
        said.append(_("Let op: alle keren zijn al geweest."))
    else:
        said.append(_days(days, begun=series.start.date() < today))
    return " ".join([*said, *_warnings(series)])


def _days(days: list[date], *, begun: bool) -> str:
    named = [formats.date_format(day, "j F") for day in days[:-1]]
    named.append(formats.date_format(days[-1], "j F Y"))
    text = _("De volgende keren: %(days)s.") if begun else _("De eerste keren: %(days)s.")
    return text % {"days": get_text_list(named, _("en"))}


def _warnings(series: Series) -> list[str]:
    """That the schools' holidays were never filled in, nobody would notice before the summer."""
    if Kind.SCHOOL not in series.skip or any(one.kind == Kind.SCHOOL for one in series.closed):
        return []
    return [
        _(
            "Let op: er staan nog geen schoolvakanties in de lijst, dus er wordt nog niets "
            "overgeslagen. De stadsredactie vult die lijst in."
        )
    ]
