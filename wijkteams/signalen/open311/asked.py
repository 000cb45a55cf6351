"""What a program asked for: each argument read, or refused with a word that says which.

An argument without a value is as one that was not given (the standard, 'Optional Arguments').
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from core.security.malformed import UNFIT
from wijkteams.models import Wijk
from wijkteams.models.wijk import ENDED
from wijkteams.signalen.open311.answers import RefusedError

SPAN = timedelta(days=90)
"Of one question (the standard, 'GET Service Requests')."
MOST = 1000
LONGEST = 4000
STATES = ("open", "closed")


def text_of(data: QueryDict, name: str, *, most: int = LONGEST) -> str:
    """An argument without the white space around it."""
    text = str(data.get(name) or "").strip()
    if UNFIT.search(text):
        raise RefusedError(400, f"{name} holds signs that are no text")
    if len(text) > most:
        raise RefusedError(400, f"{name} is longer than {most} signs")
    return text


def list_of(data: QueryDict, name: str) -> list[str]:
    """An argument that may be given several times, or with commas."""
    joined = ",".join(data.getlist(name))
    if UNFIT.search(joined):
        raise RefusedError(400, f"{name} holds signs that are no text")
    found = [part.strip() for part in joined.split(",") if part.strip()]
    if len(found) > MOST:
        raise RefusedError(400, f"{name} holds more than {MOST} values")
    return found


def wijk_of(data: QueryDict) -> Wijk | None:
    """The ward of `jurisdiction_id`; without one: all wards."""
    slug = text_of(data, "jurisdiction_id", most=200)
    if not slug:
        return None
    wijk = Wijk.objects.exclude(status__in=ENDED).filter(slug=slug.lower()).first()
    if wijk is None:
        raise RefusedError(404, "jurisdiction_id provided was not found")
    return wijk


def states_of(data: QueryDict) -> list[str]:
    """'open' and 'closed', or one of them; both when nothing was asked."""
    found = list_of(data, "status")
    if set(found) - set(STATES):
        raise RefusedError(400, "status must be open or closed")
    return found


@dataclass(frozen=True)
class Period:
    """From when to when; at most 90 days, and without any word of it the last 90 days."""

    start: datetime
    end: datetime


def period_of(data: QueryDict) -> Period:
    """`start_date` and `end_date`. With only one of them the other lies 90 days away."""
    start, end = _moment(data, "start_date"), _moment(data, "end_date")
    if start is None:
        end = end or timezone.now()
        return Period(end - SPAN, end)
    end = end or start + SPAN
    if end < start:
        raise RefusedError(400, "end_date lies before start_date")
    if end - start > SPAN:
        raise RefusedError(400, "start_date and end_date may not span more than 90 days")
    return Period(start, end)


def _moment(data: QueryDict, name: str) -> datetime | None:
    text = text_of(data, name, most=100)
    if not text:
        return None
    try:
        # A plus in an address is a space, unless it was escaped; a day is its first moment.
        found = parse_datetime(text.replace(" ", "+") if "T" in text else f"{text}T00:00:00")
        if found is not None:
            found = found if found.tzinfo else found.replace(tzinfo=UTC)
            if 1970 <= found.year <= 9000:
                return found.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    raise RefusedError(400, f"{name} must be a moment such as 2010-01-01T00:00:00Z")


def page_of(data: QueryDict) -> tuple[int, int]:
    """From which row to which: `page` and `page_size`, an extension that most servers have."""
    page = _number(data, "page", default=1, most=1_000_000)
    size = min(_number(data, "page_size", default=MOST, most=1_000_000), MOST)
    return (page - 1) * size, page * size


def _number(data: QueryDict, name: str, *, default: int, most: int) -> int:
    text = text_of(data, name, most=100)
    if not text:
        return default
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
    if not 1 <= number <= most:
        raise RefusedError(400, f"{name} must be a whole number from 1")
    return number


def coordinate_of(data: QueryDict, name: str, most: float) -> float | None:
    """Degrees, as `lat` or `long`."""
    text = text_of(data, name, most=100)
    if not text:
        return None
    try:
        number = float(text)
    except ValueError:
        number = float("nan")
    if not -most <= number <= most:  # also what is no number at all
        raise RefusedError(400, f"{name} must be a number of degrees")
    return number
