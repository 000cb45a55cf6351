"""Questions that nobody answered yet look the same for everybody: each is drawn once.

Drawing is most of the work for a page of questions. What is kept is a question as it was asked and
nothing of who answers: a field with an answer or an error in it is drawn anew, and so is one that
shows something from the database.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from crispy_forms.utils import render_field
from django.conf import settings
from django.utils.html import format_html_join
from django.utils.translation import get_language

from enquetes.vragen import Soort, Vraag

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from enquetes.invullen.forms import StapForm

MOST = 600
"Questions in the memory of a process; of a large one two or three thousand signs."
FROM_ELSEWHERE: Final = frozenset({Soort.BUURT, Soort.KAART, Soort.FOTO, Soort.DATUM})
"Of these, more decides how they look than the question and the language."
_drawn: dict[tuple[Vraag, int | None, str | None], SafeString] = {}


class Asked:
    """Part of a crispy layout: the fields of one question."""

    def __init__(self, vraag: Vraag, nummer: int | None, names: Sequence[str]) -> None:
        self.vraag, self.nummer, self.names = vraag, nummer, names

    def render(self, form: StapForm, context: Any, **kwargs: Any) -> SafeString:
        if not self._is_for_everybody(form):
            return self._draw(form, context)
        key = (self.vraag, self.nummer, get_language())
        html = _drawn.get(key)
        if html is None:
            if len(_drawn) >= MOST:
                _drawn.clear()
            html = _drawn[key] = self._draw(form, context)
        return html

    def _is_for_everybody(self, form: StapForm) -> bool:
        if form.is_bound or form.prefix or settings.DEBUG:
            return False
        is_empty = not any(form.initial.get(name) for name in self.names)
        return is_empty and self.vraag.soort not in FROM_ELSEWHERE

    def _draw(self, form: StapForm, context: Any) -> SafeString:
        drawn = ((render_field(name, form, context),) for name in self.names)
        return format_html_join("", "{}", drawn)
