"""Forms of buurten and themes. Their addresses are made of the name, once, and then stay."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from wijkteams.form_fields import BoundaryField
from wijkteams.importers.names import BUURTCODE
from wijkteams.models import Buurt, Thema
from wijkteams.row_forms import WijkRowForm


def slug_beside(name: str, others: QuerySet[Any]) -> str:
    """An address of this name that none of the others has."""
    base = slugify(name)[:50].strip("-") or "zonder-naam"
    taken = set(
        others.filter(slug__regex=rf"^{re.escape(base)}(-\d+)?$").values_list("slug", flat=True)
    )
    return next(s for s in (base, *(f"{base}-{n}" for n in range(2, 10_000))) if s not in taken)


class BuurtForm(WijkRowForm):
    """A neighbourhood of one's own ward."""

    boundary = BoundaryField(
        label=_("Grens"),
        required=False,
        help_text=_('Mag leeg blijven. Als GeoJSON: {"type": "Polygon", …}.'),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].help_text = _("Bijvoorbeeld: Loodsveld.")
        self.fields["code"].help_text = _("Mag leeg blijven. Bijvoorbeeld: BU05130102.")

    def clean_code(self) -> str | None:
        code = (self.cleaned_data["code"] or "").strip().upper()
        if code and not BUURTCODE.fullmatch(code):
            raise ValidationError(
                _("Dit is geen buurtcode van het CBS. Schrijf bijvoorbeeld BU05130102.")
            )
        return code or None

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        wijk, name = data.get("wijk"), data.get("name")
        if wijk and name:
            beside = Buurt.objects.filter(wijk=wijk).exclude(pk=self.instance.pk)
            if beside.filter(name__iexact=name).exists():
                self.add_error("name", _("Deze wijk heeft al een buurt met deze naam."))
            if not self.instance.slug:
                self.instance.slug = slug_beside(name, beside)
        return data


class ThemaForm(WijkRowForm):
    """A theme of one's own ward, or (for the city) of all wards."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].help_text = _("Bijvoorbeeld: Groen of Verkeer.")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        name = data.get("name")
        if name and "wijk" in data:
            others = Thema.objects.exclude(pk=self.instance.pk)
            if others.filter(wijk=data["wijk"], name__iexact=name).exists():
                self.add_error("name", _("Dit thema is er al."))
            if not self.instance.slug:
                self.instance.slug = slug_beside(name, others)
        return data
