from __future__ import annotations

from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from .groups import WAYS_ON
from .sample import sample_document


class DocumentValue(blocks.StructValue):
    """A document in words."""

    @property
    def name(self) -> str:
        """What it is called here, else what it is called itself."""
        document = self.get("document")
        return self.get("title") or (document.title if document else "")

    @property
    def kind(self) -> str:
        """'pdf, 1,2 MB'; without a size where it is not known."""
        document = self.get("document")
        if not document:
            return ""
        size = filesizeformat(document.file_size) if document.file_size else ""
        return ", ".join(part for part in (document.file_extension, size) if part)


class DocumentBlock(blocks.StructBlock):
    """A file to download, with what it is and how large."""

    document = DocumentChooserBlock(
        label=_("document"), help_text=_("Bijvoorbeeld het verslag van de bewonersavond, als pdf.")
    )
    title = blocks.CharBlock(
        label=_("titel"),
        required=False,
        max_length=150,
        help_text=_(
            "Leeg: de titel van het document zelf. Bijvoorbeeld: 'Verslag bewonersavond 3 maart'."
        ),
    )
    description = blocks.CharBlock(
        label=_("waar gaat het over?"),
        required=False,
        max_length=250,
        help_text=_("Bijvoorbeeld: 'Wat we afspraken over het plein, in vier bladzijden.'"),
    )

    class Meta:
        icon = "doc-full-inverse"
        label = _("Document")
        description = _("Een bestand om te downloaden. Soort en grootte staan erbij.")
        group = WAYS_ON
        template = "blocks/document.html"
        value_class = DocumentValue

    def get_preview_value(self) -> Any:
        document = sample_document("Verslag", "verslag.pdf", 1_234_567)
        return self.normalize(
            {
                "document": document,
                "title": _("Verslag bewonersavond 3 maart"),
                "description": _("Wat we afspraken over het plein."),
            }
        )

    def get_searchable_content(self, value: Any) -> list[str]:
        """Also the document's own title, where no other was given."""
        content: list[str] = super().get_searchable_content(value)
        document = value.get("document") if value else None
        return [*content, document.title] if document and not value.get("title") else content
