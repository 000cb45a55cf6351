"""The form 'Nieuwe wijk': one page, in the order in which an editor knows the answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wijkteams.address_check import check_address_is_free
from wijkteams.form_fields import (
    BoundaryField,
    BoundaryFileField,
    LinesField,
    PostcodesField,
    WijkcodesField,
)
from wijkteams.palettes import Palet
from wijkteams.roles import WARD_ROLES, Rol
from wijkteams.wizard.opening import NieuweWijk
from wijkteams.wizard.sections import SECTIONS, FormSection

INVITATIONS = 3
WARD_ROLE_CHOICES = [(rol.value, rol.label) for rol in Rol if rol in WARD_ROLES]


class NieuweWijkForm(forms.Form):
    """Everything about a new ward; only the name is obligatory."""

    error_css_class = "w-field--error"
    use_required_attribute = False

    name = forms.CharField(
        label=_("Naam van de wijk"), max_length=100, help_text=_("Bijvoorbeeld: Havenkwartier.")
    )
    slug = forms.CharField(
        label=_("Adres"),
        max_length=60,
        required=False,
        help_text=_(
            "Het deel achter de eerste schuine streep. Bijvoorbeeld: havenkwartier. "
            "Laat je dit leeg, dan maken we het van de naam."
        ),
    )
    palette = forms.ChoiceField(
        label=_("Kleur"),
        choices=Palet.choices,
        help_text=_("De kleur van de site van deze wijk. Het team kan dit later veranderen."),
    )
    gemeente = forms.CharField(
        label=_("Gemeente"),
        max_length=80,
        required=False,
        help_text=_("Alleen nodig als jullie site voor meer gemeenten is. Bijvoorbeeld: Gouda."),
    )
    buurten = LinesField(
        label=_("Buurten"),
        required=False,
        help_text=_("Eén buurt per regel. Bijvoorbeeld: Loodsveld."),
    )
    postcodes = PostcodesField(
        label=_("Postcodes"),
        required=False,
        rows=3,
        help_text=_(
            "Zo vinden bewoners hun wijk. Met komma's ertussen of onder elkaar. "
            "Bijvoorbeeld: 2801, 2802 AB."
        ),
    )
    codes = WijkcodesField(
        label=_("Wijkcode van het CBS"),
        required=False,
        rows=2,
        help_text=_(
            "Bijvoorbeeld: WK051301. Zijn het er meer, zet ze dan onder elkaar. "
            "Weet je de code niet, laat dit dan leeg."
        ),
    )
    boundary_file = BoundaryFileField(
        label=_("Bestand met de grens"),
        required=False,
        help_text=_(
            "Een GeoJSON-bestand met één gebied, hoogstens 2 MB. Bijvoorbeeld van PDOK. "
            "Heb je dat niet? Sla dit over: de site werkt ook zonder kaart."
        ),
    )
    boundary = BoundaryField(
        label=_("Of plak de grens hier"),
        required=False,
        help_text=_('Tekst die begint met {"type": "Polygon" of {"type": "Feature".'),
    )
    contact_email = forms.EmailField(
        label=_("E-mailadres van het wijkteam"),
        required=False,
        help_text=_("Dit staat op de site. Bijvoorbeeld: havenkwartier@sluisdam.nl."),
    )
    contact_phone = forms.CharField(
        label=_("Telefoon van het wijkteam"),
        max_length=30,
        required=False,
        help_text=_("Dit staat op de site. Bijvoorbeeld: 0182 12 34 56."),
    )
    meeting_place = forms.CharField(
        label=_("Ontmoetingsplek"),
        max_length=200,
        required=False,
        help_text=_("Waar bewoners kunnen langskomen. Bijvoorbeeld: De Brug, Brugstraat 3."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, INVITATIONS + 1):
            self._add_invitation(number)

    def _add_invitation(self, number: int) -> None:
        self.fields[f"invitation_{number}"] = forms.EmailField(
            label=_("E-mailadres %(number)d") % {"number": number},
            required=False,
            help_text=_("Krijgt een mail met een link. Bijvoorbeeld: amira@voorbeeld.nl."),
        )
        self.fields[f"role_{number}"] = forms.ChoiceField(
            label=_("Rol %(number)d") % {"number": number},
            required=False,
            help_text=_("Wat deze persoon mag. Bijvoorbeeld: Redacteur, die schrijft en plaatst."),
            choices=WARD_ROLE_CHOICES,
            initial=Rol.WIJKBEHEERDER if number == 1 else Rol.REDACTEUR,
        )

    def sections(self) -> Iterator[FormSection]:
        """The fields in groups, as the screen shows them."""
        for section in SECTIONS:
            yield FormSection(
                section.anchor,
                section.heading,
                section.intro,
                [self[name] for name in self.fields if section.holds(name)],
            )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("boundary_file"):
            if data.get("boundary"):
                self.add_error("boundary", _("Kies een bestand of plak de grens: niet allebei."))
            else:
                self._keep_boundary(data)
        self._check_address(data.get("slug", ""))
        emails = [data.get(f"invitation_{n}", "").lower() for n in range(1, INVITATIONS + 1)]
        for number, email in enumerate(emails, 1):
            if email and email in emails[: number - 1]:
                self.add_error(
                    f"invitation_{number}", _("Dit adres staat er al. Iedereen krijgt één mail.")
                )
        return data

    def _check_address(self, slug: str) -> None:
        """Said at once, beside other errors; the service looks again when it opens the ward."""
        try:
            if slug:
                check_address_is_free(slug)
        except ValidationError as error:
            self.add_error(None, error)

    def _keep_boundary(self, data: dict[str, Any]) -> None:
        """A browser forgets a chosen file: with an error elsewhere its content stays as text."""
        data["boundary"] = data["boundary_file"]
        typed = self.data.copy()  # type: ignore[attr-defined]
        typed["boundary"] = self.fields["boundary"].prepare_value(data["boundary"])
        self.data = typed

    def plan(self, invitations: tuple[tuple[str, str], ...] = ()) -> NieuweWijk:
        """The ward to open, from a valid form."""
        data = self.cleaned_data
        typed = tuple(
            (data[f"invitation_{n}"], data[f"role_{n}"] or Rol.WIJKBEHEERDER.value)
            for n in range(1, INVITATIONS + 1)
            if data[f"invitation_{n}"]
        )
        names = ("codes", "buurten", "postcodes")
        lists: dict[str, Any] = {name: tuple(data[name]) for name in names}
        same = ("name", "slug", "gemeente", "palette", "boundary")
        contact = ("contact_email", "contact_phone", "meeting_place")
        plain = {name: data[name] for name in (*same, *contact)}
        return NieuweWijk(**plain, **lists, invitations=typed + invitations)

    def take_refusal(self, error: ValidationError) -> None:
        """Show what the service refused at the field that it is about."""
        if not hasattr(error, "error_dict"):
            self.add_error(None, error)
            return
        for name, errors in error.error_dict.items():
            field = "codes" if name == "code" else name
            self.add_error(field if field in self.fields else None, errors)
