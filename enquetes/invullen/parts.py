"""What stands between the questions of a page."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString


class Explanation:
    """Part of a crispy layout: 'Uitleg zonder vraag'."""

    def __init__(self, text: str) -> None:
        self.text = text

    def render(self, form: Any, context: Any, **kwargs: Any) -> SafeString:
        return render_to_string("enquetes/invullen/uitleg.html", {"text": self.text})


class FirstButton:
    """Part of a crispy layout: what Enter presses when other buttons stand before 'Volgende'."""

    def render(self, form: Any, context: Any, **kwargs: Any) -> SafeString:
        return render_to_string("enquetes/invullen/eerste_knop.html")


class Carried:
    """Part of a crispy layout: a value that goes back as it came.

    Not crispy's own `Hidden`: that reads its value as a template.
    """

    def __init__(self, name: str, value: str) -> None:
        self.name, self.value = name, value

    def render(self, form: Any, context: Any, **kwargs: Any) -> SafeString:
        return format_html('<input type="hidden" name="{}" value="{}">', self.name, self.value)
