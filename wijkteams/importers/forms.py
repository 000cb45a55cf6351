"""The form with which a city editor offers files."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .dossier import Dossier, build_dossier
from .names import normal_gemeentecode
from .problems import InvalidImportError, Problem
from .reading import Source, printable, read_upload

FILES = ("wijken", "buurten", "kerncijfers")


class UploadForm(forms.Form):
    """Files with areas and figures. Valid means: read and checked, all of it."""

    wijken = forms.FileField(
        label=_("Bestand met wijken (GeoJSON)"),
        help_text=_("Van PDOK, het CBS of je gemeente. Er mogen ook buurten in staan."),
        max_length=255,
    )
    buurten = forms.FileField(
        label=_("Bestand met buurten (GeoJSON)"),
        help_text=_(
            "Alleen als de buurten in een eigen bestand staan. Bijvoorbeeld: buurten.json."
        ),
        required=False,
        max_length=255,
    )
    kerncijfers = forms.FileField(
        label=_("Bestand met kerncijfers (CSV)"),
        help_text=_("Een tabel van het CBS met een kolom 'code' en kolommen met cijfers."),
        required=False,
        max_length=255,
    )
    gemeente = forms.CharField(
        label=_("Alleen deze gemeente"),
        help_text=_("De gemeentecode, bijvoorbeeld GM0513. Leeg: alle wijken uit het bestand."),
        required=False,
        max_length=6,
    )
    jaar = forms.IntegerField(
        label=_("Jaar van de kerncijfers"),
        help_text=_("Alleen nodig als het jaar niet in de naam van het bestand staat."),
        required=False,
        min_value=2000,
        max_value=2099,
    )

    dossier: Dossier
    sources: dict[str, Source]
    problems: list[str]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.problems = []

    def clean_gemeente(self) -> str:
        value: str = self.cleaned_data["gemeente"]
        if value and not normal_gemeentecode(value):
            raise forms.ValidationError(_("De gemeentecode moet eruitzien als GM0513."))
        return normal_gemeentecode(value)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not self.errors:
            try:
                self._read(data)
            except InvalidImportError as refusal:
                self._show(refusal)
        return data

    def _read(self, data: dict[str, Any]) -> None:
        given = [name for name in FILES if data.get(name)]
        self.sources = {name: read_upload(data[name]) for name in given}
        areas = [self.sources[name] for name in ("wijken", "buurten") if name in self.sources]
        self.dossier = build_dossier(
            areas,
            self.sources.get("kerncijfers"),
            gemeente=data["gemeente"],
            year=data.get("jaar") or 0,
        )

    def _show(self, refusal: InvalidImportError) -> None:
        """The first problem at the field of its file; all of them in one list above the form."""
        self.problems = refusal.lines()
        fields = {self._name_of(name): name for name in reversed(FILES) if name in self.files}
        per_field: dict[str | None, list[Problem]] = {}
        for problem in refusal.problems:
            per_field.setdefault(fields.get(problem.source), []).append(problem)
        for field, problems in per_field.items():
            self.add_error(field, _summary(problems, named=field is None))

    def _name_of(self, field: str) -> str:
        return printable(getattr(self.files[field], "name", None) or "")


def _summary(problems: list[Problem], *, named: bool) -> str:
    first = problems[0]
    text = str(first if named else Problem(first.message, "", first.place, first.code))
    if len(problems) == 1:
        return text
    more = _("Er zijn %(count)d fouten gevonden; de lijst staat hierboven. De eerste: %(text)s")
    return more % {"count": len(problems), "text": text}
