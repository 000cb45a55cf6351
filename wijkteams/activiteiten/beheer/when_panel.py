"""The panel 'Wanneer en hoe vaak?' of the form of an activity."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.widgets import Script
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import compare
from wagtail.admin.panels import Panel

from wijkteams.activiteiten.beheer.sentence import sentence
from wijkteams.activiteiten.recurrence.words import in_words

SCRIPT = "js/agenda-beheer.js"


class SeriesComparison(compare.TextFieldComparison):
    """What changed about when it is, in words."""

    def __init__(self, before: Any, after: Any) -> None:
        super().__init__(type(after)._meta.get_field("herhaling"), before, after)
        self.val_a, self.val_b = _in_words(before), _in_words(after)

    def field_label(self) -> str:
        return _("Wanneer en hoe vaak?")


class WhenPanel(Panel):
    """Shows `form.wanneer`; on a translation only what the page in Dutch says."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "activiteiten/beheer/when_panel.html"

        @property
        def media(self) -> forms.Media:
            # A module waits until the form is there: Wagtail puts scripts before it.
            scripts: list[Any] = [Script(SCRIPT, type="module")]
            return forms.Media(js=scripts)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            when = getattr(self.form, "wanneer", None)
            kept = when.kept if when is not None else self.form.followed_series
            return {
                **super().get_context_data(parent_context),
                "when": when,
                "sentence": sentence(kept) if kept is not None else "",
                "sentence_url": reverse("agenda_hulp:zin"),
                "duplicates_url": reverse("agenda_hulp:dubbel"),
                "agenda_id": self._agenda_id(),
                "page_id": self.instance.pk or "",
            }

        def _agenda_id(self) -> int | None:
            parent = self.form.parent_page or self.instance.get_parent()
            return parent.pk if parent is not None else None

        def get_comparison(self) -> list[Any]:
            return [SeriesComparison]


def _in_words(page: Any) -> str:
    from wijkteams.activiteiten.keren.series import series_of_page

    try:
        return in_words(series_of_page(page))
    except ValidationError:
        return ""
