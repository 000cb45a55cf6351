"""Widgets that draw themselves with a template of ours, within one fieldset."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.template.loader import render_to_string
from django.utils.safestring import SafeString


class OwnWidget(forms.Widget):
    """The base: `shown` says what its template needs."""

    nlds = "group"
    use_fieldset = True
    template: ClassVar[str]
    template_name = ""  # Django's own drawing is not used; what asks for it wants only the id

    def shown(self, name: str, value: Any) -> dict[str, Any]:
        """What the template needs beside `name` and `id`."""
        raise NotImplementedError

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        context = {**self.shown(name, value), "name": name, "id": (attrs or {}).get("id", name)}
        return render_to_string(self.template, context)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False
