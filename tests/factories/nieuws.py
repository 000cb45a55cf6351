from __future__ import annotations

from typing import Any

from nieuws.models import NieuwsIndexPage, NieuwsPage
from nieuws.years import add_news


def news(index: NieuwsIndexPage, title: str = "De bus rijdt weer", **fields: Any) -> NieuwsPage:
    """A published news item in this list."""
    return add_news(index, NieuwsPage(title=title, **fields))
