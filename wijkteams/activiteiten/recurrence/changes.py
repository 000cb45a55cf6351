"""What 'deze', 'deze en volgende' and 'alle' do to a series. Nothing is ever changed in place.

A time is named by its original begin (`key`). Whoever keeps rows by that name (sign-ups, own
texts) gets told which names became which, and which have no time any more: those people must hear.
A holiday list that changed is a change of all too: the same series with other `closed`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wijkteams.activiteiten.recurrence.expand import Override
from wijkteams.activiteiten.recurrence.pairing import pair
from wijkteams.activiteiten.recurrence.parting import part_before, part_from
from wijkteams.activiteiten.recurrence.series import Series, check_series

Overrides = tuple[Override, ...]


@dataclass(frozen=True, slots=True)
class Changed:
    """A series after a change, with the times that differ and the names that moved."""

    series: Series
    overrides: Overrides = ()
    renamed: Mapping[datetime, datetime] = field(default_factory=dict)
    "Old name to new name, for each name that was asked about and still has a time."
    lost: tuple[datetime, ...] = ()
    "Names that were asked about and have no time any more."


@dataclass(frozen=True, slots=True)
class Split:
    """'Deze en volgende': the series until then, and the one from then on."""

    before: Changed | None
    "None when nothing came before: then all of it changes."
    after: Changed


def cancel_one(series: Series, overrides: Iterable[Override], key: datetime) -> Overrides:
    """Let one time not take place; it stays to be seen as 'gaat niet door'."""
    return _with(series, overrides, key, cancelled=True)


def resume_one(series: Series, overrides: Iterable[Override], key: datetime) -> Overrides:
    """Let a cancelled time take place after all, at the hour to which it was moved."""
    return _with(series, overrides, key, cancelled=False)


def move_one(
    series: Series, overrides: Iterable[Override], key: datetime, start: datetime, end: datetime
) -> Overrides:
    """Give one time its own begin and end; the rule's own again is no difference any more."""
    if end <= start:
        raise ValidationError(_("Het einde moet na het begin liggen."), code="end")
    return _with(series, overrides, key, start=start, end=end)


def remove_one(series: Series, overrides: Iterable[Override], key: datetime) -> Changed:
    """Take one time out altogether: nobody sees it any more."""
    _known(series, key)
    left = tuple(one for one in overrides if one.key != key)
    changed = _without(series, key)
    check_series(changed)
    return Changed(changed, left, {}, (key,))


def change_all(
    series: Series, overrides: Iterable[Override], new: Series, names: Iterable[datetime] = ()
) -> Changed:
    """'Alle': put `new` in the place of the old series, exceptions and extra days included.

    Times pair up by day, and otherwise by their order within the week, month or year that the
    rule counts. What was cancelled or moved goes along with its time.
    """
    check_series(new)
    asked, kept = tuple(names), tuple(overrides)
    pairs = pair(series, new, {*asked, *(one.key for one in kept)})
    followed = (_follow(one, pairs[one.key], new) for one in kept if one.key in pairs)
    renamed = {name: pairs[name] for name in asked if name in pairs}
    lost = tuple(sorted(set(asked) - renamed.keys()))
    return Changed(new, tuple(one for one in followed if one), renamed, lost)


def split(
    series: Series,
    overrides: Iterable[Override],
    key: datetime,
    new: Series | None = None,
    names: Iterable[datetime] = (),
) -> Split:
    """'Deze en volgende': end the series before this time, and go on with another from it.

    `new` says how it goes on (begin from `part_from(series, key)`); without it, as it was.
    Exceptions, extra days, overrides and names go to the side on which they lie.
    """
    _known(series, key)
    kept, asked = tuple(overrides), tuple(names)
    rest, earlier = part_from(series, key), part_before(series, key)
    later = [one for one in kept if one.key >= key]
    after = change_all(rest, later, new or rest, [name for name in asked if name >= key])
    early = tuple(name for name in asked if name < key)
    if earlier is None:
        return Split(None, replace(after, lost=(*early, *after.lost)))
    left = tuple(one for one in kept if one.key < key)
    return Split(Changed(earlier, left, {name: name for name in early}), after)


def _with(series: Series, overrides: Iterable[Override], key: datetime, **values: Any) -> Overrides:
    _known(series, key)
    by_key = {one.key: one for one in overrides}
    changed = _follow(replace(by_key.pop(key, Override(key=key)), **values), key, series)
    found = [*by_key.values(), *([changed] if changed else [])]
    return tuple(sorted(found, key=lambda one: one.key))


def _follow(override: Override, key: datetime, series: Series) -> Override | None:
    """Give an override its (new) name; None when it says no more than the series does."""
    own = override.start == key and override.end == key + series.length
    if not own and override.start:
        return replace(override, key=key)
    return Override(key=key, cancelled=True) if override.cancelled else None


def _without(series: Series, key: datetime) -> Series:
    if key in series.rdates:
        return replace(series, rdates=tuple(one for one in series.rdates if one != key))
    if series.rule is not None:
        return replace(series, exdates=(*series.exdates, key))
    if not series.rdates:
        raise ValidationError(_("Zo blijft er geen enkele keer over."), code="skip")
    first, *others = series.rdates  # separate days: the next one is now the first
    return replace(series, start=first, end=first + series.length, rdates=tuple(others))


def _known(series: Series, key: datetime) -> None:
    if not series.has(key):
        raise ValidationError(_("Deze keer hoort niet (meer) bij deze reeks."), code="unknown")
