from __future__ import annotations

from collections import defaultdict
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.admin.telepath import register
from wagtail.contrib.typed_table_block.blocks import (
    TypedTable,
    TypedTableBlock,
    TypedTableBlockAdapter,
    TypedTableBlockValidationError,
)
from wagtail_localize.segments import StringSegmentValue

from .groups import WORDS


class TableBlock(TypedTableBlock):
    """A small table: a caption, headings above the columns, and if wanted beside the rows."""

    heading = blocks.CharBlock(label=gettext_lazy("Kop van de rij"), required=False)
    text = blocks.CharBlock(label=gettext_lazy("Tekst"), required=False)
    number = blocks.CharBlock(label=gettext_lazy("Getal of bedrag"), required=False)

    class Meta:
        icon = "table"
        label = gettext_lazy("Tabel")
        description = gettext_lazy("Een kleine tabel, zoals openingstijden of prijzen.")
        help_text = gettext_lazy(
            "Geef de tabel een opschrift, bijvoorbeeld 'Wat het kost', en elke kolom een kop. "
            "Kies als eerste kolom 'Kop van de rij' als daar de namen staan."
        )
        group = WORDS
        template = "blocks/table.html"

    def get_preview_value(self) -> TypedTable:
        rows = [(_("Kinderen"), "€ 2,50"), (_("Volwassenen"), "€ 5,00"), (_("Stadspas"), "€ 0,00")]
        return self.to_python(
            {
                "caption": _("Wat het kost"),
                "columns": [
                    {"type": "heading", "heading": _("Wie")},
                    {"type": "number", "heading": _("Per keer")},
                ],
                "rows": [{"values": list(row)} for row in rows],
            }
        )

    def to_python(self, value: Any) -> TypedTable:
        """Columns of a kind that is not there (any more) become text; short rows are filled up."""
        if not value:
            return super().to_python(value)
        columns = [
            {**column, "type": column["type"] if column["type"] in self.child_blocks else "text"}
            for column in value.get("columns", [])
        ]
        width = len(columns)
        rows = [
            {"values": [*row["values"], *[""] * width][:width]} for row in value.get("rows", [])
        ]
        return super().to_python({**value, "columns": columns, "rows": rows})

    def clean(self, table: TypedTable) -> TypedTable:
        cleaned = super().clean(table)
        if not self.is_deferred_validation:
            complaints = _complaints(cleaned)
            if complaints:
                raise TypedTableBlockValidationError(non_block_errors=complaints)
        return cleaned

    def get_translatable_segments(self, table: TypedTable) -> list[StringSegmentValue]:
        """For wagtail-localize: the caption, the headings and the cells."""
        segments = [StringSegmentValue("caption", table.caption or "")]
        for number, column in enumerate(table.columns):
            segments.append(StringSegmentValue(f"column-{number}", column["heading"] or ""))
        for row_number, row in enumerate(table.row_data):
            for number, cell in enumerate(row["values"]):
                segments.append(StringSegmentValue(f"cell-{row_number}-{number}", cell or ""))
        return segments

    def restore_translated_segments(self, table: TypedTable, segments: list[Any]) -> TypedTable:
        """The same table with translated words; what was not translated stays as it was."""
        words = defaultdict(str, {one.path: one.render_text() for one in segments})
        columns = [
            {**column, "heading": words[f"column-{number}"] or column["heading"]}
            for number, column in enumerate(table.columns)
        ]
        rows = [
            {"values": [words[f"cell-{row}-{n}"] or cell for n, cell in enumerate(line["values"])]}
            for row, line in enumerate(table.row_data)
        ]
        return TypedTable(columns, rows, words["caption"] or table.caption)


def _complaints(table: TypedTable) -> list[ValidationError]:
    complaints = []
    if not table.columns or not table.row_data:
        complaints.append(_("Geef de tabel minstens één kolom en één rij."))
    if not (table.caption or "").strip():
        complaints.append(_("Geef de tabel een opschrift. Bijvoorbeeld: 'Wat het kost'."))
    if any(not (column["heading"] or "").strip() for column in table.columns):
        complaints.append(_("Geef elke kolom een kop. Bijvoorbeeld: 'Per keer'."))
    return [ValidationError(text) for text in complaints]


register(TypedTableBlockAdapter(), TableBlock)
