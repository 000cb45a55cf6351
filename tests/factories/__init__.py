"""The smallest valid things, one file per app."""

from .activiteiten import activiteit, activiteit_page, next_monday, weekly
from .media import photo, photo_file
from .nieuws import news
from .people import lid

__all__ = [
    "activiteit",
    "activiteit_page",
    "lid",
    "news",
    "next_monday",
    "photo",
    "photo_file",
    "weekly",
]
