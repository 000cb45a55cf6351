"""What the team fills in about a theme."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from wijkteams.signalen.models import SignaalthemaPage


class ThemaForm(forms.Form):
    """A new theme by its title, or one that is there."""

    title = forms.CharField(
        label=_("Nieuw thema"),
        max_length=120,
        required=False,
        help_text=_("Bijvoorbeeld: De supermarkt verdwijnt."),
    )
    page: Any = forms.ModelChoiceField(
        SignaalthemaPage.objects.none(),
        label=_("Of bij een thema dat er al is"),
        required=False,
        empty_label=_("Kies een thema"),
    )

    def __init__(self, *args: Any, wijk_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["page"].queryset = themes_of(wijk_id)  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        title, page = (cleaned.get("title") or "").strip(), cleaned.get("page")
        if not self.errors and not title and page is None:
            self.add_error("title", _("Geef het thema een naam, of kies er een die er al is."))
        if not self.errors and title and page is not None:
            self.add_error("page", _("Kies één van de twee: een nieuw thema of een bestaand."))
        return cleaned


class CitaatForm(forms.Form):
    """Words of one signal for the page."""

    citaat = forms.CharField(
        label=_("Woorden op de pagina"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Leeg: geen citaat. Sla je iets over? Schrijf (…)."),
    )


def themes_of(wijk_id: int) -> QuerySet[SignaalthemaPage]:
    """The themes of a ward, in the language of its team."""
    pages = SignaalthemaPage.objects.filter(wijk=wijk_id, alias_of=None)
    return pages.filter(locale__language_code=settings.LANGUAGE_CODE).order_by("title", "pk")
