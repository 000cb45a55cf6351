"""'Ik heb hier ook last van': counted once for each browser and address (requirement G6)."""

from __future__ import annotations

import re
import secrets
from typing import Any

from django import forms
from django.conf import settings
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.errors import too_many_requests
from core.forms import EmailField, HouseHelper
from core.forms.trap import Trap, Trapped
from core.mail.addresses import clean as clean_address
from core.turns import own_turn
from wijkteams.signalen import changed, merging
from wijkteams.signalen.models import Medemelder, Openbaarheid, Signaal
from wijkteams.signalen.models.mensen import token_code
from wijkteams.signalen.openbaar.links import on_the_site
from wijkteams.signalen.vertellen import brakes, mails
from wijkteams.signalen.vertellen.frame import show
from wijkteams.signalen.vertellen.mine import leading
from wijkteams.signalen.vertellen.shown import cards

KEPT = 90 * 86_400
_SHAPE = re.compile(r"[0-9a-f]{32}", re.ASCII)


class OokForm(Trapped, forms.Form):
    """A button is enough; an address only for who wants to hear more."""

    email = EmailField(
        label=gettext_lazy("Wilt u horen wat ermee gebeurt? Vul dan uw e-mailadres in"),
        max_length=254,
        required=False,
        help_text=gettext_lazy("U krijgt een mail met een knop. Daarmee zegt u dat u het bent."),
    )
    use_required_attribute = False

    def __init__(self, *args: Any, back_url: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.back_url = back_url

    def clean_email(self) -> str:
        typed = str(self.cleaned_data["email"] or "")
        return clean_address(typed) if typed else ""

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(
            self,
            "email",
            Trap("website"),
            submit=_("Ik heb hier ook last van"),
            back_url=self.back_url,
            privacy="signalen-contact",
        )


@never_cache
@sensitive_post_parameters("email")
@require_http_methods(["GET", "HEAD", "POST"])
def ook(request: HttpRequest, code: str) -> HttpResponse:
    """What it is about, with a button; a POST counts."""
    signaal = _public(code)
    if signaal.code != code:
        return redirect("signaal_ook", code=signaal.code)
    if "klaar" in request.GET and request.method != "POST":
        return _show(request, signaal, "ook_klaar", counted=request.GET["klaar"] == "nieuw")
    sent = request.POST if request.method == "POST" else None
    form = OokForm(sent, back_url=_back(request))
    if request.method != "POST" or not form.is_valid():
        return _show(request, signaal, "ook", form=form)
    if not brakes.ALSO.allows_one_more(request):
        return too_many_requests(request, seconds=brakes.HOUR)
    return _take(request, signaal, form.cleaned_data["email"])


def _take(request: HttpRequest, signaal: Signaal, email: str) -> HttpResponse:
    """Count them, and let their browser remember that it did."""
    browser = _browser_of(request) or secrets.token_hex(16)
    is_new = join(signaal, browser, email, get_language() or "nl")
    mailed = "&mail" if email else ""
    response = redirect(f"{request.path}?klaar={'nieuw' if is_new else 'al'}{mailed}")
    response.set_cookie(
        _cookie(),
        browser,
        max_age=KEPT,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    return response


def join(signaal: Signaal, browser: str, email: str, language: str) -> bool:
    """Count somebody, once; with an address ask them to confirm it. Whether they are new.

    Only what this browser did before is looked at: whose address follows a signal is told to nobody
    who types it here, also not by a number that stays the same (`following` counts it once).
    """
    with own_turn(), transaction.atomic():
        rows = Medemelder.objects.select_for_update().filter(signaal=signaal)
        mark = mark_of("browser", browser)
        known = rows.filter(kenmerk=mark).first()
        if known is not None and known.email and email and known.email.lower() != email.lower():
            # Somebody else on the same computer counts by the address.
            mark = mark_of("adres", f"{browser} {email}")
            known = rows.filter(kenmerk=mark).first()
        is_new = known is None
        if known is None:
            known = _count(signaal, mark, email, language)
        elif email and not known.email:
            # A link that was mailed to an address they had before, opens nothing of this one.
            known.email, known.code, known.bevestigd_op = email, token_code(), None
            known.language = language
            known.save(update_fields=["email", "code", "bevestigd_op", "language"])
        if email and known.bevestigd_op is None:
            mails.ask_to_follow(known)
    return is_new


def _count(signaal: Signaal, mark: str, email: str, language: str) -> Medemelder:
    row, is_new = Medemelder.objects.get_or_create(
        signaal=signaal, kenmerk=mark, defaults={"email": email, "language": language}
    )
    if is_new:
        signaal.aantal_mee = merging.recount(signaal.pk)
        changed.visibility_changed.send(Signaal, signaal=signaal)
    return row


def mark_of(kind: str, value: str) -> str:
    """What the database knows of a browser or an address: enough to count it once."""
    return salted_hmac(f"signalen.ook.{kind}", value.lower(), algorithm="sha256").hexdigest()


def _public(code: str) -> Signaal:
    """The public signal with this number, or the one into which it was merged; else 404."""
    rows = Signaal.objects.select_related("wijk", "categorie", "buurt")
    found = rows.filter(code=code).first()
    lead = leading(found) if found is not None else None
    if found is None or lead is None or not on_the_site().filter(pk=lead.pk).exists():
        raise Http404
    if found.is_vertrouwelijk or found.openbaarheid != Openbaarheid.OPENBAAR:
        raise Http404  # it was never on the site: who guesses its number learns nothing
    return lead


def _show(request: HttpRequest, signaal: Signaal, template: str, **extra: Any) -> HttpResponse:
    return show(
        request,
        template,
        _("Hebt u hier ook last van?"),
        wijk=signaal.wijk,
        signaal=signaal,
        card=cards([signaal])[0],
        mailed="mail" in request.GET,
        **extra,
    )


def _back(request: HttpRequest) -> str:
    return reverse("signaal_stap", args=["zelfde"]) if "terug" in request.GET else ""


def _browser_of(request: HttpRequest) -> str:
    value = request.COOKIES.get(_cookie(), "")
    return value if _SHAPE.fullmatch(value) else ""


def _cookie() -> str:
    return f"{'__Host-' if settings.SESSION_COOKIE_SECURE else ''}signaal-ook"
