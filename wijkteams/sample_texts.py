"""Text that a new ward begins with: useful as it is, and an example of how to write."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _


def sample_body(name: str) -> list[dict[str, Any]]:
    """The body of a new ward's front page, as StreamField data."""
    text = _(
        "<h2>Over deze site</h2>"
        "<p>Dit is de site van %(name)s. Bewoners maken hem zelf. U leest hier wat er in de wijk "
        "gebeurt. U vindt hier ook wie er in het wijkteam zitten.</p>"
        "<p>Heeft u een vraag of een idee? Laat het ons weten.</p>"
    ) % {"name": name}
    return [{"type": "text", "value": {"text": text}}]
