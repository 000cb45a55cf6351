"""CMS screens of the calendars of others."""

from __future__ import annotations

from typing import Any

from django.db.models import Model
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import DateColumn

from wijkteams.activiteiten.importing import fetching, screens
from wijkteams.activiteiten.importing.forms import BronForm
from wijkteams.activiteiten.importing.keeping import keep
from wijkteams.activiteiten.models import Bron
from wijkteams.viewsets import (
    OwnRowCreateView,
    OwnRowDeleteView,
    OwnRowEditView,
    OwnRowsIndexView,
    WijkModelViewSet,
)


class SourceIndexView(OwnRowsIndexView):
    """The list leads to what a source says."""

    def get_edit_url(self, instance: Any) -> str | None:
        may = self._may("change", instance)
        return reverse("bron:voorbeeld", args=[instance.pk]) if may else None


class ReadsAtOnce:
    """What was saved is read: a file in the same step, an address by a task."""

    def save_instance(self) -> Model:
        form: Any = self.form  # type: ignore[attr-defined]
        bron: Bron = super().save_instance()  # type: ignore[misc]
        if "address" in form.changed_data:
            Bron.objects.filter(pk=bron.pk).update(etag="", last_modified="", error="", failures=0)
            fetching.ask(bron)
        if form.reading is not None:
            keep(bron, form.reading)
            fetching.place_trusted.enqueue(bron.pk)
        return bron

    def get_success_url(self) -> str:
        return reverse("bron:voorbeeld", args=[self.object.pk])  # type: ignore[attr-defined]


class SourceCreateView(ReadsAtOnce, OwnRowCreateView):
    """A calendar that was not there yet."""


class SourceEditView(ReadsAtOnce, OwnRowEditView):
    """Another address, another file, more trust."""


class SourceDeleteView(OwnRowDeleteView):
    """Not following it any more."""

    @property
    def confirmation_message(self) -> str:
        return str(
            _("Weet je het zeker? We volgen deze kalender dan niet meer. De activiteiten blijven.")
        )


class BronViewSet(WijkModelViewSet):
    """The calendars of a library, a club, a church."""

    model = Bron
    icon = "download"
    menu_label = _("Kalenders van anderen")
    form_fields = ["wijk", "name", "address", "vertrouwen", "active"]
    base_form_class = BronForm
    index_view_class = SourceIndexView
    add_view_class = SourceCreateView
    edit_view_class = SourceEditView
    delete_view_class = SourceDeleteView
    list_display = [
        "name",
        "wijk",
        "vertrouwen",
        DateColumn("fetched_at", label=_("Laatst gelukt")),
        "error",
    ]
    list_filter = ["wijk", "vertrouwen"]
    list_export = ["name", "address", "wijk", "vertrouwen", "fetched_at", "error"]
    export_filename = "kalenders"
    search_fields = ["name", "address"]
    ordering = ["name", "pk"]
    views_left_out = frozenset({"usage"})

    def get_form_fields(self) -> Any:
        return [*self.form_fields, "bestand"]

    def get_urlpatterns(self) -> list[Any]:
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/voorbeeld/", screens.voorbeeld, name="voorbeeld"),
            path("<int:pk>/ophalen/", screens.ophalen, name="ophalen"),
            path("<int:pk>/kiezen/", screens.kiezen, name="kiezen"),
        ]
