"""CMS screens of lists: the one that each ward has by itself, and those about one theme."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from nieuws.abonnees.counting import stopped_readers
from nieuws.abonnees.lijsten import free_code
from nieuws.models import Abonnement, Lijst
from wijkteams.models import Thema
from wijkteams.row_forms import WijkRowForm
from wijkteams.viewsets import OwnRowsIndexView, WijkModelViewSet


def _number(rows: Any) -> Coalesce:
    """How many of these are on the list of the row, from an index: a join takes far longer."""
    here = rows.filter(lijst=OuterRef("pk"), status=Abonnement.Status.ACTIEF).order_by()
    counted = here.values("lijst").annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


class LijstForm(WijkRowForm):
    """Name and words of a list; its ward and theme are chosen once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["is_open"].help_text = _(
            "Uit? Dan komt er niemand meer bij. Wie erop staat, blijft. Bijvoorbeeld aan."
        )
        thema: Any = self.fields["thema"]
        own = Q(wijk=None)
        own |= Q() if self.membership.is_city else Q(wijk__in=self.membership.wijk_ids)
        thema.queryset = Thema.objects.filter(own) if own != Q() else Thema.objects.all()
        thema.empty_label = _("Over alles")
        if self.instance.pk:
            thema.disabled = True
            thema.queryset = Thema.objects.filter(pk=self.instance.thema_id)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        wijk, thema = data.get("wijk"), data.get("thema")
        if thema is not None and thema.wijk_id not in (None, wijk.pk if wijk else None):
            self.add_error("thema", _("Dit thema is van een andere wijk. Kies een ander thema."))
        elif not self.instance.pk and not self.errors and self._is_there(wijk, thema):
            text = _("Deze lijst is er al. Kies een ander thema, of pas de lijst aan die er is.")
            self.add_error("thema", text)
        return data

    def _is_there(self, wijk: Any, thema: Any) -> bool:
        return Lijst.objects.filter(wijk=wijk, thema=thema).exists()

    def _post_clean(self) -> None:
        if not self.instance.code and not self.errors:
            wijk, thema = self.cleaned_data.get("wijk"), self.cleaned_data.get("thema")
            parts = [wijk.slug if wijk else "stad", thema.slug if thema else ""]
            self.instance.code = free_code("-".join(filter(None, parts)))
        super()._post_clean()


class LijstIndexView(OwnRowsIndexView):
    """The lists of the own wards, each with how many people read it."""

    def get_base_queryset(self) -> QuerySet[Any]:
        everybody = Abonnement.objects.all()
        silent = everybody.filter(abonnee__in=stopped_readers())
        rows: QuerySet[Any] = super().get_base_queryset()
        return rows.annotate(readers=_number(everybody) - _number(silent))


def readers_of(row: Any) -> str:
    """How many get the next edition; leads to who they are."""
    url = f"{reverse('abonnees:index')}?lijst={row.pk}"
    return format_html('<a href="{}">{}</a>', url, row.readers)


def open_or_not(row: Lijst) -> Any:
    """Whether residents can choose it now."""
    return _("Open") if row.is_open else _("Dicht")


class LijstViewSet(WijkModelViewSet):
    """Lists. Nobody removes one: with it would go the proof of what people asked for."""

    model = Lijst
    icon = "list-ul"
    menu_label = _("Lijsten")
    form_fields = ["wijk", "thema", "title", "description", "is_open"]
    base_form_class = LijstForm
    index_view_class = LijstIndexView
    list_display = [
        "title",
        "wijk",
        Column("readers", label=_("Krijgen de nieuwsbrief"), accessor=readers_of),
        Column("is_open", label=_("Aanmelden"), accessor=open_or_not),
    ]
    list_filter = ["wijk"]
    list_export = ["title", "wijk", "thema", "is_open", "code"]
    export_filename = "lijsten"
    search_fields = ["title"]
    ordering = ["title", "pk"]
    read_along = ("wijk", "thema")
    views_left_out = frozenset({"usage", "delete", "copy", "inspect"})
