"""Wagtail's own lists and reports go out through our writer.

Wagtail writes `=HYPERLINK(…)` into CSV as it stands (its documents call that no vulnerability).
All its views write in `SpreadsheetExportMixin.as_spreadsheet`: that one place is ours now.
"""

from __future__ import annotations

from typing import Any

from django.http.response import HttpResponseBase
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from core.exports.files import export_response


def as_spreadsheet(self: Any, queryset: Any, spreadsheet_format: str) -> HttpResponseBase:
    """Instead of Wagtail's method of this name."""
    match = self.request.resolver_match
    return export_response(
        self.request,
        name=self.get_filename(),
        subject=match.view_name if match else self.get_filename(),
        heading=[self.get_heading(queryset, field) for field in self.list_export],
        rows=(_row(self, item) for item in queryset),
        form=spreadsheet_format,
    )


def _row(view: Any, item: Any) -> list[Any]:
    """Functions for one column stay; those for a kind of value are ours."""
    custom = view.custom_field_preprocess
    return [
        change(value) if (change := custom.get(field, {}).get(view.FORMAT_CSV)) else value
        for field, value in view.to_row_dict(item).items()
    ]


def use_our_writer() -> None:
    """Called when the app is ready."""
    SpreadsheetExportMixin.as_spreadsheet = as_spreadsheet
