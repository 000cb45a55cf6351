"""'Later verder': a link to what is half filled in, to keep or to have mailed.

The link is the only key to what was filled in. Nobody is asked for an address; who asks for a mail
gets one, and the address is not kept: it travels to the worker sealed, together with the link.
"""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from core.absolute import absolute
from core.errors import too_many_requests
from core.forms import EmailField, HouseHelper
from core.mail.addresses import throttle_key_of
from core.security.throttle import Throttle
from enquetes.invullen import concept, cookie
from enquetes.invullen.frame import show
from enquetes.invullen.letters import mail_link
from enquetes.invullen.missing import answer_without
from enquetes.invullen.sitting import Sitting, enquete_of, may_send, sitting_of
from enquetes.models import Concept

MINUTE, HOUR, DAY = 60, 3600, 86_400
WRONG_LINKS = Throttle("enquete-verder", limit=10, seconds=MINUTE)
MAILS_FROM = Throttle("enquete-later", limit=20, seconds=HOUR)
MAILS_TO = Throttle("enquete-later-adres", limit=3, seconds=DAY, by_network=False)
"Anybody can fill in anybody's address (R-34)."


class AddressForm(forms.Form):
    """Where the link is mailed to."""

    email = EmailField(max_length=254)
    use_required_attribute = False

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(self, submit=_("Mail mij de link"))


@never_cache
@sensitive_post_parameters("email")
@require_http_methods(["GET", "HEAD", "POST"])
def later(request: HttpRequest, code: str) -> HttpResponse:
    """The link, and a form to have it mailed."""
    enquete = enquete_of(code)
    sitting = sitting_of(request, enquete)
    if sitting is None or not may_send(enquete):
        return answer_without(request, enquete, sitting)
    form = AddressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if not MAILS_FROM.allows_one_more(request):
            return too_many_requests(request, seconds=HOUR)
        _mail(request, sitting, form.cleaned_data["email"])
        return redirect("enquete_later", code=code)
    return show(
        request,
        enquete,
        "later",
        title=_("Later verder"),
        form=form,
        link=link_of(sitting),
        until=sitting.half.concept.vervalt,
        number=sitting.next_unseen() or 1,
    )


@sensitive_variables("email")
def _mail(request: HttpRequest, sitting: Sitting, email: str) -> None:
    """The answer is the same, whether this address was mailed too often or not."""
    if MAILS_TO.allows_one_more(request, throttle_key_of(email)):
        mail_link(email, sitting, link_of(sitting), language=get_language() or "nl")
    messages.success(request, _("Wij mailen u de link. Uw e-mailadres bewaren wij niet."))


def link_of(sitting: Sitting) -> str:
    """The whole address at which they go on, in the language that they read."""
    with translation.override(get_language()):
        return absolute(reverse("enquete_verder", kwargs={"token": sitting.half.token}))


@never_cache
@require_http_methods(["GET", "HEAD"])
def verder(request: HttpRequest, token: str) -> HttpResponse:
    """Go on where they were: the secret goes into the cookie, and out of the address."""
    if WRONG_LINKS.is_closed(request):
        return too_many_requests(request, seconds=MINUTE)
    row = Concept.objects.filter(sleutel=concept.digest(token)).select_related("enquete").first()
    enquete = row.enquete if row is not None else None
    half = concept.find(enquete, token) if enquete is not None else None
    if enquete is None or half is None:
        return _wrong(request, token)
    number = Sitting(enquete, half).next_unseen()
    if number is None:
        response = redirect("enquete_controle", code=enquete.code)
    else:
        response = redirect("enquete_stap", code=enquete.code, stap=number)
    cookie.give(response, enquete, token)
    return response


def _wrong(request: HttpRequest, token: str) -> HttpResponse:
    """The same for a wrong link, one that was used and one that is too old: it tells nothing."""
    day = concept.good_until(token)
    if day is None or day >= timezone.localdate():
        WRONG_LINKS.count_wrong_try(request)
    return show_plain(request)


def show_plain(request: HttpRequest) -> HttpResponse:
    """What one sees behind a link that opens nothing."""
    from django.shortcuts import render

    from core.structured import describe_screen

    title = _("Deze link werkt niet meer")
    context = {**describe_screen(request, title=title, description=title), "title": title}
    context |= {"canonical_url": "", "og": None}
    response = render(request, "enquetes/invullen/link.html", context, status=404)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
