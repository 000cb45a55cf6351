"""Ways from the page of a survey to its other rooms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from enquetes.models import Toegang
from enquetes.papier.public import is_made

if TYPE_CHECKING:
    from enquetes.models import Enquete, Versie

BY_INVITATION = (Toegang.HUISCODE, Toegang.PANEL)
"Who is asked by letter or mail: a form that anybody may print would let others in."


@dataclass(frozen=True)
class Paper:
    """The form to print, in one size of letters."""

    text: str
    url: str


def begin_url(enquete: Enquete) -> str:
    """Where somebody begins: a small page that is never kept."""
    return reverse("enquete_begin", args=[enquete.code])


def paper_urls(enquete: Enquete, versie: Versie) -> list[Paper]:
    """The form on paper, as far as it was made, of a survey that is open to all."""
    if enquete.toegang in BY_INVITATION:
        return []
    language = get_language() or settings.LANGUAGE_CODE
    url = reverse("enquete_papier", args=[enquete.code])
    sizes = ((False, _("Print het formulier"), url), (True, _("In grote letters"), f"{url}?groot"))
    return [Paper(text, at) for groot, text, at in sizes if is_made(versie, language, groot=groot)]
