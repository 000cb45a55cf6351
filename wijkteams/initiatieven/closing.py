"""How a closing story begins: the city shows it to who wonders what becomes of an idea (I14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from django.utils.text import Truncator

if TYPE_CHECKING:
    from wijkteams.initiatieven.models import InitiatiefPage

MOST = 240


def afloop_of(page: InitiatiefPage) -> str:
    """The first paragraph of how it ended, without its layout; empty while nothing was told."""
    for block in page.resultaat or ():
        if block.block_type != "text":
            continue
        html = BeautifulSoup(str(block.value["text"]), "html.parser")
        for part in html.find_all("p"):
            if words := " ".join(part.get_text().split()):
                return Truncator(words).chars(MOST)
    return ""
