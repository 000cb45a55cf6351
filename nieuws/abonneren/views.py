"""The small pages with a form: ask for a newsletter, or for the link to one's own.

They are never kept, for they hold a form; pages that are kept lead here.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.errors import too_many_requests
from core.mail.addresses import throttle_key_of
from core.security.throttle import Throttle
from nieuws.abonneren.consent import consent_text
from nieuws.abonneren.forms import AddressForm, SignUpForm
from nieuws.abonneren.frame import frame
from nieuws.abonneren.offer import offer_of, open_lists
from nieuws.abonneren.tasks import mail_link, take_request
from wijkteams.models import Wijk

QUARTER, HOUR, DAY = 15 * 60, 3600, 86_400
# Many people of one neighbourhood can share one address of a telephone company.
SENT_FROM = Throttle("nieuwsbrief", limit=100, seconds=QUARTER)
# Beyond this nothing happens, and the page says the same.
FOR_ONE = Throttle("nieuwsbrief-adres", limit=10, seconds=HOUR, by_network=False)
LINK_FOR_ONE = Throttle("nieuwsbrief-link", limit=3, seconds=DAY, by_network=False)


@never_cache
@sensitive_post_parameters("email", "naam")
@require_http_methods(["GET", "HEAD", "POST"])
def aanmelden(request: HttpRequest, wijk: str = "") -> HttpResponse:
    """The form of a ward or of the city; a POST asks for a mail with a button."""
    ward = _ward(wijk)
    offer = offer_of(ward, request.GET.get("lijst", ""))
    context = frame(request, ward, _("Aanmelden voor de nieuwsbrief"))
    if "klaar" in request.GET and request.method != "POST":
        return _show(request, "klaar", context)
    choose = list(open_lists()) if ward is None and offer.main is None else []
    if offer.main is None and not choose:
        return _show(request, "dicht", context)
    form = SignUpForm(
        request.POST or None, offer=offer, choose=choose, back_url=context["back_url"]
    )
    if request.method == "POST" and form.is_valid():
        if not SENT_FROM.allows_one_more(request):
            return too_many_requests(request, seconds=QUARTER)
        _take(request, form)
        return redirect(f"{request.path}?klaar")
    return _show(request, "aanmelden", {**context, "form": form, "main": offer.main})


def _take(request: HttpRequest, form: SignUpForm) -> None:
    """Hand it to the worker: this page does not look who is known."""
    email, lijsten = form.cleaned_data["email"], form.chosen()
    if FOR_ONE.allows_one_more(request, throttle_key_of(email)):
        language = get_language() or "nl"
        take_request.enqueue(
            email=email,
            lijsten=[lijst.pk for lijst in lijsten],
            name=form.cleaned_data["naam"],
            language=language,
            text=consent_text(lijsten, language),
        )


def _ward(slug: str) -> Wijk | None:
    if not slug:
        return None
    try:
        return Wijk.objects.get(slug=slug)
    except Wijk.DoesNotExist:
        raise Http404 from None


@never_cache
@sensitive_post_parameters("email")
@require_http_methods(["GET", "HEAD", "POST"])
def link(request: HttpRequest) -> HttpResponse:
    """Ask for the link to one's own newsletters; the answer is the same for every address (N6)."""
    context = frame(request, None, _("Mijn nieuwsbrieven"))
    if "klaar" in request.GET and request.method != "POST":
        return _show(request, "link_klaar", context)
    form = AddressForm(request.POST or None, back_url=context["back_url"])
    if request.method == "POST" and form.is_valid():
        if not SENT_FROM.allows_one_more(request):
            return too_many_requests(request, seconds=QUARTER)
        email = form.cleaned_data["email"]
        if LINK_FOR_ONE.allows_one_more(request, throttle_key_of(email)):
            mail_link.enqueue(email=email)
        return redirect(f"{request.path}?klaar")
    return _show(request, "link", {**context, "form": form})


def _show(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    response = render(request, f"nieuws/abonneren/{template}.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response
