"""The log of who took data out, for who runs a ward (of the own team) and for the city (V4)."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from core.models import Inzage
from wijkteams.membership import membership_of

PER_PAGE = 50


def may_see_access(user: Any) -> bool:
    """Whether the table of roles lets this user see who took data out."""
    return membership_of(user).may("rows", "inzage.view")


def visible_to(user: Any) -> QuerySet[Inzage]:
    """What the teams of the user's wards took out; all of it for who works for the city."""
    member = membership_of(user)
    wards = member.wards_with("rows", "inzage.view")
    if member.is_superuser or None in wards:
        return Inzage.objects.all()
    return Inzage.objects.filter(wijken__in=[pk for pk in wards if pk is not None]).distinct()


@require_GET
def inzage(request: HttpRequest) -> HttpResponse:
    """Newest first. Whom it was about does not stand here, how many does."""
    if not may_see_access(request.user):
        raise PermissionDenied
    entries = visible_to(request.user).select_related("user")
    counted = entries.annotate(known=Count("people", distinct=True)).order_by("-pk")
    page = Paginator(counted, PER_PAGE)
    context = {
        "page": page.get_page(request.GET.get("p")),
        "page_title": _("Wie nam gegevens mee?"),
        "header_icon": "view",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Wie nam gegevens mee?")},
        ],
    }
    return render(request, "wijkteams/personen/inzage.html", context)
