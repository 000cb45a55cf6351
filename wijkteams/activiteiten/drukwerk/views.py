"""Screens: ask for a poster or a month, see how far it is, fetch it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkteams.activiteiten.beheer.keren_list import may_change
from wijkteams.activiteiten.drukwerk.forms import AgendaForm
from wijkteams.activiteiten.drukwerk.making import order_agenda, order_poster
from wijkteams.activiteiten.models import ActiviteitPage, AgendaPage, Drukwerk, Keer
from wijkteams.membership import membership_of

PER_PAGE = 25
REFRESH_SECONDS = "3"


@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """What was made, the newest first; looks again by itself while something is in the making."""
    rows = _own(request).select_related("wijk", "made_by")
    shown = Paginator(rows, PER_PAGE).get_page(request.GET.get("p"))
    form = AgendaForm(agendas=_agendas(request))
    response = _screen(request, {"shown": shown, "form": form})
    if any(row.is_waiting for row in shown):
        response["Refresh"] = REFRESH_SECONDS
    return response


@require_POST
def agenda(request: HttpRequest) -> HttpResponse:
    """Order the month of an agenda."""
    form = AgendaForm(request.POST, agendas=_agendas(request))
    if not form.is_valid():
        shown = Paginator(_own(request).select_related("wijk"), PER_PAGE).get_page(1)
        return _screen(request, {"shown": shown, "form": form})
    chosen: Any = form.cleaned_data
    order_agenda(chosen["agenda"], chosen["month"], by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("De agenda wordt gemaakt. Dat duurt een paar tellen."))
    return redirect("drukwerk:index")


@require_http_methods(["GET", "HEAD", "POST"])
def poster(request: HttpRequest, page_id: int) -> HttpResponse:
    """Choose for which time, and order the poster of an activity."""
    pages = ActiviteitPage.objects.select_related("wijk", "locale")
    page: ActiviteitPage = get_object_or_404(pages, pk=page_id)
    if not may_change(request.user, page.wijk_id):
        raise PermissionDenied
    keren = _coming(page)
    if request.method != "POST":
        return render(request, "activiteiten/drukwerk/poster.html", _of_page(page, keren))
    if not page.live:
        messages.error(request, _("Plaats de activiteit eerst. Dan kun je de poster maken."))
        return redirect("drukwerk:poster", page.pk)
    wanted = request.POST.get("keer", "")
    keer = next((one for one in keren if wanted == str(one.pk)), None)
    order_poster(page, keer, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("De poster wordt gemaakt. Dat duurt een paar tellen."))
    return redirect("drukwerk:index")


@require_GET
def download(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The PDF; rights are asked again at every download."""
    row = get_object_or_404(_own(request), pk=pk)
    if not row.file:
        raise Http404
    response = FileResponse(
        row.file.open("rb"),
        as_attachment=True,
        filename=row.file_name,
        content_type="application/pdf",
    )
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _in_wards(request: HttpRequest) -> Q:
    """Where this user may change activities; for who may do so nowhere, no screen."""
    membership = membership_of(request.user)  # type: ignore[arg-type]
    if not membership.may("rows", "activiteit.change"):
        raise PermissionDenied
    wards = membership.wards_with("rows", "activiteit.change")
    if membership.is_superuser or None in wards:
        return Q()
    return Q(wijk__in=wards)


def _own(request: HttpRequest) -> QuerySet[Drukwerk]:
    """What was ordered for the own wards."""
    rows = Drukwerk.objects.visible_to(request.user)  # type: ignore[arg-type]
    return rows.filter(_in_wards(request))


def _agendas(request: HttpRequest) -> QuerySet[AgendaPage]:
    found = AgendaPage.objects.live().filter(_in_wards(request))
    return found.select_related("wijk", "locale").order_by("wijk__name", "locale_id")


def _coming(page: ActiviteitPage) -> list[Keer]:
    found = Keer.objects.upcoming(timezone.now()).select_related("activiteit")
    return list(found.filter(activiteit__translation_key=page.translation_key)[:12])


def _of_page(page: ActiviteitPage, keren: list[Keer]) -> dict[str, Any]:
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("wagtailadmin_pages:edit", args=[page.pk]), "label": page.title},
        {"url": reverse("drukwerk:poster", args=[page.pk]), "label": _("Poster")},
    ]
    head = {"page_title": _("Poster"), "header_icon": "print", "breadcrumbs_items": crumbs}
    return {"page": page, "keren": keren, **head}


def _screen(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("drukwerk:index"), "label": _("Om op te hangen")},
    ]
    head = {
        "page_title": _("Om op te hangen"),
        "header_icon": "print",
        "breadcrumbs_items": crumbs,
    }
    return render(request, "activiteiten/drukwerk/index.html", context | head)
