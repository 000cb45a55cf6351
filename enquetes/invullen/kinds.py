"""Which field asks which kind of question (requirement S1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _

from core.forms.files import FileThere
from enquetes.invullen import choice_fields, text_fields
from enquetes.invullen.map_field import map_point
from enquetes.invullen.matrix import matrix
from enquetes.invullen.photo_field import photo
from enquetes.invullen.ranking import ranking
from enquetes.models import Enquete
from enquetes.vragen import Soort, Stap, Vraag
from enquetes.vragen.antwoord import WEET_NIET, Antwoorden, anders_key

Maker = Callable[[Vraag, Enquete | None], forms.Field]

MAKERS: dict[str, Maker] = {
    Soort.KORT: text_fields.short,
    Soort.LANG: text_fields.long,
    Soort.KEUZE: choice_fields.one,
    Soort.KEUZES: choice_fields.many,
    Soort.SCHAAL: choice_fields.scale,
    Soort.SMILEYS: choice_fields.faces,
    Soort.JA_NEE: choice_fields.yes_no,
    Soort.RANGORDE: ranking,
    Soort.MATRIX: matrix,
    Soort.GETAL: text_fields.amount,
    Soort.DATUM: text_fields.day,
    Soort.POSTCODE: text_fields.postcode,
    Soort.BUURT: choice_fields.neighbourhood,
    Soort.KAART: map_point,
    Soort.FOTO: photo,
}
TYPED = {Soort.GETAL, Soort.DATUM, Soort.POSTCODE, Soort.KAART}
"Kinds without answers to choose from: 'Weet ik niet' is a tick below them."


def fields_of(vraag: Vraag, enquete: Enquete | None, nummer: int | None) -> dict[str, forms.Field]:
    """The field of a question, and what belongs to it."""
    field: Any = MAKERS[vraag.soort](vraag, enquete)
    field.label = f"{nummer}. {vraag.text}" if nummer else vraag.text
    # Help is shown as HTML, and this was typed by an editor.
    texts = [(str(one),) for one in (vraag.help, field.help_text) if str(one)]
    field.help_text = format_html_join(" ", "{}", texts)
    field.required = field.widget.is_required = vraag.verplicht
    found = {vraag.id: field}
    if vraag.anders:
        found[anders_key(vraag.id)] = text_fields.other()
    if vraag.weet_niet and vraag.soort in TYPED:
        tick = forms.BooleanField(label=choice_fields.DONT_KNOW, required=False)
        found[dont_know_key(vraag.id)] = tick
    for name, one in found.items():
        one.hide_optional = name != vraag.id
    return found


def dont_know_key(vraag_id: str) -> str:
    """The name of the tick 'Weet ik niet' of a question that one types an answer to."""
    return f"{vraag_id}:weet_niet"


def initial_of(stap: Stap, antwoorden: Antwoorden, enquete: Enquete | None) -> Antwoorden:
    """What was answered before, as the fields of this page show it."""
    found = dict(antwoorden)
    for vraag in stap.vragen:
        value = found.get(vraag.id)
        if vraag.soort in TYPED and value == WEET_NIET:
            found[dont_know_key(vraag.id)] = found.pop(vraag.id) == WEET_NIET
        elif vraag.soort == Soort.FOTO and value:
            found[vraag.id] = _photo_there(str(value), enquete)
    return found


def _photo_there(key: str, enquete: Enquete | None) -> FileThere:
    url = reverse("enquete_foto", args=[enquete.code, key]) if enquete is not None else ""
    return FileThere(_("Uw foto"), url=url, thumbnail_url=url, key=key)
