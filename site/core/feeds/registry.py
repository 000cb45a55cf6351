"""Who makes which file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from django.http import HttpRequest, HttpResponse
from wagtail.models import Page

FeedView: TypeAlias = "Callable[[HttpRequest, Page], HttpResponse | None]"

_FEEDS: dict[str, FeedView] = {}


def register_feed(filename: str, view: FeedView) -> None:
    """Answer <page>/<filename> with this view, or with 404 where it gives None."""
    if _FEEDS.get(filename, view) is not view:
        raise ValueError(f"Two apps make {filename}.")
    _FEEDS[filename] = view


def feed_view(filename: str) -> FeedView | None:
    """The view for this file name."""
    return _FEEDS.get(filename)
