"""The screens of categories: a ward keeps its own; those of the city are the city's."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from wijkteams.area_forms import slug_beside
from wijkteams.row_forms import WijkRowForm
from wijkteams.signalen.models import Categorie, Signaal
from wijkteams.signalen.models.choices import Klasse, Soortplaats
from wijkteams.viewsets import OwnRowDeleteView, OwnRowsIndexView, WijkModelViewSet

HELP = {
    "plaats": _("Kies afgerond als het over mensen gaat, of bij iemand thuis is."),
    "volgorde": _("Een lager getal staat hoger in de lijst. Bijvoorbeeld: 50."),
    "is_actief": _("Uit: bewoners kiezen haar niet meer. Wat er al is, blijft."),
}


class CategorieForm(WijkRowForm):
    """A kind of signal; its address is made of the name, once: other programs keep it."""

    loket_url = forms.URLField(
        label=_("website van het loket"),
        required=False,
        assume_scheme="https",
        help_text=_("Bijvoorbeeld: https://www.sluisdam.example/melden."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, text in HELP.items():
            self.fields[name].help_text = text

    class Meta:
        widgets = {"klasse": forms.RadioSelect, "plaats": forms.RadioSelect}

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        self._not_twice(data)
        if data.get("klasse") != Klasse.OPENBAAR and data.get("plaats") == Soortplaats.PRECIES:
            text = _("Alleen een openbare categorie kan een precieze plaats hebben.")
            self.add_error("plaats", ValidationError(text))
        straal = data.get("straal")
        if straal is not None and not 10 <= straal <= 2000:
            self.add_error("straal", ValidationError(_("Kies tussen 10 en 2000 meter.")))
        return data

    def _not_twice(self, data: dict[str, Any]) -> None:
        name = data.get("name")
        if not name:
            return
        others = Categorie.objects.exclude(pk=self.instance.pk)
        if others.filter(wijk=data.get("wijk"), name__iexact=name).exists():
            self.add_error("name", ValidationError(_("Deze categorie is er al.")))
        if not self.instance.slug:
            self.instance.slug = slug_beside(name, others)


class CategorieDeleteView(OwnRowDeleteView):
    """One of which there are signals stays: those would be about nothing."""

    def form_valid(self, form: Any) -> HttpResponse:
        if Signaal.objects.filter(categorie=self.object.pk).exists():
            text = _("Hierin staan signalen. Zet ‘te kiezen’ uit: dan komt er niets meer bij.")
            messages.error(self.request, text)
            return redirect("categorie:index")
        return super().form_valid(form)


class CategorieIndexView(OwnRowsIndexView):
    """One's own; those of the city are named above the list, for who may not change them."""

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        return {**context, "of_the_city": Categorie.objects.filter(wijk=None, is_actief=True)}


class CategorieViewSet(WijkModelViewSet):
    """Kinds of signals. One with signals cannot be thrown away: it can be taken out of use."""

    model = Categorie
    icon = "tag"
    menu_label = _("Categorieën")
    menu_name = "categorieen"
    menu_order = 60
    form_fields = [
        "wijk",
        "name",
        "uitleg",
        "klasse",
        "plaats",
        "straal",
        "loket",
        "loket_url",
        "loket_telefoon",
        "volgorde",
        "is_actief",
    ]
    base_form_class = CategorieForm
    index_view_class = CategorieIndexView
    delete_view_class = CategorieDeleteView
    index_template_name = "signalen/beheer/categorieen.html"
    list_display = ["name", "wijk", "klasse", "is_actief"]
    search_fields = ["name"]
    ordering = ["volgorde", "name", "pk"]
