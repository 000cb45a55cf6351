"""Faults of a survey put at the block and the field where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import StreamBlockValidationError
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError

from enquetes.vragen.controle import Fout

LISTS = {"opties", "rijen"}


def block_error(stream: Any, fouten: Iterable[Fout]) -> StreamBlockValidationError:
    """One error for the whole StreamField, in which each fault stands at its own block."""
    by_block: dict[str, list[Fout]] = defaultdict(list)
    for fout in fouten:
        by_block[fout.blok].append(fout)
    pages = {}
    for place, stap in enumerate(stream):
        found = _of_page(stap, by_block)
        if found is not None:
            pages[place] = found
    return StreamBlockValidationError(pages, _whole(by_block))


def _whole(by_block: dict[str, list[Fout]]) -> list[str]:
    """What is said above all: what is about all of it, and else where to look."""
    about_all = [fout.tekst for fout in by_block.get("", [])]
    return about_all or [_("Hieronder staat bij elke vraag wat er nog niet klopt.")]


def _of_page(stap: Any, by_block: dict[str, list[Fout]]) -> StructBlockValidationError | None:
    errors = _fields(by_block.get(str(stap.id), []))
    whole = errors.pop("vragen", None)
    if "text" in errors:
        errors["title"] = errors.pop("text")
    questions = {
        place: StructBlockValidationError(_fields(by_block[str(vraag.id)]))
        for place, vraag in enumerate(stap.value["vragen"])
        if str(vraag.id) in by_block
    }
    if questions or whole is not None:
        errors["vragen"] = StreamBlockValidationError(questions, whole and whole.messages)
    return StructBlockValidationError(errors) if errors else None


def _fields(fouten: list[Fout]) -> dict[str, ValidationError]:
    """By the name of the field."""
    by_field: dict[str, list[Fout]] = defaultdict(list)
    for fout in fouten:
        by_field[fout.veld].append(fout)
    return {veld: _of_field(veld, found) for veld, found in by_field.items()}


def _of_field(veld: str, fouten: list[Fout]) -> ValidationError:
    if veld == "als":
        return _of_condition(fouten)
    if veld in LISTS:
        return ListBlockValidationError(
            {fout.nummer: ValidationError(fout.tekst) for fout in fouten}
        )
    return ValidationError(" ".join(fout.tekst for fout in fouten))


def _of_condition(fouten: list[Fout]) -> ValidationError:
    """At the rule that it is about; at the condition when it is about all rules together."""
    rules = {
        fout.nummer: StructBlockValidationError({"vraag": ValidationError(fout.tekst)})
        for fout in fouten
        if fout.nummer is not None
    }
    whole = [fout.tekst for fout in fouten if fout.nummer is None]
    errors = {"regels": ListBlockValidationError(rules, whole)}
    return StructBlockValidationError(errors)
