"""What initiators fill in on their own page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import EmailField, FreeTextField, HouseHelper, LineField, NameField, PhotosField
from core.mail.addresses import clean as clean_address
from wijkteams.initiatieven.beheren.changing import FIELDS
from wijkteams.initiatieven.models import Initiatief, Staat
from wijkteams.initiatieven.staten import MOVES

SALT = "initiatieven.wijziging"


class OwnForm(forms.Form):
    """A small form on a page of an initiator."""

    use_required_attribute = False
    submit: Any = gettext_lazy("Bewaar")
    privacy = ""

    def __init__(self, *args: Any, back_url: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.back_url = back_url

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(self, submit=self.submit, back_url=self.back_url, privacy=self.privacy)


class BerichtForm(OwnForm):
    """How it goes, with one photo."""

    submit = gettext_lazy("Verstuur")
    privacy = "initiatieven-initiatiefnemers"
    tekst = FreeTextField(
        label=gettext_lazy("Hoe gaat het?"),
        max_length=1500,
        rows=6,
        help_text=gettext_lazy(
            "Bijvoorbeeld: vrijdag reden wij voor het eerst. Noem geen namen van mensen."
        ),
        error_messages={"required": gettext_lazy("Schrijf een paar regels.")},
    )
    foto = PhotosField(
        label=gettext_lazy("Hebt u een foto?"),
        max_number=1,
        required=False,
        help_text=gettext_lazy("Staan er mensen op? Vraag of zij dat goedvinden."),
    )
    foto_alt = LineField(
        label=gettext_lazy("Wat staat er op de foto?"),
        max_length=160,
        required=False,
        help_text=gettext_lazy("Voor wie de foto niet kan zien."),
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        photos = told.get("foto")
        if photos and photos.added and not told.get("foto_alt") and "foto_alt" not in self.errors:
            self.add_error("foto_alt", _("Schrijf in een paar woorden wat er op de foto staat."))
        return told

    @property
    def photo(self) -> Any:
        """The cleaned picture, if there is one."""
        return next(iter(self.cleaned_data["foto"].added), None)


class PaginaForm(OwnForm):
    """What their page says; `was` travels along, signed, so that an edit meanwhile is seen."""

    submit = gettext_lazy("Stuur de wijziging op")
    title = LineField(label=FIELDS["title"], max_length=120)
    summary = FreeTextField(
        label=FIELDS["summary"],
        max_length=300,
        rows=3,
        required=False,
        help_text=gettext_lazy("Eén of twee zinnen."),
    )
    waarom = FreeTextField(label=FIELDS["waarom"], max_length=1000, rows=5, required=False)
    wie = FreeTextField(label=FIELDS["wie"], max_length=1000, rows=5, required=False)
    was = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, was: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["was"].initial = signing.dumps(was, salt=SALT, compress=True)

    def clean_was(self) -> dict[str, str]:
        try:
            found: dict[str, str] = signing.loads(self.cleaned_data["was"], salt=SALT)
        except signing.BadSignature:
            raise ValidationError(_("Er ging iets mis. Open deze bladzijde opnieuw.")) from None
        return found

    @property
    def wanted(self) -> dict[str, str]:
        """What it should say, with line ends as the page has them."""
        told = self.cleaned_data
        return {name: str(told[name]).replace("\r\n", "\n") for name in FIELDS}


class StandForm(OwnForm):
    """How far it is, with a sentence for all."""

    naar = forms.ChoiceField(
        label=gettext_lazy("Hoe staat het ervoor?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies hoe het ervoor staat.")},
    )
    zin = FreeTextField(
        label=gettext_lazy("Vertel in één zin wat er gebeurde"),
        max_length=300,
        rows=3,
        required=False,
        help_text=gettext_lazy("Iedereen leest dit. Laat u het leeg? Dan schrijven wij een zin."),
    )

    def __init__(self, *args: Any, initiatief: Initiatief, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(to), Staat(to).label) for to in MOVES[initiatief.staat]]
        self.fields["naar"].choices = choices  # type: ignore[attr-defined]


class UitnodigForm(OwnForm):
    """Who else wants to be an initiator."""

    submit = gettext_lazy("Stuur een uitnodiging")
    name = NameField(label=gettext_lazy("Naam"))
    email = EmailField(
        label=gettext_lazy("E-mailadres"),
        max_length=254,
        help_text=gettext_lazy("Wij sturen een mail. Pas na een ja doet diegene mee."),
    )

    def clean_email(self) -> str:
        return clean_address(str(self.cleaned_data["email"]))


class NaamForm(OwnForm):
    """Whether their own name stands on the page."""

    submit = gettext_lazy("Bewaar")
    naam_openbaar = forms.BooleanField(
        label=gettext_lazy("Mijn naam mag op de site staan"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["naam_openbaar"].hide_optional = True  # type: ignore[attr-defined]
