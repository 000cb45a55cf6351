"""The small pages where one begins to support or follow: a form, and what is said after it.

They are never kept, for they hold a form; pages that are kept lead here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.errors import too_many_requests
from wijkteams.initiatieven.frame import in_ward
from wijkteams.initiatieven.mailing import page_of
from wijkteams.initiatieven.models import Initiatief
from wijkteams.initiatieven.steun import brakes, following, services
from wijkteams.initiatieven.steun.forms import AddressForm, SteunForm, VolgForm
from wijkteams.initiatieven.steun.marks import NotOpenError, is_open


@never_cache
@sensitive_post_parameters("email", "postcode")
@require_http_methods(["GET", "HEAD", "POST"])
def steunen(request: HttpRequest, key: UUID) -> HttpResponse:
    """Support it: a POST asks for a mail with a button."""

    def take(form: Any, language: str) -> None:
        email = form.cleaned_data["email"]
        services.ask(form.initiatief.pk, email, uit_wijk=form.uit_wijk, language=language)

    return _begin(request, key, SteunForm, take, "steunen", _("Steun dit initiatief"))


@never_cache
@sensitive_post_parameters("email")
@require_http_methods(["GET", "HEAD", "POST"])
def volgen(request: HttpRequest, key: UUID) -> HttpResponse:
    """Follow it: a POST asks for a mail with a button."""

    def take(form: Any, language: str) -> None:
        told = form.cleaned_data
        following.ask(form.initiatief.pk, told["email"], ritme=told["ritme"], language=language)

    return _begin(request, key, VolgForm, take, "volgen", _("Volg dit initiatief"))


def _begin(
    request: HttpRequest,
    key: UUID,
    form_class: type[AddressForm],
    take: Callable[[Any, str], None],
    template: str,
    title: str,
) -> HttpResponse:
    initiatief = _the_initiative(key)
    url = url_of_page(request, initiatief)
    if not url:
        raise Http404
    if "klaar" in request.GET and request.method != "POST":
        return show(request, initiatief, "klaar", _("Kijk in uw mail"))
    if not is_open(initiatief):
        return _over(request, initiatief)
    sent = request.POST if request.method == "POST" else None
    form = form_class(sent, initiatief=initiatief, back_url=url)
    if request.method != "POST" or not form.is_valid():
        return show(request, initiatief, template, title, form=form)
    if not brakes.SENT_FROM.allows_one_more(request):
        return too_many_requests(request, seconds=brakes.HOUR)
    try:
        take(form, get_language() or "nl")
    except NotOpenError:
        return _over(request, initiatief)
    return redirect(f"{request.path}?klaar")


def _the_initiative(key: UUID) -> Initiatief:
    rows = Initiatief.objects.openbaar().select_related("wijk", "samengevoegd_in")
    found: Initiatief | None = rows.filter(translation_key=key).first()
    if found is None:
        raise Http404
    return found


def _over(request: HttpRequest, initiatief: Initiatief) -> HttpResponse:
    """It ended, or goes on in another: the way there."""
    into = initiatief.samengevoegd_in
    page = page_of(into) if into is not None else None
    title = _("Dit initiatief is afgerond")
    if into is not None:
        title = _("Dit initiatief gaat verder in een ander")
    return show(request, initiatief, "voorbij", title, status=410, into=page)


def url_of_page(request: HttpRequest, initiatief: Initiatief) -> str:
    """Where all read about it; empty when it is not on the site."""
    page = page_of(initiatief)
    return (page.get_url(request) or "") if page else ""


def show(
    request: HttpRequest, initiatief: Initiatief, template: str, title: str, **context: Any
) -> HttpResponse:
    """A small page of this room, in the colours of the ward."""
    context |= {"initiatief": initiatief, "url": url_of_page(request, initiatief)}
    return in_ward(request, f"steun/{template}", title, wijk=initiatief.wijk, **context)
