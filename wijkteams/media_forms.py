"""Forms for pictures and documents in the CMS."""

from __future__ import annotations

from typing import Any

from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from wijkteams.media_wijk import OwnWijkFormMixin


class WijkImageForm(OwnWijkFormMixin, BaseImageForm):
    """A picture always gets a ward: left out would mean that it is the city's own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "description" in self.fields:
            self.fields["description"].required = False


class WijkDocumentForm(OwnWijkFormMixin, BaseDocumentForm):
    """A document always gets a ward."""
