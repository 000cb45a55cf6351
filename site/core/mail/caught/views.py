"""Screens of the caught mail, so that a newcomer sees what would have been sent."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from core.mail.caught.folder import CaughtMail, caught_mail, caught_mails
from core.mail.caught.showing import headers_of, links_of, part_of, source_of
from core.mail.framing import framed_mail

PER_PAGE = 50
LONGEST = 100
HTML, TEXT, SOURCE = "html", "tekst", "bron"


@require_safe
@cache_control(private=True, no_store=True)
def index(request: HttpRequest) -> HttpResponse:
    """All caught mail, newest first."""
    folder = _caught_dir()
    asked = request.GET.get("q", "").strip()[:LONGEST]
    shown = Paginator(caught_mails(folder, asked), PER_PAGE).get_page(request.GET.get("p"))
    context = {"shown": shown, "asked": asked, **_frame()}
    return render(request, "core/uitgaande_mail/index.html", context)


@require_safe
@cache_control(private=True, no_store=True)
def mail(request: HttpRequest, name: str) -> HttpResponse:
    """One mail: as HTML in a frame in which nothing runs, as text, or as its source."""
    found = _the_mail(name)
    text, html = part_of(found, "plain"), part_of(found, "html")
    kinds = {HTML: _("E-mail"), TEXT: _("Tekst"), SOURCE: _("Bron")}
    if not html:
        del kinds[HTML]
    asked = request.GET.get("als", "")
    chosen = asked if asked in kinds else next(iter(kinds))
    source, is_all = source_of(found) if chosen == SOURCE else ("", True)
    context = {
        "mail": found,
        "kinds": kinds,
        "chosen": chosen,
        "narrow": request.GET.get("breed") == "telefoon",
        "text": text.strip(),
        "source": source,
        "is_all": is_all,
        "headers": headers_of(found),
        "links": links_of(found),
        **_frame(found),
    }
    return render(request, "core/uitgaande_mail/mail.html", context)


@require_safe
@cache_control(private=True, no_store=True)
@xframe_options_sameorigin
def html(request: HttpRequest, name: str) -> HttpResponse:
    """What stands in the frame: a mail program runs nothing, and neither does this."""
    return framed_mail(part_of(_the_mail(name), "html"))


@require_safe
@cache_control(private=True, no_store=True)
def eml(request: HttpRequest, name: str) -> HttpResponse:
    """The mail as a file, to open in a mail program of one's own."""
    found = _the_mail(name)
    response = HttpResponse(found.raw, content_type="message/rfc822")
    response["Content-Disposition"] = f'attachment; filename="{found.name}.eml"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _the_mail(name: str) -> CaughtMail:
    found = caught_mail(_caught_dir(), name)
    if found is None:
        raise Http404
    return found


def _caught_dir() -> Path:
    """A second lock: the addresses are only there where mail is caught."""
    if settings.MAIL_CAUGHT_DIR is None:
        raise Http404
    return Path(settings.MAIL_CAUGHT_DIR)


def _frame(found: CaughtMail | None = None) -> dict[str, Any]:
    title = _("Uitgaande mail")
    crumbs = [{"url": reverse("wagtailadmin_home"), "label": _("Home")}]
    crumbs.append({"url": reverse("uitgaande_mail:index"), "label": title})
    if found is not None:
        crumbs.append({"url": "", "label": found.subject})
    return {
        "page_title": found.subject if found else title,
        "header_icon": "mail",
        "breadcrumbs_items": crumbs,
    }
