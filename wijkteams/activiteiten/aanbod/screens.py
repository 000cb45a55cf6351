"""CMS screens of what was sent in: read it, refuse it, or make a draft of it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.permissions import policy_registry

from wijkteams.activiteiten.aanbod import services
from wijkteams.activiteiten.aanbod.draft import locatie_named
from wijkteams.activiteiten.aanbod.forms import AfwijzenForm
from wijkteams.activiteiten.beheer.duplicates import Similar, similar
from wijkteams.activiteiten.models import Aanbod
from wijkteams.viewsets import OwnRowsIndexView, WijkModelViewSet


class SentInIndexView(OwnRowsIndexView):
    """What was sent in, the newest first; not before its sender confirmed it."""

    page_title = gettext_lazy("Ingestuurde activiteiten")

    def get_base_queryset(self) -> Any:
        rows: Any = super().get_base_queryset()
        return rows.confirmed()

    def get_edit_url(self, instance: Any) -> str:
        return reverse("aanbod:read", args=[instance.pk])

    def get_list_buttons(self, instance: Any) -> list[Any]:
        return []


def own_row(request: HttpRequest, pk: int) -> Aanbod:
    """One that this editor may decide about; others do not see it."""
    rows = Aanbod.objects.confirmed().select_related("wijk", "handled_by")
    aanbod = get_object_or_404(rows, pk=pk)
    policy = policy_registry.get_by_type(Aanbod)
    if not policy.user_has_permission_for_instance(request.user, "change", aanbod):
        raise PermissionDenied
    return aanbod


def read(request: HttpRequest, pk: int, form: AfwijzenForm | None = None) -> HttpResponse:
    """What was sent in, with what can be done about it."""
    aanbod = own_row(request, pk)
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("aanbod:index"), "label": _("Ingestuurde activiteiten")},
        {"url": "", "label": aanbod.title},
    ]
    is_open = services.can_be_decided(aanbod)
    context = {
        "aanbod": aanbod,
        "similar": already_there(aanbod) if is_open else [],
        "page_of_it": services.page_of(aanbod),
        "open": is_open,
        "form": form or AfwijzenForm(),
        "page_title": aanbod.title,
        "header_icon": "mail",
        "breadcrumbs_items": crumbs,
    }
    return render(request, "activiteiten/aanbod/lezen.html", context)


def already_there(aanbod: Aanbod) -> list[Similar]:
    """What looks like it, in the same ward or at the same place (A9)."""
    locatie = locatie_named(aanbod)
    return similar(
        aanbod.title,
        [aanbod.starts_at],
        wijk_id=aanbod.wijk_id,
        locatie_id=locatie.pk if locatie else None,
    )


read_view = require_http_methods(["GET", "HEAD"])(read)


@require_POST
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """'Maak er een activiteit van': a draft, which opens for the editor."""
    aanbod = own_row(request, pk)
    try:
        page = services.take_over(aanbod, by=request.user)  # type: ignore[arg-type]
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("aanbod:read", pk)
    messages.success(
        request,
        _("Dit is een concept. Kijk het na en vul het aan. Na publiceren staat het online."),
    )
    return redirect("wagtailadmin_pages:edit", page.pk)


@require_POST
def refuse(request: HttpRequest, pk: int) -> HttpResponse:
    """Not in the agenda; its sender gets the reason by mail."""
    aanbod = own_row(request, pk)
    form = AfwijzenForm(request.POST)
    if not form.is_valid():
        return read(request, pk, form)
    try:
        services.refuse(aanbod, form.cleaned_data["reason"], by=request.user)  # type: ignore[arg-type]
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("%(name)s krijgt een mail.") % {"name": aanbod.contact_name})
    return redirect("aanbod:index")


def when(aanbod: Aanbod) -> str:
    """The day and the begin, for a list."""
    return f"{date_format(aanbod.day, 'j F Y')}, {aanbod.begins:%H:%M}"


class AanbodViewSet(WijkModelViewSet):
    """What organisations sent in. They make rows, by the form; editors decide about them."""

    model = Aanbod
    name = "aanbod"
    icon = "mail"
    menu_label = gettext_lazy("Ingestuurd")
    form_fields = ["title"]
    index_view_class = SentInIndexView
    list_display = [
        "title",
        Column("day", label=gettext_lazy("Wanneer"), accessor=when, sort_key="day"),
        "organisation",
        "wijk",
        "status",
        DateColumn("created_at", label=gettext_lazy("Ingestuurd")),
    ]
    list_filter = ["status", "wijk"]
    search_fields = ["title", "organisation"]
    ordering = ["-created_at", "-pk"]
    views_left_out = frozenset(
        {"add", "edit", "delete", "usage", "history", "history_results", "copy", "inspect"}
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *super().get_urlpatterns(),
            path("lezen/<int:pk>/", read_view, name="read"),
            path("overnemen/<int:pk>/", take, name="take"),
            path("afwijzen/<int:pk>/", refuse, name="refuse"),
        ]
