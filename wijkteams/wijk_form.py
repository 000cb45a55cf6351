"""The form 'Mijn wijk': the team keeps contact and face, the city also name, address and area."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from wijkteams.address_check import check_address_is_free
from wijkteams.form_fields import BoundaryField, PostcodesField
from wijkteams.importers.page_titles import follow_name
from wijkteams.models import Postcode, Wijk
from wijkteams.row_forms import WijkRowForm
from wijkteams.services import change_address
from wijkteams.ward_picker import search_among_many

CITY_FIELDS = ("name", "slug", "gemeente", "opvolger", "postcodes", "boundary")
TEAM_FIELDS = ("contact_email", "contact_phone", "meeting_place", "palette", "logo", "status")

HELP_TEXTS = {
    "slug": _(
        "Het deel achter de eerste schuine streep. Verander je dit, dan leiden oude links "
        "nog naar de wijk."
    ),
    "contact_email": _("Dit staat op de site. Bijvoorbeeld: havenkwartier@sluisdam.nl."),
    "contact_phone": _("Dit staat op de site. Bijvoorbeeld: 0182 12 34 56."),
    "palette": _("De kleur van de site van de wijk. Bijvoorbeeld: Haven, dat is helderblauw."),
    "logo": _(
        "Mag leeg blijven. Een plaatje dat je eerst bij Afbeeldingen zet. Vul daar ook in wie het "
        "maakte en of er mensen op staan: zolang dat leeg is, staat het niet op de site."
    ),
    "status": _(
        "Slapend: er gebeurt even weinig. Gestopt: het team is er niet meer. "
        "Bewoners zien dit boven aan de site van de wijk."
    ),
    "opvolger": _("Alleen als de wijk is opgevolgd. Bijvoorbeeld: Zonneweide volgt Tuindorp op."),
    "name": _("Bijvoorbeeld: Havenkwartier. De titel van de voorpagina verandert mee."),
    "gemeente": _("Alleen nodig als jullie site voor meer gemeenten is. Bijvoorbeeld: Gouda."),
}


class WijkForm(WijkRowForm):
    """Code never; address only for the city, and then the old one keeps leading here."""

    postcodes = PostcodesField(
        label=_("Postcodes"),
        required=False,
        rows=3,
        help_text=_(
            "Zo vinden bewoners hun wijk. Met komma's ertussen of onder elkaar. "
            "Bijvoorbeeld: 2801, 2802 AB."
        ),
    )
    boundary = BoundaryField(
        label=_("Grens"),
        required=False,
        help_text=_(
            'Als GeoJSON: tekst die begint met {"type": "Polygon" of {"type": "Feature". '
            "Meestal komt de grens uit een import."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.old = {"slug": self.instance.slug, "name": self.instance.name}
        for name, text in HELP_TEXTS.items():
            self.fields[name].help_text = text
        self._say_of_logo()
        self.initial["postcodes"] = list(self.instance.postcodes.values_list("postcode", flat=True))
        self.fields["opvolger"].queryset = Wijk.objects.exclude(pk=self.instance.pk)
        search_among_many(self.fields["opvolger"])
        if not self.membership.may_for(None, "rows", "wijk.change"):
            self._leave_to_the_city()

    def _say_of_logo(self) -> None:
        """A logo of which not all is known is nowhere to be seen, and nothing else says why."""
        logo = self.instance.logo
        reason = logo.refusal() if logo is not None and logo.is_withheld else ""
        if reason:
            field = self.fields["logo"]
            field.help_text = " ".join(
                [str(field.help_text), gettext("Dit logo staat nu niet op de site."), reason]
            )

    def _leave_to_the_city(self) -> None:
        for name in CITY_FIELDS:
            del self.fields[name]
        succeeded = Wijk.Status.OPGEVOLGD
        status: Any = self.fields["status"]
        if self.instance.status == succeeded:
            status.disabled = True
        else:
            status.choices = [(k, label) for k, label in status.choices if k != succeeded]

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        slug = data.get("slug")
        if slug and slug != self.old["slug"]:
            try:
                check_address_is_free(slug, wijk=self.instance)
            except ValidationError as error:
                self.add_error(None, error)
        return data

    def save(self, commit: bool = True) -> Wijk:
        slug, self.instance.slug = self.instance.slug, self.old["slug"]
        wijk: Wijk = super().save(commit=commit)
        if slug != self.old["slug"]:
            change_address(wijk, slug, changed_by=self.for_user)
        follow_name(wijk, self.old["name"])
        if "postcodes" in self.changed_data:
            self._save_postcodes(wijk)
        return wijk

    def _save_postcodes(self, wijk: Wijk) -> None:
        wanted = self.cleaned_data["postcodes"]
        wijk.postcodes.exclude(postcode__in=wanted).delete()
        kept = set(wijk.postcodes.values_list("postcode", flat=True))
        Postcode.objects.bulk_create(
            Postcode(wijk=wijk, postcode=postcode) for postcode in wanted if postcode not in kept
        )
