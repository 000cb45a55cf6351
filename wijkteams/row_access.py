"""What a view of the CMS asks before it shows or changes rows of a ward: by the table of roles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import Model, Q, QuerySet
from django.http import Http404

from wijkteams.membership import membership_of

if TYPE_CHECKING:
    from django.http import HttpRequest

Row = TypeVar("Row", bound=Model)


def may(user: Any, wijk_id: int | None, action: str) -> bool:
    """Whether the table of roles lets this user do this in a ward, or (None) for the city."""
    return membership_of(user).may_for(wijk_id, "rows", action)


def demand(request: HttpRequest, action: str) -> None:
    """Only for who may do this somewhere; else 403."""
    if not membership_of(request.user).may("rows", action):  # type: ignore[arg-type]
        raise PermissionDenied


def within(user: Any, action: str, lookup: str = "wijk_id") -> Q:
    """The rows of the wards where the user may do this; a city role gives all."""
    membership = membership_of(user)
    wards = membership.wards_with("rows", action)
    if membership.is_superuser or None in wards:
        return Q()
    return Q(**{f"{lookup}__in": [pk for pk in wards if pk is not None]})


def the_row(request: HttpRequest, rows: QuerySet[Row], pk: int, action: str) -> Row:
    """One of these rows with a `wijk`, if the user may do this with it; else 404 or 403."""
    row = rows.filter(pk=pk).first()
    if row is None:
        raise Http404
    if not may(request.user, row.wijk_id, action):  # type: ignore[attr-defined]
        raise PermissionDenied
    return row
