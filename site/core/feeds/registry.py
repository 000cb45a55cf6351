"""Who makes which file."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.models import Page

FeedView: TypeAlias = "Callable[[HttpRequest, Page], HttpResponseBase | None]"

_FEEDS: dict[str, list[FeedView]] = {}


def register_feed(filename: str, view: FeedView) -> None:
    """Answer <page>/<filename> with this view; where it gives None another app may, else 404."""
    views = _FEEDS.setdefault(filename, [])
    if view not in views:
        views.append(view)


def feed_views(filename: str) -> list[FeedView]:
    """Who may make this file, in order of asking."""
    return _FEEDS.get(filename, [])
