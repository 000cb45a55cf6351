"""The screen of a system: its address, its key, and what our categories are called there."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.fetching import FetchRefused
from core.fetching.address import target_of
from wijkteams.models import Organisatie
from wijkteams.row_access import the_row
from wijkteams.signalen.models import Categorie, Koppeling
from wijkteams.signalen.partners.koppeling.sealing import seal

OTHERS = "dienst_"


class KoppelingForm(forms.ModelForm[Koppeling]):
    """The key is typed, and never shown again; left empty it stays as it was."""

    adres = forms.URLField(
        label=gettext_lazy("Adres"),
        assume_scheme="https",
        max_length=200,
        help_text=gettext_lazy(
            "Bijvoorbeeld: https://meldingen.sluisdam.example/georeport/v2. De partner weet dit."
        ),
    )
    sleutel = forms.CharField(
        label=gettext_lazy("Sleutel"),
        required=False,
        max_length=300,
        widget=forms.PasswordInput({"autocomplete": "off"}),
        help_text=gettext_lazy("Van de partner. Leeg: de sleutel blijft zoals hij was."),
    )

    class Meta:
        model = Koppeling
        fields = ("adres", "jurisdictie", "sleutel", "is_actief")

    def __init__(self, data: Any = None, *, instance: Koppeling) -> None:
        self.sealed, self.told_to = instance.sleutel, instance.adres
        super().__init__(data, instance=instance)
        wijk = instance.organisatie.wijk_id
        rows = Categorie.objects.filter(Q(wijk=None) | Q(wijk=wijk), is_actief=True)
        self.slugs = {OTHERS: "", **{f"{OTHERS}{row.slug}": row.slug for row in rows}}
        labels = {f"{OTHERS}{row.slug}": row.name for row in rows}
        for name, slug in self.slugs.items():
            self.fields[name] = forms.CharField(
                label=labels.get(name, _("Alle andere categorieën")),
                required=False,
                max_length=80,
                initial=instance.diensten.get(slug, ""),
                help_text=_("De code (service_code) bij de partner. Leeg: die gaan er niet heen."),
            )

    def clean_adres(self) -> str:
        adres: str = self.cleaned_data["adres"]
        try:
            target_of(adres)
        except FetchRefused as error:
            raise ValidationError(str(error)) from None
        if "?" in adres or "#" in adres:
            raise ValidationError(_("Geef het adres zonder ? of #."))
        return adres

    def clean_sleutel(self) -> str:
        typed: str = self.cleaned_data["sleutel"]
        if typed or not self.sealed:
            return seal(typed)
        if origin_of(self.cleaned_data.get("adres", "")) != origin_of(self.told_to):
            # Else who may write the address sends the key, that nobody reads here, to a stranger.
            raise ValidationError(_("Bij een ander adres hoort een andere sleutel. Vul die in."))
        return self.sealed

    def save(self, commit: bool = True) -> Koppeling:
        known = {key: code for key, code in self.instance.diensten.items() if key}
        typed = {slug: self.cleaned_data[name] for name, slug in self.slugs.items()}
        self.instance.diensten = {key: code for key, code in (known | typed).items() if code}
        return super().save(commit)


def origin_of(adres: str) -> tuple[str, str]:
    """Who gets what is sent to an address."""
    parts = urlsplit(adres.lower())
    return parts.scheme, parts.netloc


@never_cache
@sensitive_post_parameters("sleutel")
@require_http_methods(["GET", "HEAD", "POST"])
def koppeling(request: HttpRequest, pk: int) -> HttpResponse:
    """Add or change the system of one partner."""
    organisatie = the_row(request, Organisatie.objects.all(), pk, "organisatie.change")
    row = Koppeling.objects.filter(organisatie=organisatie).first()
    instance = row or Koppeling(organisatie=organisatie)
    form = KoppelingForm(request.POST or None, instance=instance)
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("De koppeling is bewaard."))
        return redirect("organisatie:index")
    title = _("Koppel het systeem van %(naam)s") % {"naam": organisatie}
    context = {"form": form, "koppeling": row, "organisatie": organisatie, "page_title": title}
    return render(request, "signalen/beheer/koppeling.html", context)
