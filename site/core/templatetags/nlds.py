"""What the crispy pack asks about a field. How it looks is said in templates/nlds/."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms, template
from django.forms.boundfield import BoundField, BoundWidget
from django.forms.utils import flatatt
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.forms.files import FileThere, describe

register = template.Library()

TEXTBOX = "utrecht-textbox utrecht-textbox--html-input"
TEXTAREA = "utrecht-textarea utrecht-textarea--html-textarea"
SELECT = "utrecht-select utrecht-select--html-select"
# Which keys a phone shows; a field that says so itself wins.
KEYBOARDS = {"email": "email", "tel": "tel", "url": "url", "number": "numeric"}


@dataclass(frozen=True)
class Part:
    """One of the inputs that make one answer: the day of a date."""

    label: str
    id: str
    html: SafeString


@register.filter
def field_template(field: BoundField) -> str:
    """The template in templates/nlds/field/ that draws this field; a widget may name its own."""
    return f"nlds/field/{_kind(field)}.html"


def _kind(field: BoundField) -> str:
    widget = field.field.widget
    if field.is_hidden:
        return "hidden"
    if named := getattr(widget, "nlds", ""):
        return str(named)
    if isinstance(widget, forms.CheckboxInput):
        return "checkbox"
    if isinstance(widget, (forms.RadioSelect, forms.CheckboxSelectMultiple)):
        return "choices"
    if isinstance(widget, forms.FileInput):
        return "file"
    return "parts" if field.use_fieldset else "single"


@register.simple_tag
def field_input(field: BoundField) -> SafeString:
    """The input itself, with the classes of NL Design System and the right keys on a phone."""
    widget = field.field.widget
    own = str(widget.attrs.get("class", ""))
    attrs: dict[str, str | bool] = {"class": _classes(widget, own, invalid=bool(field.errors))}
    keyboard = KEYBOARDS.get(widget.attrs.get("type") or getattr(widget, "input_type", ""))
    if keyboard and "inputmode" not in widget.attrs:
        attrs["inputmode"] = keyboard
    if isinstance(widget, forms.ClearableFileInput):
        # What is there, and the way to remove it, stands in our own template.
        return field.as_widget(widget=forms.FileInput(widget.attrs), attrs=attrs)
    return field.as_widget(attrs=attrs)


def _classes(widget: forms.Widget, own: str, *, invalid: bool) -> str:
    if isinstance(widget, forms.CheckboxInput):
        base = ""
    elif isinstance(widget, forms.FileInput):
        base = "file"
    elif isinstance(widget, (forms.Select, forms.SelectMultiple)):
        base = SELECT + (" utrecht-select--invalid" if invalid else "")
    elif isinstance(widget, forms.Textarea):
        base = TEXTAREA + (" utrecht-textarea--invalid" if invalid else "")
    else:
        base = TEXTBOX + (" utrecht-textbox--invalid" if invalid else "")
    return f"{base} {own}".strip()


@register.filter
def parts(field: BoundField) -> list[Part]:
    """The inputs of an answer that has several, each with a label of its own."""
    widget = field.field.widget
    found = []
    for number, data in enumerate(_parts_data(field)):
        kind = forms.Select() if "optgroups" in data else forms.TextInput()
        own = str(data["attrs"].get("class", ""))
        data["attrs"]["class"] = _classes(kind, own, invalid=bool(field.errors))
        label = _part_label(field, widget, data["name"], number)
        html = BoundWidget(widget, data, field.form.renderer).tag()
        found.append(Part(label=label, id=data["attrs"].get("id", ""), html=html))
    return found


def _parts_data(field: BoundField) -> list[dict[str, Any]]:
    found = [one.data for one in field.subwidgets]
    if len(found) == 1 and "subwidgets" in found[0]:
        return list(found[0]["subwidgets"])
    return found


def _part_label(field: BoundField, widget: forms.Widget, name: str, number: int) -> str:
    labels = getattr(widget, "labels", None)
    if labels:
        return str(labels[number])
    if isinstance(widget, forms.SplitDateTimeWidget):
        return (_("Datum"), _("Tijd"))[number]
    if isinstance(widget, forms.SelectDateWidget):
        return {"day": _("Dag"), "month": _("Maand"), "year": _("Jaar")}[name.rpartition("_")[2]]
    return f"{field.label} {number + 1}"


@register.filter
def first_input(field: BoundField) -> str:
    """The id an error in the summary links to: the first thing of the field that takes focus."""
    if field.is_hidden:
        return ""
    if field.use_fieldset:
        data = _parts_data(field)
        return str(data[0]["attrs"].get("id", "")) if data else ""
    return str(field.id_for_label or "")


@register.filter
def with_colon(label: str) -> str:
    """'Naam:' but 'Komt u?': a question has its own sign."""
    text = str(label)
    return text if text[-1:] in ":?.!" else f"{text}:"


@register.filter
def file_there(field: BoundField) -> FileThere | None:
    """The file that was sent earlier, when there is one."""
    return describe(field.initial)


@register.filter
def is_figure(choice: BoundWidget) -> bool:
    """Whether an answer belongs in the row of a scale."""
    return str(choice.choice_label).isdigit()


@register.filter
def is_number(choice: BoundWidget) -> bool:
    """Whether an answer is one of a row of faces: its value is a number, its label a word."""
    return str(choice.data["value"]).isdigit()


@register.simple_tag
def attributes(attrs: dict[str, Any] | None) -> SafeString:
    """Attributes for a tag that says its own class and method."""
    taken = ("class", "method", "novalidate", "form_group_wrapper_class")
    return flatatt({name: value for name, value in (attrs or {}).items() if name not in taken})


@register.filter
def as_nl_button(flat_attrs: str) -> SafeString:
    """Crispy's own buttons say Bootstrap's class; ours is NL Design System's."""
    kind = "primary" if "btn-primary" in flat_attrs else "secondary"
    return SafeString(flat_attrs.replace('class="btn', f'class="nl-button nl-button--{kind}', 1))
