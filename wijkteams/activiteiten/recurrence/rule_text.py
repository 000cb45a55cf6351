"""Rules as RFC 5545 writes them: `FREQ=MONTHLY;BYDAY=2TU;UNTIL=20270630`.

Read with distrust, for a text may come from somebody else's calendar: what we cannot show to a
volunteer in plain words is refused, never half understood.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wijkteams.activiteiten.recurrence.clock import detach
from wijkteams.activiteiten.recurrence.rule import LAST, Freq, Rule, ShortMonth

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
MAX_LENGTH = 300
KNOWN = {"FREQ", "INTERVAL", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "UNTIL", "COUNT", "WKST"}
TOO_OFTEN = {"SECONDLY", "MINUTELY", "HOURLY", "BYSECOND", "BYMINUTE", "BYHOUR"}
_BYDAY = re.compile(r"([+-]?[0-9]{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_NUMBER = re.compile(r"[+-]?[0-9]{1,4}")
_UNTIL = re.compile(r"([0-9]{8})(?:T([0-9]{6})(Z?))?")

NOT_OURS = _(
    "Deze herhaling kunnen we niet gebruiken. Kies een herhaling per dag, week, maand of jaar."
)
OFTEN = _("Een activiteit kan niet vaker dan één keer per dag herhaald worden.")


def write_rule(rule: Rule) -> str:
    """Write a rule as the value of an RRULE; UNTIL is a plain day."""
    return ";".join(f"{name}={value}" for name, value in parts(rule).items())


def parts(rule: Rule) -> dict[str, str]:
    """Give the parts of an RRULE, without UNTIL's time: that depends on the series."""
    found: dict[str, Any] = {"FREQ": rule.freq.value}
    if rule.interval > 1:
        found["INTERVAL"] = rule.interval
    if rule.month:
        found["BYMONTH"] = rule.month
    if rule.weekdays:
        days = [DAYS[number] for number in rule.weekdays]
        found["BYDAY"] = ",".join([f"{nth}{days[0]}" for nth in rule.nths] or days)
    found.update(_day_parts(rule))
    if rule.until:
        found["UNTIL"] = rule.until.strftime("%Y%m%d").zfill(8)
    if rule.count:
        found["COUNT"] = rule.count
    return {name: str(value) for name, value in found.items()}


def _day_parts(rule: Rule) -> dict[str, str]:
    if rule.day is None:
        return {}
    if rule.short_month == ShortMonth.SKIP:
        return {"BYMONTHDAY": str(rule.day)}
    days = ",".join(str(day) for day in range(28, rule.day + 1))  # the last of these that exists
    return {"BYMONTHDAY": days, "BYSETPOS": "-1"}


def read_rule(text: str, start: datetime | None = None) -> Rule:
    """Read the value of an RRULE; what it leaves out is taken from the first time (`start`)."""
    if len(text) > MAX_LENGTH:
        raise ValidationError(NOT_OURS, code="length")
    sent = _split(text)
    freq = sent.get("FREQ", "")
    if freq in TOO_OFTEN or sent.keys() & TOO_OFTEN:
        raise ValidationError(OFTEN, code="too_often")
    if freq not in list(Freq) or sent.keys() - KNOWN:
        raise ValidationError(NOT_OURS, code="not_ours")
    rule: dict[str, Any] = {"freq": Freq(freq), "interval": _one(sent.get("INTERVAL", "1"))}
    rule.update(READERS[Freq(freq)](sent, start))
    rule["until"] = _until(sent["UNTIL"], start) if "UNTIL" in sent else None
    rule["count"] = _one(sent["COUNT"]) if "COUNT" in sent else None
    _check_week_start(sent.get("WKST", "MO"), rule)
    return Rule(**rule)


def _split(text: str) -> dict[str, str]:
    pairs = [part.partition("=") for part in text.strip().rstrip(";").upper().split(";")]
    found = {name.strip(): value.strip() for name, _sign, value in pairs}
    if len(found) != len(pairs) or not all(found.values()):
        raise ValidationError(NOT_OURS, code="syntax")
    return found


def _daily(sent: dict[str, str], start: datetime | None) -> dict[str, Any]:
    """Every day; other calendars write working days as 'daily, on these weekdays'."""
    _refuse(sent, "BYMONTHDAY", "BYMONTH", "BYSETPOS")
    if "BYDAY" not in sent:
        return {}
    if sent.get("INTERVAL", "1") != "1":
        raise ValidationError(NOT_OURS, code="not_ours")
    return {"freq": Freq.WEEKLY} | _weekly(sent, start)


def _weekly(sent: dict[str, str], start: datetime | None) -> dict[str, Any]:
    _refuse(sent, "BYMONTHDAY", "BYMONTH", "BYSETPOS")
    days = _weekdays(sent["BYDAY"]) if "BYDAY" in sent else [(0, _from(start).weekday())]
    if any(nth for nth, _day in days):
        raise ValidationError(NOT_OURS, code="not_ours")
    return {"weekdays": tuple(day for _nth, day in days)}


def _monthly(sent: dict[str, str], start: datetime | None) -> dict[str, Any]:
    _refuse(sent, "BYMONTH")
    return _in_month(sent, start)


def _yearly(sent: dict[str, str], start: datetime | None) -> dict[str, Any]:
    if "BYMONTH" not in sent and sent.keys() & {"BYDAY", "BYMONTHDAY"}:
        raise ValidationError(NOT_OURS, code="not_ours")
    month = _one(sent["BYMONTH"]) if "BYMONTH" in sent else _from(start).month
    return {"month": month} | _in_month(sent, start)


READERS = {Freq.DAILY: _daily, Freq.WEEKLY: _weekly, Freq.MONTHLY: _monthly, Freq.YEARLY: _yearly}


def _in_month(sent: dict[str, str], start: datetime | None) -> dict[str, Any]:
    if "BYDAY" in sent:
        _refuse(sent, "BYMONTHDAY")
        return _nth_weekday(_weekdays(sent["BYDAY"]), _numbers(sent.get("BYSETPOS", "")))
    days = _numbers(sent["BYMONTHDAY"]) if "BYMONTHDAY" in sent else [_from(start).day]
    if "BYSETPOS" not in sent and len(days) == 1:
        return {"day": days[0]}
    if _numbers(sent.get("BYSETPOS", "")) == [LAST] and days == list(range(28, days[-1] + 1)):
        return {"day": days[-1], "short_month": ShortMonth.LAST_DAY}
    raise ValidationError(NOT_OURS, code="not_ours")


def _nth_weekday(days: list[tuple[int, int]], positions: list[int]) -> dict[str, Any]:
    """`2TU,4TU`, or as Outlook writes it: `TU` with BYSETPOS 2."""
    nths = [nth for nth, _day in days]
    if positions and len(days) == 1 and not nths[0]:
        nths = positions
    elif positions:
        raise ValidationError(NOT_OURS, code="not_ours")
    return {"weekdays": tuple(day for _nth, day in days), "nths": tuple(nths)}


def _weekdays(text: str) -> list[tuple[int, int]]:
    found = [_BYDAY.fullmatch(part) for part in text.split(",")]
    if not all(found):
        raise ValidationError(NOT_OURS, code="syntax")
    return [(int(match[1] or 0), DAYS.index(match[2])) for match in found if match]


def _numbers(text: str) -> list[int]:
    values = [part for part in text.split(",") if text]
    if not all(_NUMBER.fullmatch(value) for value in values):
        raise ValidationError(NOT_OURS, code="syntax")
    return [int(value) for value in values]


def _one(text: str) -> int:
    numbers = _numbers(text)
    if len(numbers) != 1:
        raise ValidationError(NOT_OURS, code="syntax")
    return numbers[0]


def _until(text: str, start: datetime | None) -> date:
    """The last day: one earlier when UNTIL lies before the hour at which it begins."""
    match = _UNTIL.fullmatch(text)
    if not match:
        raise ValidationError(NOT_OURS, code="syntax")
    try:
        moment = datetime.strptime(match[1] + (match[2] or "235959"), "%Y%m%d%H%M%S")
        local = detach(moment.replace(tzinfo=UTC)) if match[3] else moment
        early = start is not None and local.time() < start.time()
        return local.date() - timedelta(days=1) if early else local.date()
    except (ValueError, OverflowError):
        raise ValidationError(NOT_OURS, code="syntax") from None


def _check_week_start(first: str, rule: dict[str, Any]) -> None:
    """On which day a week begins matters only every so many weeks; ours begin on Monday."""
    matters = rule["freq"] == Freq.WEEKLY and rule["interval"] > 1 and len(rule["weekdays"]) > 1
    if first not in DAYS or (first != "MO" and matters):
        raise ValidationError(NOT_OURS, code="not_ours")


def _refuse(sent: dict[str, str], *names: str) -> Any:
    if sent.keys() & set(names):
        raise ValidationError(NOT_OURS, code="not_ours")


def _from(start: datetime | None) -> datetime:
    if start is None:
        raise ValidationError(NOT_OURS, code="incomplete")
    return start
