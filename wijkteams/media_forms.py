"""Forms for pictures and documents in the CMS."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms import FileInput, RadioSelect
from django.utils.translation import gettext
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from core.uploads.documents import check_document_file
from core.uploads.fields import CleanImageFormField
from wijkteams.media_help import DOCUMENT_HELP, IMAGE_HELP
from wijkteams.media_wijk import OwnWijkFormMixin
from wijkteams.models.photo_rights import Consent


def explain(form: Any, texts: dict[str, Any]) -> None:
    """Say at each field what belongs there, with an example."""
    for name, text in texts.items():
        if name in form.fields:
            form.fields[name].help_text = text


class WijkImageForm(OwnWijkFormMixin, BaseImageForm):
    """A picture always gets a ward: left out would mean that it is the city's own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "description" in self.fields:
            self.fields["description"].required = False
        if "file" in self.fields:
            self.fields["file"] = _clean_field(self.fields["file"])
        self._offer_answers()
        explain(self, IMAGE_HELP)
        self.search_wards()

    def _offer_answers(self) -> None:
        """'Never asked' is an answer for pictures that were there before, and stays theirs."""
        for name in {"licence", "consent"} & set(self.fields):
            field = self.fields[name]
            field.widget = RadioSelect()  # a long answer does not fit in a list on a phone
            field.choices = [
                (value, label if value else gettext("Nog niet ingevuld"))
                for value, label in field.choices
                if value != Consent.NEVER_ASKED or self.instance.consent == value
            ]


def _clean_field(given: Any) -> CleanImageFormField:
    """Wagtail chooses the field of a picture itself; take over what it set."""
    field = CleanImageFormField(
        label=given.label, required=given.required, widget=FileInput(attrs=given.widget.attrs)
    )
    field.widget.is_required = given.required
    return field


class WijkDocumentForm(OwnWijkFormMixin, BaseDocumentForm):
    """A document always gets a ward, and holds what its name says."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" in self.fields:
            self.fields["file"].max_length = None  # the file gets a name of ours
        explain(self, DOCUMENT_HELP)
        self.search_wards()

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if "file" in self.changed_data and file:
            _check_extension(file.name)
            check_document_file(file)
        return file


def _check_extension(name: str) -> None:
    allowed = settings.WAGTAILDOCS_EXTENSIONS
    if PurePath(name).suffix.lower()[1:] not in allowed:
        raise ValidationError(
            gettext("Dit soort bestand kan niet. Kies een bestand dat eindigt op %(endings)s.")
            % {"endings": ", ".join(f".{ending}" for ending in allowed)},
            code="invalid_extension",
        )
