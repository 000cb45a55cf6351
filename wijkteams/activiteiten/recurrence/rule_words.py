"""A rule in plain words, without hours and end: 'elke 2e dinsdag van de maand'."""

from __future__ import annotations

from typing import Any

from django.utils.dates import MONTHS, WEEKDAYS
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkteams.activiteiten.recurrence.rule import LAST, Freq, Rule, ShortMonth

WORKING_DAYS = (0, 1, 2, 3, 4)


def joined(parts: list[str]) -> str:
    """Put words in a row: 'maandag, woensdag en vrijdag'."""
    return get_text_list(parts, _("en"))


def rule_in_words(rule: Rule) -> str:
    """Say how often, without hours, exceptions and end."""
    return SAYERS[rule.freq](rule)


def _daily(rule: Rule) -> str:
    return _every(
        (_("elke dag"), ngettext("elke %(number)s dagen", "elke %(number)s dagen", rule.interval)),
        rule,
    )


def _weekly(rule: Rule) -> str:
    if rule.interval == 1 and rule.weekdays == tuple(range(7)):
        return _daily(rule)
    if rule.weekdays == WORKING_DAYS:
        days = _("werkdag") if rule.interval == 1 else _("werkdagen")
    else:
        days = joined([str(WEEKDAYS[number]) for number in rule.weekdays])
    texts = (
        _("elke %(days)s"),
        ngettext(
            "elke %(number)s weken op %(days)s", "elke %(number)s weken op %(days)s", rule.interval
        ),
    )
    return _every(texts, rule, days=days)


def _monthly(rule: Rule) -> str:
    if rule.day is None:
        texts = (
            _("elke %(nth)s van de maand"),
            ngettext(
                "elke %(number)s maanden op de %(nth)s",
                "elke %(number)s maanden op de %(nth)s",
                rule.interval,
            ),
        )
        return _every(texts, rule, nth=_nth_weekday(rule))
    if rule.day == LAST:
        texts = (
            _("elke laatste dag van de maand"),
            ngettext(
                "elke %(number)s maanden op de laatste dag van de maand",
                "elke %(number)s maanden op de laatste dag van de maand",
                rule.interval,
            ),
        )
        return _every(texts, rule)
    texts = (
        _("elke maand op de %(day)se"),
        ngettext(
            "elke %(number)s maanden op de %(day)se",
            "elke %(number)s maanden op de %(day)se",
            rule.interval,
        ),
    )
    return _short_month(rule, _every(texts, rule, day=rule.day))


def _short_month(rule: Rule, said: str) -> str:
    if not rule.can_miss_a_month:
        return said
    if rule.short_month == ShortMonth.LAST_DAY:
        return _("%(rule)s (en anders op de laatste dag van de maand)") % {"rule": said}
    return _("%(rule)s (niet in maanden zonder die dag)") % {"rule": said}


def _yearly(rule: Rule) -> str:
    month = str(MONTHS[rule.month or 1])
    if rule.day is None:
        texts = (
            _("elk jaar op de %(nth)s van %(month)s"),
            ngettext(
                "elke %(number)s jaar op de %(nth)s van %(month)s",
                "elke %(number)s jaar op de %(nth)s van %(month)s",
                rule.interval,
            ),
        )
        return _every(texts, rule, nth=_nth_weekday(rule), month=month)
    if rule.day == LAST:
        texts = (
            _("elk jaar op de laatste dag van %(month)s"),
            ngettext(
                "elke %(number)s jaar op de laatste dag van %(month)s",
                "elke %(number)s jaar op de laatste dag van %(month)s",
                rule.interval,
            ),
        )
        return _every(texts, rule, month=month)
    texts = (
        _("elk jaar op %(day)s %(month)s"),
        ngettext(
            "elke %(number)s jaar op %(day)s %(month)s",
            "elke %(number)s jaar op %(day)s %(month)s",
            rule.interval,
        ),
    )
    return _leap_year(rule, _every(texts, rule, day=rule.day, month=month))


def _leap_year(rule: Rule, said: str) -> str:
    if not rule.can_miss_a_month:
        return said
    if rule.short_month == ShortMonth.LAST_DAY:
        return _("%(rule)s (en anders op 28 februari)") % {"rule": said}
    return _("%(rule)s (alleen in een schrikkeljaar)") % {"rule": said}


SAYERS = {
    Freq.DAILY: _daily,
    Freq.WEEKLY: _weekly,
    Freq.MONTHLY: _monthly,
    Freq.YEARLY: _yearly,
}


def _nth_weekday(rule: Rule) -> str:
    nths = [_("laatste") if nth == LAST else _("%(nth)se") % {"nth": nth} for nth in rule.nths]
    names = {"nths": joined(nths), "weekday": WEEKDAYS[rule.weekdays[0]]}
    return _("%(nths)s %(weekday)s") % names


def _every(texts: tuple[str, str], rule: Rule, **said: Any) -> str:
    """Each time, or once in so many. Two texts: not every language has a plural to tell it by."""
    text = texts[0] if rule.interval == 1 else texts[1]
    return text % (said | {"number": rule.interval})
