"""Filters of lists of ward rows."""

from __future__ import annotations

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet

from wijkteams.membership import membership_of
from wijkteams.models import Wijk
from wijkteams.ward_picker import WardPicker, search_among_many


def own_wards(request: HttpRequest | None) -> QuerySet[Any]:
    """The wards that the user who asks works for."""
    if request is None:
        return Wijk.objects.none()
    return Wijk.objects.visible_to(request.user)  # type: ignore[arg-type]


class WardFilter(django_filters.ModelChoiceFilter):
    """Among many wards one types a name."""

    @property
    def field(self) -> Any:
        field = super().field
        if not isinstance(field.widget, WardPicker):
            search_among_many(field)
        return field


class OwnWijkFilterSet(WagtailFilterSet):
    """By ward, for who has more than one."""

    wijk = WardFilter(
        label=_("Wijk"),
        field_name="wijk",
        queryset=own_wards,
        empty_label=_("Alle wijken"),
        widget=forms.Select,
    )

    def __init__(self, *args: Any, request: HttpRequest | None = None, **kwargs: Any) -> None:
        super().__init__(*args, request=request, **kwargs)
        if "wijk" not in (self._meta.fields or []) or not _has_choice(request):
            del self.filters["wijk"]


def _has_choice(request: HttpRequest | None) -> bool:
    membership = membership_of(request.user) if request else None  # type: ignore[arg-type]
    return membership is not None and (membership.is_city or len(membership.wijk_ids) > 1)
