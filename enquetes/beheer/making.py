"""'Maak een enquête': from a template, as a copy of an earlier one, or from nothing."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from enquetes.beheer import access, drafts
from enquetes.beheer.frame import frame
from enquetes.beheer.sjablonen import Sjabloon, sjablonen, sjabloon
from enquetes.models import EnqueteIndexPage, EnquetePage
from enquetes.vragen.duur import minutes
from enquetes.vragen.reading import vragenlijst_van

OWN, OTHERS = 12, 12


@require_safe
def choose(request: HttpRequest, index_id: int) -> HttpResponse:
    """What to begin with."""
    index = _index(request, index_id)
    asked = " ".join(request.GET.get("q", "").split())[:100]
    context = {
        "index": index,
        "templates": [_offered(one) for one in sjablonen()],
        "own": _of_this_ward(request, index)[:OWN],
        "others": _of_others(index, asked)[:OTHERS],
        "asked": asked,
        "chosen": _chosen(request, index),
        **frame(_("Maak een enquête")),
    }
    return render(request, "enquetes/beheer/maak.html", context)


@require_POST
def make(request: HttpRequest, index_id: int) -> HttpResponse:
    """Make the draft, and open it."""
    index = _index(request, index_id)
    user: Any = request.user
    code, source = request.POST.get("sjabloon", ""), request.POST.get("van", "")
    if source:
        page = drafts.from_survey(index, _source(request, index, source), by=user)
    elif code:
        found = sjabloon(code)
        if found is None:
            raise Http404
        page = drafts.from_template(index, found, by=user)
    else:
        page = drafts.from_nothing(index, by=user)
    text = _("Het concept is klaar. Lees de vragen na, en maak er jullie eigen enquête van.")
    messages.success(request, text)
    return redirect("wagtailadmin_pages:edit", page.pk)


def _index(request: HttpRequest, pk: int) -> EnqueteIndexPage:
    pages = EnqueteIndexPage.objects.select_related("wijk", "locale")
    index: EnqueteIndexPage = get_object_or_404(pages, pk=pk)
    if not access.may_make(request.user, index.wijk_id):
        raise PermissionDenied
    return index


def _offered(one: Sjabloon) -> dict[str, Any]:
    lijst = vragenlijst_van(one.blokken)
    count = sum(1 for _one in lijst.vragen())
    return {"template": one, "count": count, "minutes": minutes(lijst)}


def _of_this_ward(request: HttpRequest, index: EnqueteIndexPage) -> QuerySet[EnquetePage]:
    pages = access.own_pages(request).filter(wijk=index.wijk)
    return pages.order_by("-latest_revision_created_at", "-pk")


def _of_others(index: EnqueteIndexPage, asked: str) -> QuerySet[EnquetePage]:
    """What other wards and the city asked in public, the newest first."""
    public = EnquetePage.objects.live().public()
    pages = public.filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None)
    pages = pages.exclude(wijk_id=index.wijk_id) if index.wijk_id else pages.exclude(wijk=None)
    if asked:
        pages = pages.filter(title__icontains=asked)
    return pages.select_related("wijk").order_by("-first_published_at", "-pk")


def _chosen(request: HttpRequest, index: EnqueteIndexPage) -> EnquetePage | None:
    asked = request.GET.get("van", "")
    return _source(request, index, asked) if asked else None


def _source(request: HttpRequest, index: EnqueteIndexPage, asked: str) -> EnquetePage:
    """The survey to copy: of this ward as it was saved last, of others as it was published."""
    if not (asked.isascii() and asked.isdigit()):
        raise Http404
    own = access.own_pages(request).filter(pk=asked).select_related("latest_revision").first()
    if own is not None and own.wijk_id == index.wijk_id:
        newest: EnquetePage = own.get_latest_revision_as_object()
        return newest
    page = _of_others(index, "").filter(pk=asked).first()
    if page is None:
        raise Http404
    return page
