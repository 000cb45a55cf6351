"""The small pages of alerts: ask for them, and what is behind the link in each mail.

They are never kept, for they hold a form; lists that are kept lead here.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.errors import too_many_requests
from core.mail.addresses import masked
from core.security.throttle import Throttle
from wijkteams.models import Wijk
from wijkteams.signalen import tokens
from wijkteams.signalen.attenderen import services
from wijkteams.signalen.attenderen.forms import AttenderForm
from wijkteams.signalen.models import Attendering
from wijkteams.signalen.openbaar.links import alert_url, section_urls
from wijkteams.signalen.vertellen.frame import in_ward

HOUR, MINUTE = 3600, 60
SENT_FROM = Throttle("signaal-attendering", limit=60, seconds=HOUR)
WRONG_LINKS = Throttle("signaal-attendering-link", limit=10, seconds=MINUTE)
ONE_CLICK = ("List-Unsubscribe", "One-Click")


@never_cache
@sensitive_post_parameters("email")
@require_http_methods(["GET", "HEAD", "POST"])
def attenderen(request: HttpRequest) -> HttpResponse:
    """The form of a ward or of the city; a POST asks for a mail with a button."""
    ward = _ward(request.GET.get("wijk", ""))
    if "klaar" in request.GET and request.method != "POST":
        return _show(request, "klaar", _("Kijk in uw mail"), ward)
    back = section_urls([ward.pk if ward else None]).get(ward.pk if ward else None, "")
    form = AttenderForm(request.POST or None, back_url=back)
    if request.method == "POST" and form.is_valid():
        if not SENT_FROM.allows_one_more(request):
            return too_many_requests(request, seconds=HOUR)
        services.take_request.enqueue(
            email=form.cleaned_data["email"],
            wijk=ward.pk if ward else None,
            ritme=form.cleaned_data["ritme"],
            language=get_language() or "nl",
        )
        there = alert_url(ward)
        return redirect(f"{there}{'&' if ward else '?'}klaar")
    return _show(request, "vragen", _("Mail over signalen"), ward, form=form)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def mijn(request: HttpRequest, token: str) -> HttpResponse:
    """Say yes, change or stop. Looking changes nothing: mail scanners look too (rule R-09)."""
    found = _found(request, token)
    if isinstance(found, HttpResponse):
        return found
    if request.method == "POST":
        return _do(request, found)
    title = _("Mail over signalen")
    if found.bevestigd_op is None:
        return _show(request, "bevestigen", title, found.wijk, found=found)
    return _show(
        request,
        "mijn",
        title,
        found.wijk,
        found=found,
        address=masked(found.email),
        rhythms=Attendering.Ritme.choices,
        stop_url=reverse("signaal_attendering_stop", args=[token]),
    )


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Ask whether they are sure; a POST is sure, also that of a mail program (RFC 8058)."""
    found = _found(request, token)
    if isinstance(found, HttpResponse):
        return found
    if request.method != "POST":
        return _show(request, "stop", _("Geen mail meer over signalen"), found.wijk, found=found)
    services.leave(found)
    name, value = ONE_CLICK
    if request.POST.get(name) == value:
        return HttpResponse(_("U bent afgemeld."), content_type="text/plain; charset=utf-8")
    return _show(request, "gestopt", _("U krijgt geen mail meer over signalen"), found.wijk)


def _do(request: HttpRequest, found: Attendering) -> HttpResponse:
    """Whatever the button says; twice is the same as once."""
    if request.POST.get("actie") == "ja":
        if not services.confirm(found):
            return _nowhere(request)
    else:
        services.change(found, request.POST.get("ritme", ""))
    return redirect(request.path)


def _found(request: HttpRequest, token: str) -> Attendering | HttpResponse:
    if WRONG_LINKS.is_closed(request):
        return too_many_requests(request, seconds=MINUTE)
    code = tokens.code_of(tokens.ATTENDERING, token)
    rows = Attendering.objects.select_related("wijk")
    found = rows.filter(code=code).first() if code is not None else None
    return found or _nowhere(request)


def _nowhere(request: HttpRequest) -> HttpResponse:
    """Wrong, too old, or gone: nobody learns which (rule R-08)."""
    WRONG_LINKS.count_wrong_try(request)
    return _show(request, "onbekend", _("Deze link werkt niet (meer)"), None, status=404)


def _show(
    request: HttpRequest,
    template: str,
    title: str,
    wijk: Wijk | None,
    *,
    status: int = 200,
    **context: object,
) -> HttpResponse:
    path = f"signalen/attenderen/{template}.html"
    return in_ward(request, path, title, wijk=wijk, status=status, **context)


def _ward(slug: str) -> Wijk | None:
    if not slug:
        return None
    found = Wijk.objects.filter(slug=slug[:60]).first() if "\0" not in slug else None
    if found is None:
        raise Http404
    return found
