"""The form of a calendar of another: its address, or a file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.fetching import FetchRefused
from core.fetching.address import target_of
from wijkteams.activiteiten.importing.found import Reading, understand
from wijkteams.activiteiten.importing.lines import MOST_BYTES
from wijkteams.activiteiten.importing.refusals import Unreadable, unreadable
from wijkteams.activiteiten.models import Bron
from wijkteams.row_forms import WijkRowForm


class CalendarAddressField(forms.URLField):
    """Also takes webcal://, as sites write it for telephones."""

    def to_python(self, value: Any) -> str | None:
        text = str(value or "").strip()
        if text.lower().startswith(("webcal://", "webcals://")):
            text = f"https://{text.partition('://')[2]}"
        return super().to_python(text)


class BronForm(WijkRowForm):
    """Checks at once whether the address may be asked, and whether the file can be read."""

    address = CalendarAddressField(
        label=gettext_lazy("adres van de kalender"),
        max_length=500,
        required=False,
        assume_scheme="https",
        help_text=Bron._meta.get_field("address").help_text,
    )
    bestand = forms.FileField(
        label=gettext_lazy("of een bestand"),
        required=False,
        max_length=255,
        help_text=gettext_lazy(
            "Een kalender die je van de organisatie kreeg. Het bestand zelf bewaren we niet. "
            "Bijvoorbeeld: agenda.ics."
        ),
    )

    reading: Reading | None = None
    "What stood in the file."

    def clean_address(self) -> str:
        address: str = self.cleaned_data["address"] or ""
        if address:
            try:
                target_of(address)
            except FetchRefused as refusal:
                raise ValidationError(str(refusal), code=refusal.code) from None
        return address

    def clean_bestand(self) -> Any:
        sent = self.cleaned_data["bestand"]
        if not sent:
            return None
        try:
            if sent.size > MOST_BYTES:
                raise unreadable("large")
            self.reading = understand(sent.read(), timezone.localdate())
        except Unreadable as refusal:
            raise ValidationError(str(refusal), code=refusal.code) from None
        return sent

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean()
        nothing = not cleaned.get("address") and not cleaned.get("bestand")
        if nothing and not self.instance.pk and not self.errors:
            self.add_error("address", _("Vul een adres in, of kies een bestand."))
        return cleaned
