"""Where the CMS makes inline scripts: choosers and calendars in forms, and lists of lines.

The screens of wagtail-localize have theirs in templates/wagtail_localize/.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.panels import InlinePanel
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput
from wagtail.admin.widgets.chooser import BaseChooser

from core.security.nonce import allow

WIDGETS: tuple[type[Any], ...] = (
    AdminDateInput,
    AdminTimeInput,
    AdminDateTimeInput,
    DateRangePickerWidget,  # draws its two dates without asking them
    BaseChooser,
)


def mark_scripts() -> None:
    """Let what these draw carry the mark of the visit."""
    for widget in WIDGETS:
        _mark(widget, "render")
    _mark(InlinePanel.BoundPanel, "render_html")


def _mark(maker: type[Any], name: str) -> None:
    draw: Callable[..., str] = getattr(maker, name)
    if getattr(draw, "marks_scripts", False):
        return

    @functools.wraps(draw)
    def drawn(self: Any, *args: Any, **kwargs: Any) -> str:
        return allow(draw(self, *args, **kwargs))

    drawn.marks_scripts = True  # type: ignore[attr-defined]
    setattr(maker, name, drawn)
