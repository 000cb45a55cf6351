"""What a resident is asked, one question a screen: a few words and a place is all we need."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.utils.html import format_html
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from core.forms import (
    EmailField,
    FreeTextField,
    HouseHelper,
    LineField,
    NameField,
    PhoneField,
    PhotosField,
)
from core.forms.files import FileThere
from core.forms.trap import Trap, Trapped
from core.mail.addresses import clean as clean_address
from wijkteams.models import Wijk
from wijkteams.signalen.models import Categorie
from wijkteams.signalen.vertellen.concept import Draft

NEXT = gettext_lazy("Volgende")
MOST_PHOTOS = 3


class StepForm(forms.Form):
    """A screen of the telling: its fields, a button to go on and one to go back."""

    # What is missing is said when it is sent, in our words; until then no field looks wrong.
    use_required_attribute = False
    submit: Any = NEXT
    privacy = ""

    def __init__(self, *args: Any, back_url: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.back_url = back_url

    def shown(self) -> list[Any]:
        """The parts of the screen, in their order."""
        return list(self.fields)

    @property
    def helper(self) -> HouseHelper:
        """The screen with its buttons."""
        return HouseHelper(
            self,
            *self.shown(),
            submit=self.submit,
            back_url=self.back_url,
            privacy=self.privacy,
        )

    def keep_in(self, draft: Draft) -> None:
        """Put what was answered in the concept."""
        for name, value in self.cleaned_data.items():
            setattr(draft, name, value)


def categories_of(wijk: Wijk | None) -> QuerySet[Categorie]:
    """What can be chosen in a ward: the city's, and its own."""
    return Categorie.objects.filter(Q(wijk=None) | Q(wijk=wijk), is_actief=True)


def in_dutch(text: str) -> str:
    """What the city wrote, for who reads another language: said and laid out as Dutch."""
    if get_language() == settings.LANGUAGE_CODE:
        return text
    return format_html('<span lang="{}" dir="ltr">{}</span>', settings.LANGUAGE_CODE, text)


class OnderwerpForm(StepForm):
    """What it is about."""

    categorie = forms.ChoiceField(
        label=gettext_lazy("Waar gaat het over?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies waar het over gaat.")},
    )

    def __init__(self, *args: Any, wijk: Wijk | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = categories_of(wijk).values_list("pk", "name", "uitleg")
        self.fields["categorie"].choices = [  # type: ignore[attr-defined]
            (
                str(pk),
                in_dutch(f"{name}: {uitleg[:1].lower()}{uitleg[1:]}" if uitleg else name),
            )
            for pk, name, uitleg in rows
        ]

    def keep_in(self, draft: Draft) -> None:
        draft.categorie = int(self.cleaned_data["categorie"])


class VerhaalForm(StepForm):
    """What there is."""

    titel = LineField(
        label=gettext_lazy("Wat is er, in een paar woorden?"),
        max_length=120,
        help_text=gettext_lazy("Bijvoorbeeld: het is donker bij de school."),
    )
    tekst = FreeTextField(
        label=gettext_lazy("Wilt u er meer over vertellen?"),
        max_length=2000,
        required=False,
        rows=5,
    )

    def __init__(self, *args: Any, categorie: Categorie, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if categorie.is_vertrouwelijk:
            self.fields["titel"].help_text = _(
                "Bijvoorbeeld: een buurvrouw komt nooit meer buiten."
            )
            self.fields["tekst"].help_text = _("Noem geen namen en geen adressen van mensen.")
        else:
            self.fields["tekst"].help_text = _(
                "Bijvoorbeeld: sinds wanneer is het zo, en wie heeft er last van? "
                "Noem geen namen van mensen."
            )


class FotoForm(StepForm):
    """A picture; not needed."""

    fotos = PhotosField(
        label=gettext_lazy("Hebt u een foto?"),
        max_number=MOST_PHOTOS,
        required=False,
        help_text=gettext_lazy(
            "Dat hoeft niet. Zet geen gezichten of kentekens op de foto. Een filmpje kan niet."
        ),
    )

    def __init__(self, *args: Any, there: list[FileThere], **kwargs: Any) -> None:
        super().__init__(*args, initial={"fotos": there}, **kwargs)
        self.there = there

    def clean_fotos(self) -> Any:
        photos = self.cleaned_data["fotos"]
        stays = [one for one in self.there if one.key not in photos.removed]
        if len(stays) + len(photos.added) > MOST_PHOTOS:
            raise ValidationError(
                _("Stuur hooguit %(number)s foto’s. Haal er eerst een weg.")
                % {"number": MOST_PHOTOS},
                code="too_many",
            )
        return photos

    def keep_in(self, draft: Draft) -> None:
        """Pictures are rows of their own (`photos`)."""


class ContactForm(Trapped, StepForm):
    """Whom we may tell what becomes of it; not needed."""

    email = EmailField(
        label=gettext_lazy("Uw e-mailadres"),
        max_length=254,
        required=False,
        help_text=gettext_lazy("U krijgt een mail met een knop. Daarmee zegt u dat u het bent."),
    )
    phone = PhoneField(
        label=gettext_lazy("Uw telefoonnummer"),
        required=False,
        help_text=gettext_lazy("Als het wijkteam iets wil vragen."),
    )
    name = NameField(required=False)
    citaat = forms.BooleanField(
        label=gettext_lazy("Het wijkteam mag mijn woorden gebruiken, zonder mijn naam"),
        required=False,
    )
    privacy = "signalen"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["citaat"].hide_optional = True  # type: ignore[attr-defined]

    def shown(self) -> list[Any]:
        return ["email", "phone", "name", "citaat", Trap("website")]

    def clean_email(self) -> str:
        typed = str(self.cleaned_data["email"] or "")
        return clean_address(typed) if typed else ""

    def keep_in(self, draft: Draft) -> None:
        for name in ("email", "phone", "name", "citaat"):
            setattr(draft, name, self.cleaned_data[name])
