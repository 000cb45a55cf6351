"""Telling others of an initiative: a text to send on, and a poster to hang up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.urls import reverse
from django.utils.translation import gettext as _

from wijkteams.initiatieven.openbaar.poster import is_made

if TYPE_CHECKING:
    from wijkteams.initiatieven.models import InitiatiefPage


@dataclass(frozen=True)
class Sharing:
    """Ways to tell others, without a button of anyone else."""

    text: str
    mail_url: str
    poster_url: str
    "Empty as long as it was not made."


def sharing_of(page: InitiatiefPage, url: str) -> Sharing:
    """The words begin with what it is; the address comes last, so that a telephone links it."""
    words = f"{page.title}: {page.summary}" if page.summary else page.title
    text = _("%(words)s Kijk op %(url)s") % {"words": words, "url": url}
    mail = f"mailto:?subject={quote(page.title)}&body={quote(text)}"
    key = page.translation_key
    made = is_made(key, page.locale.language_code)
    return Sharing(text, mail, reverse("initiatief:poster", args=[key]) if made else "")
