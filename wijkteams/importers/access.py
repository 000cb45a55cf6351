"""Who may import wards: the city's editors."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from wijkteams.membership import membership_of

View = Callable[..., HttpResponse]


def may_import(user: Any) -> bool:
    """Whether the table of roles lets this user import wards."""
    return membership_of(user).may("rows", "importronde.add")


def importers_only(view: View) -> View:
    """Refuse a screen to everybody else, the way Wagtail refuses its own."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_import(request.user):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return guarded
