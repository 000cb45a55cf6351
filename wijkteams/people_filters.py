"""Filters by person in Wagtail's lists: the names of one's own teams only.

Wagtail offers everybody who ever owned, edited or locked a page, in whatever ward.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.admin.views.pages.listing import GenericPageFilterSet, PageFilterSet
from wagtail.admin.views.reports.audit_logging import (
    SiteHistoryReportFilterSet,
    get_users_for_filter,
)
from wagtail.admin.views.reports.locked_pages import LockedPagesReportFilterSet
from wagtail.admin.views.reports.workflows import WorkflowReportFilterSet

from wijkteams.membership import membership_of
from wijkteams.models import Lidmaatschap

People = Callable[[HttpRequest | None], QuerySet[Any]]

BY_PERSON: list[tuple[Any, str]] = [
    (PageFilterSet, "owner"),
    (PageFilterSet, "edited_by"),
    (GenericPageFilterSet, "owner"),
    (GenericPageFilterSet, "edited_by"),
    (LockedPagesReportFilterSet, "locked_by"),
    (WorkflowReportFilterSet, "requested_by"),
]


def own_people(people: People) -> People:
    """Of these people, those of the teams in which the user who asks works."""

    def narrowed(request: HttpRequest | None) -> QuerySet[Any]:
        found = people(request)
        if request is None:
            return found.none()
        membership = membership_of(request.user)  # type: ignore[arg-type]
        if membership.is_city:
            return found
        team = Lidmaatschap.objects.filter(wijk_id__in=membership.wijk_ids).values("user")
        return found.filter(Q(pk__in=team) | Q(pk=request.user.pk))

    return narrowed


def narrow() -> None:
    """Narrow all of them; called once, by the guard."""
    for filterset, name in BY_PERSON:
        by_person = filterset.base_filters[name]
        by_person.queryset = own_people(by_person.queryset)
    # Wagtail prepared this one, but asks for it under another name.
    SiteHistoryReportFilterSet.get_users_queryset = _who_made_history


def _who_made_history(report: Any) -> QuerySet[Any]:
    return own_people(lambda request: get_users_for_filter(report.request.user))(report.request)
