"""A table: the same answers for several rows. On a small screen each row is a question."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from core.forms.own_widgets import OwnWidget
from enquetes.invullen.choice_fields import dont_know
from enquetes.models import Enquete
from enquetes.vragen import Vraag


class MatrixTable(OwnWidget):
    """A radio button for each row and column."""

    template = "enquetes/invullen/vraag/matrix.html"

    def __init__(self, vraag: Vraag) -> None:
        super().__init__()
        self.vraag = vraag
        self.columns = [*((one.id, one.text) for one in vraag.opties), *dont_know(vraag)]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> dict[str, str]:
        sent = {row.id: data.get(f"{name}__{row.id}", "") for row in self.vraag.rijen}
        return {row: column for row, column in sent.items() if column}

    def shown(self, name: str, value: Any) -> dict[str, Any]:
        chosen = value if isinstance(value, dict) else {}
        rows = [
            {
                "name": f"{name}__{row.id}",
                "text": row.text,
                "cells": [(key, text, chosen.get(row.id) == key) for key, text in self.columns],
            }
            for row in self.vraag.rijen
        ]
        return {"columns": self.columns, "rows": rows}


class MatrixField(forms.Field):
    """`clean` gives {row: column}, or None."""

    default_error_messages = {
        "required": gettext_lazy("Kies bij elke regel een antwoord."),
        "invalid": gettext_lazy("Kies een van deze antwoorden."),
    }

    def __init__(self, vraag: Vraag) -> None:
        self.rows = len(vraag.rijen)
        widget = MatrixTable(vraag)
        self.columns = {key for key, _text in widget.columns}
        super().__init__(widget=widget)

    def clean(self, value: Any) -> Any:
        if not set(value.values()) <= self.columns:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        if self.required and len(value) < self.rows:
            raise ValidationError(self.error_messages["required"], code="required")
        return value or None


def matrix(vraag: Vraag, enquete: Enquete | None) -> forms.Field:
    """'Tabel'."""
    return MatrixField(vraag)
