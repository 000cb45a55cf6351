"""CMS screens of the keys: who may tell signals by a program (requirement O2, rule R-41)."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn

from core.absolute import absolute
from wijkteams.models import Organisatie
from wijkteams.row_forms import WijkRowForm
from wijkteams.signalen.models import Open311Sleutel
from wijkteams.signalen.open311.keys import give_key
from wijkteams.viewsets import OwnRowCreateView, OwnRowDeleteView, WijkModelViewSet


class SleutelForm(WijkRowForm):
    """For what the key is, and of which partner; its ward is chosen once."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organisatie: Any = self.fields["organisatie"]
        own = Q() if self.membership.is_city else Q(wijk=None) | Q(wijk__in=self._own())
        known = Q(pk=self.instance.organisatie_id or 0)
        organisatie.queryset = Organisatie.objects.filter(own | known if own else own)
        organisatie.empty_label = _("Niet van een partner")
        self.fields["is_actief"].help_text = _(
            "Uit? Dan kan niemand er meer mee vertellen. Bijvoorbeeld aan."
        )

    def _own(self) -> list[int]:
        return list(self.membership.wijk_ids)


class SleutelCreateView(OwnRowCreateView):
    """A new key. It is shown on the answer itself, and never again."""

    key = ""

    def save_instance(self) -> Any:
        row = self.form.instance
        self.key = give_key(row)
        row.made_by = self.request.user
        return super().save_instance()

    def save_action(self) -> HttpResponse:
        context = {
            "sleutel": self.object,
            "key": self.key,
            "address": absolute("/georeport/v2"),
            "page_title": _("Bewaar deze sleutel nu"),
            "header_icon": "key",
        }
        return render(self.request, "signalen/beheer/sleutel.html", context)


class SleutelDeleteView(OwnRowDeleteView):
    """Taking a key away for good."""

    @property
    def confirmation_message(self) -> str:
        return str(
            _("Weet je het zeker? Het programma met deze sleutel kan dan niets meer vertellen.")
        )


class Open311SleutelViewSet(WijkModelViewSet):
    """The keys of the own wards."""

    model = Open311Sleutel
    icon = "key"
    menu_label = _("Sleutels voor programma's")
    menu_order = 80
    form_fields = ["wijk", "name", "organisatie", "is_actief"]
    base_form_class = SleutelForm
    add_view_class = SleutelCreateView
    delete_view_class = SleutelDeleteView
    list_display = [
        "name",
        "wijk",
        "organisatie",
        Column("begin", label=_("Begint met")),
        BooleanColumn("is_actief", label=_("Mag gebruikt worden")),
        DateColumn("gebruikt_op", label=_("Laatst gebruikt")),
    ]
    list_filter = ["wijk", "is_actief"]
    search_fields = ["name"]
    ordering = ["name", "pk"]
    read_along = ("wijk", "organisatie")
    views_left_out = frozenset({"usage", "copy", "inspect", "history", "history_results"})
