"""A series in plain words: 'elke 2e dinsdag van de maand, behalve in de schoolvakanties'."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkteams.activiteiten.recurrence.holidays import Kind, Period
from wijkteams.activiteiten.recurrence.rule import Rule
from wijkteams.activiteiten.recurrence.rule_words import joined, rule_in_words
from wijkteams.activiteiten.recurrence.series import Series

MOST_DATES = 5
"More separate dates than this become a number: nobody reads such a list."
DAY = timedelta(days=1)


def in_words(series: Series, since: date | None = None) -> str:
    """Say all of a series in one sentence, without capital and full stop.

    With `since`, exceptions and extra days before that day are left out: they are history.
    """
    said = [f"{in_short(series)} {_hours(series)}", _except(series, since), _also(series, since)]
    return ", ".join(part for part in (*said, _end(series.rule)) if part)


def in_short(series: Series) -> str:
    """Say how often, for in a list: 'elke maandag'. Once is the day itself."""
    if series.rule is not None:
        return rule_in_words(series.rule)
    return _("op %(day)s") % {"day": formats.date_format(series.start, "l j F Y")}


def _hours(series: Series) -> str:
    if series.all_day:
        return _whole_days(series.length.days)
    last = series.end - DAY if series.end.hour == series.end.minute == 0 else series.end
    days = (last.date() - series.start.date()).days
    said = {"start": _time(series.start), "end": _time(series.end), "days": days}
    if last != series.end:
        said["end"] = _("24.00")
    if days == 0:
        return _("van %(start)s tot %(end)s uur") % said
    if days == 1:
        return _("van %(start)s tot %(end)s uur de volgende dag") % said
    text = ngettext(
        "van %(start)s uur tot %(days)s dagen later %(end)s uur",
        "van %(start)s uur tot %(days)s dagen later %(end)s uur",
        days,
    )
    return text % said


def _whole_days(days: int) -> str:
    if days == 1:
        return _("de hele dag")
    return ngettext("%(days)s dagen lang", "%(days)s dagen lang", days) % {"days": days}


def _except(series: Series, since: date | None) -> str:
    parts = []
    if Kind.SCHOOL in series.skip:
        parts.append(_("in de schoolvakanties"))
    if Kind.PUBLIC in series.skip:
        parts.append(_("op feestdagen"))
    own = [one for one in series.closed if one.kind == Kind.OWN and _counts(one.last, since)]
    parts += [_period(one) for one in own]
    if dates := _dates(series.exdates, since):
        parts.append(_("op %(dates)s") % {"dates": dates})
    return _("behalve %(parts)s") % {"parts": joined(parts)} if parts else ""


def _also(series: Series, since: date | None) -> str:
    dates = _dates(series.rdates, since)
    return _("en ook op %(dates)s") % {"dates": dates} if dates else ""


def _end(rule: Rule | None) -> str:
    if rule is None:
        return ""
    if rule.until:
        return _("tot en met %(day)s") % {"day": _day(rule.until)}
    if rule.count:
        return ngettext("%(number)s keer", "%(number)s keer", rule.count) % {"number": rule.count}
    return ""


def _period(period: Period) -> str:
    if period.first == period.last:
        return _("op %(dates)s") % {"dates": _day(period.first)}
    said = {"first": _day(period.first), "last": _day(period.last)}
    return _("van %(first)s tot en met %(last)s") % said


def _dates(keys: Iterable[datetime], since: date | None) -> str:
    days = [key.date() for key in keys if _counts(key.date(), since)]
    if len(days) > MOST_DATES:
        return _("%(number)s dagen") % {"number": len(days)}
    return joined([_day(day) for day in days])


def _counts(day: date, since: date | None) -> bool:
    return since is None or day >= since


def _day(day: date) -> str:
    return formats.date_format(day, "j F Y")


def _time(moment: datetime) -> str:
    return formats.date_format(moment, _("G.i"))
