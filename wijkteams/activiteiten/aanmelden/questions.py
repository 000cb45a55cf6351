"""The team's own questions, as fields of the form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from core.forms import FreeTextField
from wijkteams.activiteiten.models import ActiviteitPage

LONGEST = 500
Questions = dict[str, tuple[str, forms.Field]]


def question_fields(page: ActiviteitPage) -> Questions:
    """By name of the field: the question as the team wrote it, and the field."""
    asked = [block.value for block in page.vragen if block.block_type == "vraag"]
    return {
        f"vraag_{place}": (value["question"], _field(value)) for place, value in enumerate(asked, 1)
    }


def _field(value: Mapping[str, Any]) -> forms.Field:
    common: dict[str, Any] = {"label": value["question"], "required": bool(value["required"])}
    choices = [line.strip() for line in (value["choices"] or "").splitlines() if line.strip()]
    if not choices:
        return FreeTextField(rows=2, max_length=LONGEST, **common)
    picked = [("", _("Kies een antwoord")), *((text, text) for text in dict.fromkeys(choices))]
    return forms.ChoiceField(choices=picked, **common)


def answers_of(questions: Questions, data: Mapping[str, Any]) -> dict[str, str]:
    """What was answered, by question; empty answers are not kept."""
    return {text: str(data[name]) for name, (text, _f) in questions.items() if data.get(name)}
