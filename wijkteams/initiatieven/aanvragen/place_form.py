"""Where it is: in the whole ward, pointed at, chosen from a list, or in words."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import LineField
from wijkteams.initiatieven.aanvragen.concept import Draft
from wijkteams.initiatieven.aanvragen.forms import StepForm
from wijkteams.maps.plattegrond import plattegrond_of
from wijkteams.maps.point_field import MapField, Pointed
from wijkteams.models import Wijk


class WaarForm(StepForm):
    """A place where it happens; never somebody's home."""

    hele_wijk = forms.BooleanField(label=gettext_lazy("Het is voor de hele wijk"), required=False)
    waar = LineField(
        label=gettext_lazy("Waar is het, in woorden?"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Bijvoorbeeld: in het buurthuis, of op het plein bij de school."),
    )

    def __init__(self, *args: Any, wijk: Wijk, draft: Draft, **kwargs: Any) -> None:
        initial = {"waar": draft.waar, "hele_wijk": draft.hele_wijk, "plek": draft.plek}
        super().__init__(*args, initial=initial, **kwargs)
        ground = plattegrond_of(wijk.pk)
        if ground is not None:
            self.fields["plek"] = MapField(ground, label=_("Wijs de plek aan"), required=False)
        for field in self.fields.values():  # one of them is needed: none is called optional
            field.hide_optional = True  # type: ignore[attr-defined]

    def shown(self) -> list[Any]:
        return [name for name in ("hele_wijk", "plek", "waar") if name in self.fields]

    @property
    def moved(self) -> bool:
        """Whether they clicked in the drawing: the screen comes again, with a spot."""
        if not self.is_bound or "plek" not in self.fields:
            return False
        return isinstance(sent := self["plek"].data, Pointed) and sent.moved

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        said = data.get("plek") or data.get("waar") or data.get("hele_wijk")
        if not self.errors and not self.moved and not said:
            text = _("Kies de hele wijk, wijs een plek aan, of zeg in woorden waar het is.")
            self.add_error("waar", text)
        return data

    def keep_in(self, draft: Draft) -> None:
        data = self.cleaned_data
        draft.waar, draft.hele_wijk = data.get("waar", ""), data.get("hele_wijk", False)
        draft.plek = None if draft.hele_wijk and not self.moved else data.get("plek")
