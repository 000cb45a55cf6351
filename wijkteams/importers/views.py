"""Screens of the CMS: offer files, look at the preview, confirm, follow, take back."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from wijkteams.models import Importronde

from . import uploads
from .access import importers_only
from .forms import UploadForm
from .report import ORDER, action_words, count_table, rows_for_screen
from .rounds import Status, is_silent

PER_PAGE = 100
REFRESH_SECONDS = "3"


@importers_only
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """All imports, newest first."""
    rondes = _rondes(request).select_related("created_by").defer("preview", "warnings")
    page = Paginator(rondes, 25).get_page(request.GET.get("p"))
    return _render(request, "index", _("Wijken importeren"), {"page": page})


@importers_only
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    """Offer files; they are checked at once, and nothing else happens yet."""
    posted = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if posted else UploadForm()
    if posted and form.is_valid():
        ronde = uploads.keep_preview(
            form.sources,
            form.dossier,
            gemeente=form.cleaned_data["gemeente"],
            user=request.user,  # type: ignore[arg-type]
        )
        return redirect(_url("ronde", ronde.pk))
    return _render(request, "upload", _("Bestand aanbieden"), {"form": form})


@importers_only
@require_GET
def ronde(request: HttpRequest, pk: int) -> HttpResponse:
    """One import: its preview, its progress, or what it did."""
    found = get_object_or_404(_rondes(request).select_related("created_by"), pk=pk)
    is_preview = found.status == Status.VOORBEELD
    action = request.GET.get("actie", "")
    lines = found.preview if is_preview else found.regels.defer("before", "after")
    page = Paginator(_filtered(lines, action), PER_PAGE).get_page(request.GET.get("p"))
    response = _render(
        request,
        "ronde",
        found.file_name,
        {
            "ronde": found,
            "is_preview": is_preview,
            "is_silent": is_silent(found),
            "can_go_on": uploads.can_go_on(found),
            "counts": count_table(found.counts),
            "actions": list(action_words(planned=is_preview).items()),
            "action": action,
            "page": page,
            "rows": rows_for_screen(page.object_list),
        },
    )
    if found.is_running:
        response["Refresh"] = REFRESH_SECONDS
    return response


@importers_only
@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    """Carry out what the preview showed, or go on where it stopped."""
    get_object_or_404(_rondes(request), pk=pk)
    try:
        uploads.confirm(pk)
    except uploads.NotNowError:
        messages.error(request, _("Deze import kan nu niet worden uitgevoerd."))
    else:
        messages.success(request, _("De import is begonnen."))
    return redirect(_url("ronde", pk))


@importers_only
@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Throw a preview away."""
    get_object_or_404(_rondes(request), pk=pk)
    try:
        uploads.drop(pk)
    except uploads.NotNowError:
        messages.error(request, _("Deze import is al begonnen."))
        return redirect(_url("ronde", pk))
    messages.success(request, _("Het voorbeeld is weggegooid. Er is niets veranderd."))
    return redirect(reverse("wijkimport:index"))


@importers_only
@require_http_methods(["GET", "HEAD", "POST"])
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, and then take an import back."""
    found = get_object_or_404(_rondes(request).defer("preview"), pk=pk)
    if request.method != "POST":
        return _render(request, "undo", _("Import terugdraaien"), {"ronde": found})
    try:
        uploads.take_back(pk)
    except uploads.NotNowError:
        messages.error(request, _("Deze import kan nu niet worden teruggedraaid."))
    else:
        messages.success(request, _("Het terugdraaien is begonnen."))
    return redirect(_url("ronde", pk))


def _rondes(request: HttpRequest) -> QuerySet[Importronde]:
    return Importronde.objects.visible_to(request.user)  # type: ignore[arg-type]


def _filtered(lines: Any, action: str) -> Any:
    if action not in [one.value for one in ORDER]:
        return lines
    if isinstance(lines, list):
        return [line for line in lines if line.get("action") == action]
    return lines.filter(action=action)


def _url(name: str, pk: int) -> str:
    return reverse(f"wijkimport:{name}", args=[pk])


def _render(
    request: HttpRequest, template: str, title: str, context: dict[str, Any]
) -> HttpResponse:
    """A screen with the furniture of the CMS around it."""
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("wijkimport:index"), "label": _("Wijken importeren")},
    ]
    if template != "index":
        crumbs.append({"url": "", "label": title})
    furniture = {
        "header_title": title,
        "page_title": title,
        "header_icon": "upload",
        "breadcrumbs_items": crumbs,
    }
    return render(request, f"wijkteams/importers/{template}.html", {**furniture, **context})
