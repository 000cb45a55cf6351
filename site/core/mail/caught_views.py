"""Screens to read the caught mail in, so that an invitation can be tried without a mail server."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from core.mail.caught import caught_mail, caught_mails


@require_safe
@cache_control(private=True, no_store=True)
def mail_list(request: HttpRequest) -> HttpResponse:
    """All caught mail, newest first."""
    context = {"mails": caught_mails(_caught_dir())}
    return render(request, "core/caught_mails.html", context)


@require_safe
@cache_control(private=True, no_store=True)
def mail_detail(request: HttpRequest, name: str) -> HttpResponse:
    """One mail as text, with links that work."""
    mail = caught_mail(_caught_dir(), name)
    if mail is None:
        raise Http404
    return render(request, "core/caught_mail.html", {"mail": mail})


def _caught_dir() -> Path:
    """A second lock: the addresses are only there where mail is caught."""
    if settings.MAIL_CAUGHT_DIR is None:
        raise Http404
    return Path(settings.MAIL_CAUGHT_DIR)
