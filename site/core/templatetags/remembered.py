"""Parts of pages that come again and again: the card of an item, the element of a picture.

    {% remembered "components/card.html" item=item variant=variant %}

does what `{% include … with … only %}` does, and remembers the result in the process. What is
included may depend on nothing but what it is given: no request, no query, no clock but the day.
"""

from __future__ import annotations

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeData, SafeString, mark_safe
from django.utils.translation import get_language

MOST = 3_000
"Parts that one process remembers, of about two kilobytes each; then it begins anew."

register = template.Library()
_KEPT: dict[Any, SafeString] = {}


@register.simple_tag
def remembered(name: str, **values: Any) -> SafeString:
    """The template with these values, and with nothing else."""
    key = _key(name, values)
    try:
        found = _KEPT.get(key) if key is not None else None
    except TypeError:  # a value that can change, so nothing to know it by
        key, found = None, None
    if found is None:
        found = mark_safe(render_to_string(name, values))  # noqa: S308  a template escapes
        if key is not None:
            if len(_KEPT) >= MOST:
                _KEPT.clear()
            _KEPT[key] = found
    return found


def _key(name: str, values: dict[str, Any]) -> tuple[Any, ...] | None:
    """None where a part of a value is marked as safe: it is equal to the same text that is not.

    Of the values themselves the type tells.
    """
    if any(_holds_markup(value) for value in values.values()):
        return None
    language, today = get_language(), timezone.localdate()
    return name, language, today, tuple((n, type(v), v) for n, v in values.items())


def _holds_markup(value: Any) -> bool:
    parts = () if isinstance(value, str) else getattr(value, "__dict__", {}).values()
    return any(isinstance(part, SafeData) for part in parts)
