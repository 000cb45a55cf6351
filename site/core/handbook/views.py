"""The screens of the handbook: they hold nothing of anybody, so all who enter the CMS read them."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from core.handbook import chapters


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The table of contents."""
    context = {"intro": chapters.intro(), "entries": chapters.contents()}
    return render(request, "wagtailadmin/handleiding/index.html", context)


@require_safe
def chapter(request: HttpRequest, name: str) -> HttpResponse:
    """One chapter, with the way to its neighbours."""
    try:
        shown = chapters.chapter(name)
    except KeyError:
        raise Http404 from None
    before, after = chapters.neighbours(name)
    context = {"chapter": shown, "before": before, "after": after}
    return render(request, "wagtailadmin/handleiding/chapter.html", context)


@require_safe
def picture(request: HttpRequest, name: str) -> FileResponse:
    """A picture of the handbook."""
    path = chapters.picture_path(name)
    if path is None:
        raise Http404
    return FileResponse(path.open("rb"), content_type="image/webp")
