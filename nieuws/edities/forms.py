"""What is asked before a newsletter goes out: which lists, when, and if the number is right."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.forms import DateField, EmailField, NumberField, TimeField
from nieuws.models import Lijst

NOW, LATER = "nu", "later"


class ListsField(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]
    """Lists, each with how many readers it has."""

    numbers: dict[int, int]

    def label_from_instance(self, obj: Any) -> str:
        number = self.numbers.get(obj.pk, 0)
        words = _("%(title)s: 1 lezer") if number == 1 else _("%(title)s: %(number)d lezers")
        return words % {"title": obj.title, "number": number}


class VerstuurForm(forms.Form):
    """To whom, and when."""

    lijsten = ListsField(
        label=_("Naar welke lijsten?"),
        queryset=Lijst.objects.none(),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Wie op twee lijsten staat, krijgt één mail. Bijvoorbeeld: alle twee."),
        error_messages={"required": _("Kies ten minste één lijst.")},
    )
    wanneer = forms.ChoiceField(
        label=_("Wanneer?"),
        choices=[(NOW, _("Nu meteen")), (LATER, _("Later, op een dag en tijd die ik kies"))],
        initial=NOW,
        widget=forms.RadioSelect,
        help_text=_("Tot hij weg is, kun je hem tegenhouden. Bijvoorbeeld: Nu meteen."),
    )
    dag = DateField(
        label=_("Dag"),
        required=False,
        help_text=_("Alleen als je 'Later' koos. Bijvoorbeeld: 12-03-2027."),
    )
    tijd = TimeField(
        label=_("Tijd"),
        required=False,
        help_text=_("Alleen als je 'Later' koos. Bijvoorbeeld: 09:00."),
    )

    def __init__(self, *args: Any, lijsten: Any, numbers: dict[int, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["lijsten"]
        chosen.numbers = numbers
        chosen.queryset = lijsten
        self.moment: datetime | None = None
        first = lijsten.first()
        if first is not None:
            self.initial.setdefault("lijsten", [first.pk])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("wanneer") == LATER:
            self._clean_moment(data)
        return data

    def as_sent(self) -> list[tuple[str, str]]:
        """The answers once more, for the form on the next screen."""
        data: Any = self.data
        return [(name, value) for name in self.fields for value in data.getlist(name)]

    def _clean_moment(self, data: dict[str, Any]) -> None:
        for name in ("dag", "tijd"):
            if not data.get(name) and name not in self.errors:
                self.add_error(name, _("Vul dit in, of kies 'Nu meteen'."))
        if not (data.get("dag") and data.get("tijd")):
            return
        self.moment = _in_the_city(datetime.combine(data["dag"], data["tijd"]))
        if self.moment <= timezone.now():
            self.add_error("dag", _("Dit moment is al voorbij."))


def _in_the_city(wall: datetime) -> datetime:
    """The moment at which clocks here say so; of an hour that comes twice, the first."""
    return timezone.make_aware(wall)


class AantalForm(forms.Form):
    """The number of readers, typed over: sending cannot be taken back (requirement N7)."""

    aantal = NumberField(
        label=_("Naar hoeveel lezers gaat hij?"),
        min_value=0,
        max_value=100_000_000,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, total: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.total = total
        self.fields["aantal"].help_text = _(
            "Typ het aantal over: %(total)d. Zo gaat er nooit per ongeluk iets weg."
        ) % {"total": total}

    def clean_aantal(self) -> int:
        number = int(self.cleaned_data["aantal"])
        if number != self.total:
            raise ValidationError(
                _("Dat klopt niet: er zijn %(total)d lezers.") % {"total": self.total}
            )
        return number


class ProefForm(forms.Form):
    """Where the test mail goes."""

    naar = EmailField(
        label=_("Stuur een proefmail naar"),
        max_length=254,
        help_text=_("Je eigen adres, of dat van wie meeleest. Bijvoorbeeld: jij@wijk.example."),
    )
