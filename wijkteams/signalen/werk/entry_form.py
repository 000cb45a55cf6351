"""What a volunteer writes down for somebody who tells it by phone, at a desk or at the door."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import FreeTextField, LineField, NameField, PhoneField
from core.uploads.fields import CleanImageFormField
from wijkteams.kanaal import Kanaal
from wijkteams.maps.plattegrond import Plattegrond, Plek
from wijkteams.models import Wijk
from wijkteams.signalen.models import Categorie, Melder, Signaal

WAYS = (Kanaal.TELEFOON, Kanaal.SPREEKUUR, Kanaal.DEUR, Kanaal.PAPIER, Kanaal.MAIL)


class OpschrijfForm(forms.Form):
    """Short: a telephone call lasts two minutes."""

    kanaal = forms.ChoiceField(
        label=gettext_lazy("Hoe kwam dit binnen?"),
        choices=[(one.value, one.label) for one in WAYS],
        widget=forms.RadioSelect,
        initial=Kanaal.TELEFOON,
    )
    categorie = forms.ModelChoiceField(
        label=gettext_lazy("Waar gaat het over?"),
        queryset=Categorie.objects.none(),
        empty_label=gettext_lazy("Kies een categorie"),
    )
    titel = LineField(
        label=gettext_lazy("In het kort"),
        max_length=120,
        help_text=gettext_lazy("Bijvoorbeeld: Het is donker bij de school."),
    )
    tekst = FreeTextField(
        label=gettext_lazy("Wat is er?"),
        required=False,
        max_length=2000,
        help_text=gettext_lazy("Schrijf zonder namen van mensen."),
    )
    plaats_tekst = LineField(
        label=gettext_lazy("Waar?"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Een straat of een plek. Bijvoorbeeld: Kadeweg, bij de bushalte."),
    )
    plek = forms.ChoiceField(label=gettext_lazy("Waar ongeveer op de kaart?"), required=False)
    hele_wijk = forms.BooleanField(label=gettext_lazy("In de hele wijk"), required=False)
    foto = CleanImageFormField(label=gettext_lazy("Foto"), required=False)
    name = NameField(label=gettext_lazy("Naam van wie het vertelt"), required=False)
    phone = PhoneField(label=gettext_lazy("Telefoonnummer"), required=False)
    email = forms.EmailField(
        label=gettext_lazy("E-mailadres"),
        max_length=254,
        required=False,
        help_text=gettext_lazy("Dan krijgt deze bewoner bericht van elke stap. Het hoeft niet."),
    )
    citaat = forms.BooleanField(
        label=gettext_lazy("De bewoner vindt goed dat we deze tekst gebruiken"), required=False
    )
    op_site = forms.BooleanField(
        label=gettext_lazy("Zet het meteen op de site"),
        required=False,
        help_text=gettext_lazy("Er staat niets in waaraan je iemand herkent."),
    )

    def __init__(self, *args: Any, wijk: Wijk, ground: Plattegrond | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wijk = wijk
        kinds: Any = self.fields["categorie"]
        kinds.queryset = Categorie.objects.filter(Q(wijk=None) | Q(wijk=wijk), is_actief=True)
        places: Any = self.fields["plek"]
        places.choices = _places(ground)
        sent = self.data.get("plek", "") if self.is_bound else ""
        if ground is not None and _is_spot(sent) and ground.shows(_point(sent)):
            places.choices = [(sent, _("Aangewezen op de kaart")), *places.choices]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if not (data.get("plaats_tekst") or data.get("plek") or data.get("hele_wijk")):
            text = _("Schrijf op waar het is, of kies ‘In de hele wijk’.")
            raise ValidationError({"plaats_tekst": text})
        return data

    def signaal(self, *, by: Any) -> Signaal:
        """What was filled in, not yet saved."""
        data = self.cleaned_data
        names = ("kanaal", "categorie", "titel", "tekst", "plaats_tekst", "hele_wijk", "citaat")
        made = Signaal(wijk=self.wijk, ingevoerd_door=by, **{name: data[name] for name in names})
        if data["plek"] and not data["hele_wijk"]:
            made.longitude, made.latitude = _point(data["plek"])
        return made

    def melder(self) -> Melder | None:
        """Who told it; None for who leaves nothing."""
        data = self.cleaned_data
        if not (data["name"] or data["phone"] or data["email"]):
            return None
        return Melder(name=data["name"], phone=data["phone"], email=data["email"])


def _places(ground: Plattegrond | None) -> list[Any]:
    nothing = ("", _("Dat weet ik niet precies"))
    if ground is None:
        return [nothing]
    groups = ((_("Buurten"), ground.buurten), (_("Vakken op de kaart"), ground.squares()))
    return [nothing, *((name, [_choice(one) for one in plekken]) for name, plekken in groups)]


def _choice(plek: Plek) -> tuple[str, str]:
    return f"{plek.point[0]},{plek.point[1]}", plek.name


def _is_spot(text: str) -> bool:
    parts = text.split(",")
    if len(parts) != 2 or len(text) > 40:
        return False
    try:
        longitude, latitude = float(parts[0]), float(parts[1])
    except ValueError:
        return False
    return abs(longitude) <= 180 and abs(latitude) <= 90


def _point(text: str) -> tuple[float, float]:
    longitude, latitude = text.split(",")
    return float(longitude), float(latitude)
