"""The three-way merge: what the file says, what it said last time, and what is there now."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _

FIELD_LABELS = {
    "name": _("naam"),
    "gemeente": _("gemeente"),
    "gemeentecode": _("gemeentecode"),
    "boundary": _("grens"),
}
_NEVER = object()


@dataclass
class Merge:
    """What to change, what editors changed (and keep), and what to remember as imported."""

    changed: dict[str, Any] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    imported: dict[str, Any] = field(default_factory=dict)


def merge(
    current: Mapping[str, Any], imported: Mapping[str, Any], incoming: Mapping[str, Any]
) -> Merge:
    """Compare field by field; an incoming value that is empty says nothing and is left out."""
    result = Merge(imported=dict(imported))
    for name, new in incoming.items():
        if new in (None, ""):
            continue
        now = current.get(name)
        base = imported.get(name, _NEVER)
        if fingerprint(name, now) == fingerprint(name, new):
            result.imported[name] = fingerprint(name, new)
        elif fingerprint(name, now) == base or (base is _NEVER and now in (None, "")):
            result.changed[name] = new
            result.imported[name] = fingerprint(name, new)
        else:
            result.kept.append(name)
    return result


def fingerprint(name: str, value: Any) -> Any:
    """The value as it is remembered: itself, or for a boundary (long) its hash."""
    if name != "boundary" or value is None:
        return value
    text = json.dumps(value, sort_keys=True, separators=(",", ":"))
    return f"sha256:{hashlib.sha256(text.encode()).hexdigest()}"


def field_list(names: list[str]) -> str:
    """The fields by their Dutch names, for a sentence."""
    return ", ".join(str(FIELD_LABELS.get(name, name)) for name in names)
