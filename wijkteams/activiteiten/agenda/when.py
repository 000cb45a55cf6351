"""Days and hours of one time, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.utils import formats, timezone
from django.utils.translation import gettext as _

from wijkteams.activiteiten.agenda.lines import NIGHT

if TYPE_CHECKING:
    from wijkteams.activiteiten.models import Keer


@dataclass(frozen=True)
class When:
    """When something is: the day, and (unless it takes whole days) the hours."""

    day: str
    hours: str
    first: date
    last: date


def when_of(keer: Keer) -> When:
    """'zaterdag 21 november', 'van 14.00 tot 15.30 uur'. Another year stands there too."""
    begin, end = timezone.localtime(keer.starts_at), timezone.localtime(keer.ends_at)
    last = (end - (timedelta(microseconds=1) if keer.all_day else NIGHT)).date()
    last = max(last, begin.date())
    if last == begin.date():
        day = day_words(begin.date())
        hours = "" if keer.all_day else _("van %(begin)s tot %(end)s uur")
    else:
        day = _("van %(first)s tot en met %(last)s") % {
            "first": day_words(begin.date()),
            "last": day_words(last),
        }
        hours = "" if keer.all_day else _("Begint om %(begin)s uur, eindigt om %(end)s uur")
    said = {"begin": _clock(begin), "end": _clock(end)}
    return When(day, hours % said if hours else _("de hele dag"), begin.date(), last)


def day_words(day: date) -> str:
    """The day of the week goes first: that is what people remember."""
    same_year = day.year == timezone.localdate().year
    return formats.date_format(day, _("l j F") if same_year else _("l j F Y"))


def _clock(moment: datetime) -> str:
    return formats.date_format(moment, _("G.i"))
