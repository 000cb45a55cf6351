"""Choosing one of a thousand wards: by typing its name, without a list of them all.

A select of a thousand wards is 45 kB and 60 ms in every form that has one.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkteams.models import Wijk

MOST_IN_A_LIST = 50
SUGGESTIONS = 10
SAME_NAME = gettext_lazy("%(name)s (%(slug)s)")


def label_of(wijk: Wijk) -> str:
    """A name that says which ward it is: with its address, for there may be two of one name."""
    return SAME_NAME % {"name": wijk.name, "slug": wijk.slug}


def found(text: str, wards: QuerySet[Wijk]) -> list[Wijk]:
    """The wards that somebody may mean, at most one more than is shown."""
    name, _open, slug = text.removesuffix(")").rpartition(" (")
    exact = wards.filter(name=name, slug=slug) if name else wards.filter(slug=text.lower())
    some = list(exact[:1]) or list(wards.filter(name__iexact=text)[: SUGGESTIONS + 1])
    return some or list(wards.filter(name__icontains=text)[: SUGGESTIONS + 1])


class WardPicker(forms.TextInput):
    """A text field for the name of a ward; what was typed is looked up among those offered."""

    offered: QuerySet[Wijk] = Wijk.objects.none()

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        text = " ".join(str(data.get(name) or "").replace("\0", "").split())[:200]
        if not text or text.isdecimal():
            return text
        meant = found(text, self.offered)
        return str(meant[0].pk) if len(meant) == 1 else text

    def format_value(self, value: Any) -> str | None:
        if not is_number(value):
            return str(value) if value else None
        wijk = self.offered.filter(pk=value).first()
        return label_of(wijk) if wijk else None

    def render(self, name: str, value: Any, attrs: Any = None, renderer: Any = None) -> Any:
        """The field, and what may have been meant when that was not clear."""
        field = super().render(name, value, attrs, renderer)
        text = "" if not value or is_number(value) else str(value)
        meant = found(text, self.offered)[:SUGGESTIONS] if text else []
        if not meant:
            return field
        names = format_html_join("; ", "<strong>{}</strong>", ((label_of(w),) for w in meant))
        return format_html('{}<p class="help">{} {}</p>', field, _("Bedoel je:"), names)


def is_number(value: Any) -> bool:
    """Whether this can be the number of a row."""
    text = str(value)
    return text.isascii() and text.isdecimal() and len(text) < 19


class SaysWhichWard:
    """Says why what was typed is no ward: there is none, or there are several."""

    queryset: QuerySet[Wijk]

    def to_python(self, value: Any) -> Any:
        if value and not isinstance(value, Wijk) and not is_number(value):
            several = bool(found(str(value), self.queryset))
            raise ValidationError(
                _("Er zijn meer wijken die zo heten. Kies er één en typ hem over.")
                if several
                else _("Er is geen wijk met '%(text)s' in de naam.") % {"text": value},
                code="invalid_choice",
            )
        return super().to_python(value)  # type: ignore[misc]


def search_among_many(field: Any) -> None:
    """Let a field of a form be typed in, when it would offer more wards than a list is good for.

    Called when its queryset is set. What an empty field means stays what it was.
    """
    if not field.queryset[MOST_IN_A_LIST : MOST_IN_A_LIST + 1].exists():
        return
    field.__class__ = type("WhichWardField", (SaysWhichWard, type(field)), {})
    hint = _("Typ (een deel van) de naam van de wijk.")
    if not field.required and field.empty_label:
        hint = f"{hint} {_('Leeg: %(what)s.') % {'what': field.empty_label}}"
    field.help_text = f"{field.help_text} {hint}".strip()
    field.widget = WardPicker(attrs={"autocomplete": "off"})
    field.widget.is_required = field.required
    field.widget.offered = field.queryset
