"""How many were found, and what one reads when there is nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkteams.activiteiten.agenda.bar import all_off
from wijkteams.activiteiten.agenda.periods import TODAY, WEEK, WEEKEND

if TYPE_CHECKING:
    from wijkteams.activiteiten.agenda.asked import Asked


@dataclass(frozen=True)
class Empty:
    """A friendly word instead of a list; `url` widens the choice."""

    title: str
    text: str
    url: str = ""
    link_text: str = ""


def result_words(asked: Asked, count: int | None, today: date) -> str:
    """'9 activiteiten dit weekend'; without a number where nobody counted."""
    if count is None:
        return _("Alles wat er te doen is")
    number = ngettext("%(count)s activiteit", "%(count)s activiteiten", count) % {
        "count": formats.number_format(count, use_l10n=True, force_grouping=True)
    }
    return _("%(number)s %(when)s") % {"number": number, "when": when_words(asked, today)}


def when_words(asked: Asked, today: date) -> str:
    """'vandaag', 'op maandag 7 december', 'in december 2026'."""
    if asked.maand is not None:
        return _("in %(month)s") % {"month": formats.date_format(asked.maand.first, "F Y")}
    if asked.dag is not None and asked.dag != today:
        pattern = _("l j F") if asked.dag.year == today.year else _("l j F Y")
        return _("op %(day)s") % {"day": formats.date_format(asked.dag, pattern)}
    words = {TODAY: _("vandaag"), WEEKEND: _("dit weekend"), WEEK: _("deze week")}
    if asked.dag == today:
        return words[TODAY]
    return words.get(asked.wanneer) or _("de komende tijd")


def empty_words(asked: Asked, today: date) -> Empty:
    """Nothing found: by what was chosen, or because nobody has anything planned."""
    when = when_words(asked, today)
    if asked.is_narrowed:
        return Empty(
            title=_("Niets gevonden"),
            text=_("Er is %(when)s niets dat bij al uw keuzes past.") % {"when": when},
            url=all_off(asked),
            link_text=_("Haal de keuzes weg"),
        )
    past = (asked.dag or (asked.maand and asked.maand.last) or today) < today
    if past:
        return Empty(_("Er was niets"), _("Er stond %(when)s niets in de agenda.") % {"when": when})
    return Empty(
        title=_("Nog niets %(when)s") % {"when": when},
        text=_("Ruimte genoeg voor uw idee. Koffie voor de straat is al een activiteit."),
    )
