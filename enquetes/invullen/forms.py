"""The form of one page of a survey: all kinds of questions (requirement S1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crispy_forms.layout import BaseInput
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from core.forms import HouseHelper
from enquetes.invullen.drawn import Asked
from enquetes.invullen.kinds import dont_know_key, fields_of, initial_of
from enquetes.invullen.parts import Carried, Explanation, FirstButton
from enquetes.invullen.photo_field import NewPhoto
from enquetes.models import Enquete
from enquetes.vragen import Soort, Stap, Vraag
from enquetes.vragen.antwoord import ANDERS, WEET_NIET, Antwoorden, anders_key


class StapForm(forms.Form):
    """The questions of one page. After `is_valid` their answers are in `antwoorden`.

    Set `submit`, `back_url` and `others` for other buttons.
    """

    use_required_attribute = False

    def __init__(
        self,
        stap: Stap,
        antwoorden: Antwoorden,
        *,
        enquete: Enquete | None,
        nummers: Mapping[str, int],
        **kwargs: Any,
    ) -> None:
        self.stap, self.nummers = stap, nummers
        self.submit: Any = gettext_lazy("Volgende")
        self.back_url = self.action = ""
        self.others: tuple[BaseInput, ...] = ()
        self.antwoorden: Antwoorden = {}
        self.fotos: dict[str, bytes] = {}
        self.moved = ""
        "The id of what was moved or pointed at: the page is shown once more, at that place."
        self.hidden: tuple[Carried, ...] = ()
        super().__init__(initial=initial_of(stap, antwoorden, enquete), **kwargs)
        for vraag in stap.vragen:
            if vraag.is_vraag:
                self.fields.update(fields_of(vraag, enquete, nummers.get(vraag.id)))

    @property
    def helper(self) -> HouseHelper:
        """The questions and the texts between them, in order."""
        # Whoever types Enter means 'Volgende', and not a button that stands before it.
        parts: list[Any] = [*self.hidden, FirstButton()]
        for vraag in self.stap.vragen:
            if not vraag.is_vraag:
                parts.append(Explanation(vraag.text))
            else:
                parts.append(Asked(vraag, self.nummers.get(vraag.id), self._names_of(vraag)))
        helper = HouseHelper(
            self, *parts, submit=self.submit, back_url=self.back_url, others=self.others
        )
        helper.form_action = self.action
        return helper

    def _names_of(self, vraag: Vraag) -> list[str]:
        return [name for name in self.fields if name.partition(":")[0] == vraag.id]

    @property
    def only_misses(self) -> bool:
        """Whether nothing is wrong but what was not filled in yet."""
        found = [error for errors in self.errors.as_data().values() for error in errors]
        return all(error.code in {"required", "incomplete"} for error in found)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for vraag in self.stap.vragen:
            if vraag.is_vraag:
                self._look_for_a_move(vraag)
                self.antwoorden.update(self._answers(vraag, data))
        return data

    def _answers(self, vraag: Vraag, data: dict[str, Any]) -> Antwoorden:
        """What was answered to one question; nothing when it is wrong or empty."""
        value = data.get(vraag.id)
        if data.get(dont_know_key(vraag.id)):
            self._forget_error(vraag.id, "required")
            return {vraag.id: WEET_NIET}
        if isinstance(value, NewPhoto):
            self.fotos[value.key] = value.content
            value = value.key
        typed = data.get(anders_key(vraag.id))
        if vraag.anders and (typed or _has_other(value)):
            return self._with_other(vraag, value, typed)
        return {} if value is None or vraag.id in self.errors else {vraag.id: value}

    def _look_for_a_move(self, vraag: Vraag) -> None:
        """A click on the map, or a button that moves something in a ranking."""
        bound = self[vraag.id]
        if getattr(bound.data, "moved", ""):
            self.moved = f"div_{bound.auto_id}"

    def _with_other(self, vraag: Vraag, value: Any, typed: str | None) -> Antwoorden:
        """'Anders, namelijk': the tick and the text belong together."""
        key = anders_key(vraag.id)
        if not typed:
            if key not in self.errors:
                error = ValidationError(_("Vul in wat u bedoelt met ‘Anders’."), code="required")
                self.add_error(key, error)
            return {}
        if isinstance(value, list):
            value = [*value, *([] if ANDERS in value else [ANDERS])]
        elif value not in (None, ANDERS):
            text = _("U koos ook een ander antwoord. Kies ‘Anders’, of haal deze tekst weg.")
            self.add_error(key, text)
            return {}
        elif vraag.soort == Soort.KEUZES:
            value = [ANDERS]
        self._forget_error(vraag.id, "required")
        return {} if vraag.id in self.errors else {vraag.id: value or ANDERS, key: typed}

    def _forget_error(self, name: str, code: str) -> None:
        errors = self.errors.get(name)
        if errors is not None and all(one.code == code for one in errors.as_data()):
            del self.errors[name]


def form_for(
    stap: Stap,
    antwoorden: Antwoorden,
    data: Any = None,
    files: Any = None,
    prefix: str = "",
    *,
    enquete: Enquete | None = None,
    nummers: Mapping[str, int] | None = None,
) -> StapForm:
    """The form of a page as it is shown (`vragen.pad.zichtbaar`) to who answered `antwoorden`.

    `enquete` gives the neighbourhoods and the map; `nummers` the number of each question by its id.
    After `is_valid()`: `.antwoorden` of these questions, and `.fotos`, new pictures by their key.
    """
    return StapForm(
        stap,
        antwoorden,
        enquete=enquete,
        nummers=nummers or {},
        data=data,
        files=files,
        prefix=prefix or None,
    )


def _has_other(value: Any) -> bool:
    return value == ANDERS or (isinstance(value, list) and ANDERS in value)
