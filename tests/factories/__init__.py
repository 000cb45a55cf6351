"""The smallest valid things, one file per app."""

from .media import photo, photo_file
from .nieuws import news
from .people import lid

__all__ = ["lid", "news", "photo", "photo_file"]
