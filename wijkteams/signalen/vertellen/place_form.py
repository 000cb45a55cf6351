"""Where it is: pointed at, chosen from a list, in words, or in the whole ward (G5, G13)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import LineField
from wijkteams.maps.plattegrond import Plattegrond, plattegrond_of
from wijkteams.maps.point_field import MapField, Pointed
from wijkteams.models import Wijk
from wijkteams.models.wijk import ENDED
from wijkteams.signalen.vertellen.concept import Draft
from wijkteams.signalen.vertellen.forms import StepForm
from wijkteams.signalen.vertellen.wards import wards_at, wards_named

MOST_DRAWN = 30
"A drawing of more wards than this weighs too much for a telephone."


class AnywhereField(MapField):
    """A place by the list, the drawing, or the GPS of a telephone: that may lie off the drawing."""

    def clean(self, value: Pointed) -> Any:
        point = self._point(value)
        return list(point) if point else None


class PlekForm(StepForm):
    """Its `wijk` is the ward of the place, once it is valid."""

    waar = LineField(
        label=gettext_lazy("Waar is het, in woorden?"),
        max_length=200,
        required=False,
        help_text=gettext_lazy(
            "Een straat, een plek of een adres. Bijvoorbeeld: Kadeweg, bij de bushalte."
        ),
    )
    hele_wijk = forms.BooleanField(label=gettext_lazy("Het is in de hele wijk"), required=False)

    def __init__(self, *args: Any, wijk: Wijk | None, draft: Draft, **kwargs: Any) -> None:
        initial = {"waar": draft.waar, "hele_wijk": draft.hele_wijk, "plek": draft.plek}
        super().__init__(*args, initial=initial, **kwargs)
        self.wijk = wijk
        self.fields["hele_wijk"].hide_optional = True  # type: ignore[attr-defined]
        self.ground = _ground(wijk)
        if self.ground is not None:
            label = _("Wijs de plek aan")
            self.fields["plek"] = AnywhereField(self.ground, label=label, required=False)
        if wijk is None:
            self._ask_ward(Wijk.objects.exclude(status__in=ENDED))

    def shown(self) -> list[Any]:
        words = [name for name in ("wijk", "plek", "waar", "hele_wijk") if name in self.fields]
        return words

    @property
    def moved(self) -> bool:
        """Whether they clicked in the drawing: the screen comes again, with a spot."""
        return isinstance(sent := self._sent("plek"), Pointed) and sent.moved

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if self.errors or self.moved:
            return data
        if not (data.get("plek") or data.get("waar") or data.get("hele_wijk")):
            text = _("Wijs de plek aan, of zeg in woorden waar het is.")
            self.add_error("waar", text)
        elif data.get("plek"):
            self._find_ward(data["plek"])
        elif self.wijk is None:
            self._read_ward(str(data.get("waar", "")))
        return data

    def _find_ward(self, plek: list[float]) -> None:
        found = wards_at(plek[1], plek[0], first=self.wijk)
        chosen = [one for one in found if str(one.pk) == self._sent("wijk")]
        if len(found) == 1 or chosen:
            self.wijk = (chosen or found)[0]
        elif found:
            self._ask_ward(found)
            self.add_error(
                "wijk", _("Deze plek ligt op een grens. Kies de wijk waar het bij hoort.")
            )
        elif self.wijk is None or self.wijk.boundary is not None:
            text = _(
                "Deze plek ligt niet in een van onze wijken. Kies een andere plek. "
                "Is het ergens anders? Dan kan uw gemeente u helpen."
            )
            self.add_error("plek", text)

    def _read_ward(self, waar: str) -> None:
        """Without a point, in the whole city: the one they chose, or that of their postcode."""
        chosen = self.cleaned_data.get("wijk")
        named = wards_named(waar) if not chosen else []
        if chosen:
            self.wijk = Wijk.objects.get(pk=chosen)
        elif len(named) == 1:
            self.wijk = named[0]
        else:
            self.add_error("wijk", _("Kies de wijk."))

    def _ask_ward(self, wijken: Any) -> None:
        choices = [(str(one.pk), one.name) for one in wijken]
        self.fields["wijk"] = forms.ChoiceField(
            label=_("In welke wijk is het?"),
            choices=[("", _("Kies een wijk")), *choices],
            required=False,
        )

    def _sent(self, name: str) -> Any:
        if not self.is_bound:
            return None
        if name in self.fields:
            return self[name].data
        return self.data.get(name)

    def keep_in(self, draft: Draft) -> None:
        data = self.cleaned_data
        draft.waar, draft.hele_wijk = data.get("waar", ""), data.get("hele_wijk", False)
        draft.plek = None if draft.hele_wijk and not self.moved else data.get("plek")
        if self.wijk is not None and not self.moved:
            draft.wijk = self.wijk.pk


def _ground(wijk: Wijk | None) -> Plattegrond | None:
    if wijk is None and Wijk.objects.exclude(boundary=None).count() > MOST_DRAWN:
        return None
    return plattegrond_of(wijk.pk if wijk else None)
