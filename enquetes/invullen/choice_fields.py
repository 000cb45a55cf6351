"""Questions with answers to choose from."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from core.forms import Scale
from enquetes.models import Enquete
from enquetes.vragen import Vraag
from enquetes.vragen.antwoord import ANDERS, BUITEN, JA, NEE, WEET_NIET
from wijkteams.models import Buurt

DONT_KNOW = gettext_lazy("Weet ik niet, of zeg ik liever niet")
OTHER = gettext_lazy("Anders, namelijk")
FACES = (
    gettext_lazy("Heel slecht"),
    gettext_lazy("Slecht"),
    gettext_lazy("Gaat wel"),
    gettext_lazy("Goed"),
    gettext_lazy("Heel goed"),
)
"What the five faces say, from 1 to 5."
CHOOSE_ONE = {"required": gettext_lazy("Kies een antwoord.")}


def choices_of(vraag: Vraag) -> list[tuple[str, Any]]:
    """The answers in order; 'Anders' and 'Weet ik niet' last."""
    found: list[tuple[str, Any]] = [(optie.id, optie.text) for optie in vraag.opties]
    if vraag.anders:
        found.append((ANDERS, OTHER))
    return [*found, *dont_know(vraag)]


def dont_know(vraag: Vraag) -> list[tuple[str, Any]]:
    """The answer for who does not know, where it is offered."""
    return [(WEET_NIET, DONT_KNOW)] if vraag.weet_niet else []


class Faces(forms.RadioSelect):
    """Five drawn faces, each with its word."""

    nlds = "faces"


class OneField(forms.ChoiceField):
    """One of several; `clean` gives its id, or None."""

    widget = forms.RadioSelect
    default_error_messages = {
        **CHOOSE_ONE,
        "invalid_choice": gettext_lazy("Kies een van deze antwoorden."),
    }

    def clean(self, value: Any) -> Any:
        return super().clean(value) or None


class NumberChoiceField(OneField):
    """One of the figures of a scale; `clean` gives a number, WEET_NIET or None."""

    def clean(self, value: Any) -> Any:
        chosen = super().clean(value)
        return int(chosen) if chosen and chosen != WEET_NIET else chosen


class ManyField(forms.MultipleChoiceField):
    """Any of several, as many as may; `clean` gives a list of ids, or None."""

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {
        "required": gettext_lazy("Kies een of meer antwoorden."),
        "invalid_choice": gettext_lazy("Kies een van deze antwoorden."),
    }

    def __init__(self, *, minimum: int | None, maximum: int | None, **kwargs: Any) -> None:
        self.minimum, self.maximum = minimum, maximum
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        chosen = [str(one) for one in super().clean(value)]
        if WEET_NIET in chosen and len(chosen) > 1:
            raise ValidationError(
                _("Kies ‘Weet ik niet’, of een ander antwoord. Niet allebei."), code="both"
            )
        if chosen and chosen != [WEET_NIET]:
            self._check_number(len(chosen))
        return chosen or None

    def _check_number(self, number: int) -> None:
        if self.maximum and number > self.maximum:
            text = ngettext(
                "Kies hoogstens %(count)d antwoord.",
                "Kies hoogstens %(count)d antwoorden.",
                self.maximum,
            )
            raise ValidationError(text % {"count": self.maximum}, code="too_many")
        if self.minimum and number < self.minimum:
            text = ngettext(
                "Kies minstens %(count)d antwoord.",
                "Kies minstens %(count)d antwoorden.",
                self.minimum,
            )
            raise ValidationError(text % {"count": self.minimum}, code="too_few")


def one(vraag: Vraag, enquete: Enquete | None) -> forms.Field:
    """'Eén keuze'."""
    return OneField(choices=choices_of(vraag))


def many(vraag: Vraag, enquete: Enquete | None) -> forms.Field:
    """'Meer keuzes'."""
    minimum = int(vraag.minimum) if vraag.minimum else None
    maximum = int(vraag.maximum) if vraag.maximum else None
    return ManyField(
        choices=choices_of(vraag),
        minimum=minimum,
        maximum=maximum,
        help_text=_how_many(minimum, maximum),
    )


def _how_many(minimum: int | None, maximum: int | None) -> str:
    if minimum and maximum:
        return _("Kies er %(least)d tot %(most)d.") % {"least": minimum, "most": maximum}
    if maximum:
        return _("Kies er hoogstens %(most)d.") % {"most": maximum}
    if minimum:
        return _("Kies er minstens %(least)d.") % {"least": minimum}
    return _("U mag er meer kiezen.")


def yes_no(vraag: Vraag, enquete: Enquete | None) -> forms.Field:
    """'Ja of nee'."""
    return OneField(choices=[(JA, _("Ja")), (NEE, _("Nee")), *dont_know(vraag)])


def scale(vraag: Vraag, enquete: Enquete | None) -> forms.Field:
    """Figures in a row."""
    last = int(vraag.maximum or 5)
    figures = [(str(number), str(number)) for number in range(1, last + 1)]
    left = f"1 = {vraag.links}" if vraag.links else ""
    right = f"{last} = {vraag.rechts}" if vraag.rechts else ""
    return NumberChoiceField(
        choices=[*figures, *dont_know(vraag)], widget=Scale(ends=(left or (right and "1"), right))
    )


def faces(vraag: Vraag, enquete: Enquete | None) -> forms.Field:
    """'Gezichtjes'."""
    figures = [(str(number), word) for number, word in enumerate(FACES, start=1)]
    return NumberChoiceField(choices=[*figures, *dont_know(vraag)], widget=Faces)


def neighbourhood(vraag: Vraag, enquete: Enquete | None) -> forms.Field:
    """In which neighbourhood somebody lives; of a survey of the city, of any ward."""
    wijk = enquete.wijk_id if enquete else None
    last = [(BUITEN, _("Ik woon ergens anders")), *dont_know(vraag)]
    buurten = Buurt.objects.select_related("wijk")
    if wijk is not None:
        own = [(str(buurt.pk), buurt.name) for buurt in buurten.filter(wijk=wijk)]
        return OneField(choices=[*own, *last])
    groups: dict[str, list[tuple[str, str]]] = {}
    for buurt in buurten.order_by("wijk__name", "name", "pk"):
        groups.setdefault(buurt.wijk.name, []).append((str(buurt.pk), buurt.name))
    return OneField(choices=[("", _("Kies uw buurt")), *groups.items(), *last], widget=forms.Select)
