"""The screen: what stands in the DNS about our mail, and what to do about it. Changes nothing."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from nieuws.retouren.dnscheck.checks import check
from wijkteams.membership import membership_of


def may_look(user: Any) -> bool:
    """Whoever looks after the tasks looks after the mail."""
    return membership_of(user).may("rows", "taak.change")


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """All findings."""
    if not may_look(request.user):
        raise PermissionDenied
    context = {
        "findings": check(),
        "page_title": _("Controle van de mail"),
        "header_icon": "mail",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Controle van de mail")},
        ],
    }
    return render(request, "nieuws/retouren/dns.html", context)
