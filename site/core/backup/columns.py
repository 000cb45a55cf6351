"""How one column travels: written the same whatever database it comes from, read by either."""

from __future__ import annotations

import base64
import json
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

Json = Any
Field = models.Field[Any, Any]


def kind_of(field: Field) -> str:
    """The name of the way a column travels: that of what a key points at, for a key."""
    while field.is_relation and getattr(field, "target_field", None) is not None:
        field = field.target_field  # type: ignore[attr-defined]
    return field.get_internal_type()


def packer(field: Field) -> Callable[[Any], Json]:
    """Turns what the database gives for this column into something JSON can hold."""
    kind = kind_of(field)
    if kind == "DecimalField":
        step = Decimal(1).scaleb(-(getattr(field, "decimal_places", 0) or 0))
        return lambda value: None if value is None else str(Decimal(str(value)).quantize(step))
    pack = _PACK.get(kind, _as_it_is)
    return lambda value: None if value is None else pack(value)


def unpacker(field: Field, connection: BaseDatabaseWrapper) -> Callable[[Json], Any]:
    """Turns it back into what this database takes."""
    kind = kind_of(field)
    if kind == "UUIDField" and not connection.features.has_native_uuid_field:
        return lambda value: None if value is None else uuid.UUID(value).hex
    if kind == "DateTimeField":
        adapt = connection.ops.adapt_datetimefield_value
        return lambda value: None if value is None else adapt(datetime.fromisoformat(value))
    if kind == "DurationField" and not connection.features.has_native_duration_field:
        return lambda value: value
    unpack = _UNPACK.get(kind, _as_it_is)
    return lambda value: None if value is None else unpack(value)


def canonical(field: Field, value: Json) -> Json:
    """The form that is compared: the order of JSON's keys is no part of what it says."""
    if value is not None and kind_of(field) == "JSONField":
        return json.loads(value, parse_float=_number)
    return value


def _number(text: str) -> float | int:
    """PostgreSQL gives 1e2 back as 100: the same number, so the same row."""
    number = float(text)
    return int(number) if number.is_integer() else number


def _as_it_is(value: Any) -> Json:
    return value


def _moment(value: datetime | str) -> str:
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.isoformat(timespec="microseconds")


def _day_or_time(value: date | time | str) -> str:
    return value if isinstance(value, str) else value.isoformat()


def _duration(value: timedelta | int) -> int:
    return value if isinstance(value, int) else value // timedelta(microseconds=1)


def _document(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


_PACK: dict[str, Callable[[Any], Json]] = {
    "DateTimeField": _moment,
    "DateField": _day_or_time,
    "TimeField": _day_or_time,
    "DurationField": _duration,
    "UUIDField": lambda value: str(value if isinstance(value, uuid.UUID) else uuid.UUID(value)),
    "BooleanField": bool,
    "JSONField": _document,
    "BinaryField": lambda value: base64.b64encode(bytes(value)).decode(),
    "GenericIPAddressField": str,
}
_UNPACK: dict[str, Callable[[Json], Any]] = {
    "DurationField": lambda value: timedelta(microseconds=value),
    "BinaryField": base64.b64decode,
}
