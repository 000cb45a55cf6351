"""Form fields for what belongs to a ward: lists, postcodes, CBS codes and a boundary."""

from __future__ import annotations

import json
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkteams.importers.geometry import BadGeometryError, as_geojson, read_boundary
from wijkteams.importers.limits import MAX_POINTS
from wijkteams.importers.names import WIJKCODE
from wijkteams.importers.problems import InvalidImportError
from wijkteams.importers.reading import parse_json

POSTCODE = re.compile(r"[1-9][0-9]{3}(?:[A-Z]{2})?")
MAX_BOUNDARY_BYTES = 2 * 1024 * 1024
MAX_LINES = 500


class LinesField(forms.CharField):
    """Several short texts, one on each line; empty lines and doubles fall out."""

    separator = re.compile(r"[\r\n]+")

    def __init__(self, *, max_part: int = 100, rows: int = 5, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(**kwargs)
        self.max_part = max_part

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, (list, tuple)) else value

    def clean(self, value: Any) -> list[str]:
        text = super().clean(value)
        parts = (" ".join(part.split()) for part in self.separator.split(text))
        found = {part.casefold(): part for part in parts if part}
        if len(found) > MAX_LINES:
            raise ValidationError(_("Dit zijn er te veel: hoogstens %d.") % MAX_LINES)
        too_long = [part for part in found.values() if len(part) > self.max_part]
        if too_long:
            raise ValidationError(
                _("'%(text)s…' is te lang: hoogstens %(limit)d tekens per regel.")
                % {"text": too_long[0][:40], "limit": self.max_part}
            )
        return list(found.values())


class PatternListField(LinesField):
    """Short codes, one on each line or with commas between, all of one shape."""

    separator = re.compile(r"[\r\n,;]+")
    pattern: re.Pattern[str]

    def clean(self, value: Any) -> list[str]:
        codes = ["".join(part.split()).upper() for part in super().clean(value)]
        wrong = [code for code in codes if not self.pattern.fullmatch(code)]
        if wrong:
            raise ValidationError(self.wrong_message(wrong))
        return list(dict.fromkeys(codes))

    def wrong_message(self, wrong: list[str]) -> str:
        raise NotImplementedError


class PostcodesField(PatternListField):
    """Postcodes: four digits, or with the two letters."""

    pattern = POSTCODE

    def wrong_message(self, wrong: list[str]) -> str:
        return ngettext(
            "Dit is geen postcode: %(wrong)s. Schrijf 2801 of 2801 AB.",
            "Dit zijn geen postcodes: %(wrong)s. Schrijf 2801 of 2801 AB.",
            len(wrong),
        ) % {"wrong": shortened(wrong)}


class WijkcodesField(PatternListField):
    """CBS codes of wards."""

    pattern = WIJKCODE

    def wrong_message(self, wrong: list[str]) -> str:
        return ngettext(
            "Dit is geen wijkcode van het CBS: %(wrong)s. Schrijf bijvoorbeeld WK051301.",
            "Dit zijn geen wijkcodes van het CBS: %(wrong)s. Schrijf bijvoorbeeld WK051301.",
            len(wrong),
        ) % {"wrong": shortened(wrong)}


class BoundaryField(forms.CharField):
    """A boundary as GeoJSON text; gives the geometry, checked and if need be mended."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return json.dumps(value) if isinstance(value, dict) else value

    def clean(self, value: Any) -> dict[str, Any] | None:
        text = super().clean(self.prepare_value(value) or "")
        return read_boundary_text(text) if text else None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return bool(super().has_changed(self.prepare_value(initial), data))


class BoundaryFileField(forms.FileField):
    """A boundary as a GeoJSON file; gives the geometry, as BoundaryField does."""

    def __init__(self, **kwargs: Any) -> None:
        accept = {"accept": ".geojson,.json,application/geo+json"}
        kwargs.setdefault("widget", forms.FileInput(attrs=accept))
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> dict[str, Any] | None:
        upload = super().clean(data, initial)
        if not upload:
            return None
        if upload.size > MAX_BOUNDARY_BYTES:
            raise ValidationError(_("Het bestand is te groot: hoogstens 2 MB."))
        try:
            text = upload.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise ValidationError(_("Dit is geen GeoJSON: het is geen tekst in UTF-8.")) from None
        return read_boundary_text(text)


def read_boundary_text(text: str) -> dict[str, Any]:
    """The geometry in a GeoJSON text. Raises ValidationError that says in Dutch what is wrong."""
    if len(text.encode(errors="replace")) > MAX_BOUNDARY_BYTES:
        raise ValidationError(_("De grens is te groot: hoogstens 2 MB."))
    try:
        boundary = read_boundary(_geometry(parse_json(text, _("De grens"))))
    except InvalidImportError as refusal:
        raise ValidationError([str(problem) for problem in refusal.problems]) from None
    except BadGeometryError as refusal:
        raise ValidationError(str(refusal)) from None
    if boundary.points > MAX_POINTS:
        raise ValidationError(_("De grens heeft te veel punten."))
    return as_geojson(boundary.shape)


def _geometry(data: Any) -> Any:
    """The geometry itself, also from within a Feature or a collection of one."""
    if isinstance(data, dict) and data.get("type") == "FeatureCollection":
        features = data.get("features")
        if not isinstance(features, list) or len(features) != 1:
            raise BadGeometryError(
                _("In dit bestand moet precies één gebied staan. Voor meer is er de import.")
            )
        data = features[0]
    if isinstance(data, dict) and data.get("type") == "Feature":
        data = data.get("geometry")
    return data


def shortened(texts: list[str], limit: int = 5) -> str:
    """The first few of a list, for in a message."""
    shown = ", ".join(text[:20] for text in texts[:limit])
    return f"{shown}…" if len(texts) > limit else shown
