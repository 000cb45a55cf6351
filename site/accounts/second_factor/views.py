"""Screens of the second factor: what is on, an app, recovery codes."""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.mfa.base import views as base
from allauth.mfa.base.internal.flows import delete_and_cleanup
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import views as totp_views
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts import devices, tries
from accounts.doors import count_repeat, forgive_repeat
from accounts.mails import mail_about_change
from accounts.models import User
from accounts.second_factor.qr import qr_of
from accounts.second_factor.recovery import SHAPE, codes_left, make_codes
from core.errors import too_many_requests

CODES_PAGE = "mfa/codes.html"
guarded = reauthentication_required(app="allauth.mfa")


def person(request: HttpRequest) -> User:
    """Who is logged in; only behind a screen that asked for it."""
    assert isinstance(request.user, User)  # noqa: S101
    return request.user


@login_required
@never_cache
def overview(request: HttpRequest) -> HttpResponse:
    """Everything about one's own logging in, on one page."""
    user = person(request)
    factors = list(Authenticator.objects.filter(user=user).order_by("created_at"))
    app = [one for one in factors if one.type == Authenticator.Type.TOTP]
    keys = [one for one in factors if one.type == Authenticator.Type.WEBAUTHN]
    context = {
        "app": app[0] if app else None,
        "keys": keys,
        "is_on": bool(app or keys),
        "codes_left": codes_left(user),
        "is_required": settings.MFA_REQUIRED,
        "is_demo": settings.DEMO,
        "devices": devices.list_for(user).count(),
    }
    return render(request, "mfa/index.html", context)


class ActivateAppView(totp_views.ActivateTOTPView):
    """Scan the code, type what the app shows; the recovery codes follow at once."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        wait = count_repeat(request)
        return too_many_requests(request, seconds=wait) if wait else super().post(request)

    def form_valid(self, form: Any) -> HttpResponse:
        user = person(self.request)
        forgive_repeat(self.request)
        totp.TOTP.activate(user, form.secret)
        totp.clear_totp_secret(self.request)
        changed(self.request, user, "app_aan")
        return show_codes(self.request, user)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        # allauth's own picture comes as a data: address, which our policy refuses.
        context = super(totp_views.ActivateTOTPView, self).get_context_data(**kwargs)
        secret = context["form"].secret
        address = totp_views.get_adapter().build_totp_url(person(self.request), secret)
        parts = [secret[start : start + 4] for start in range(0, len(secret), 4)]
        return {**context, "qr": qr_of(address), "secret": " ".join(parts), "address": address}


@login_required
@guarded
def remove_app(request: HttpRequest) -> HttpResponse:
    """Take the app away; asked first, done by POST."""
    user = person(request)
    found = get_object_or_404(Authenticator, user=user, type=Authenticator.Type.TOTP)
    if request.method != "POST":
        return render(request, "mfa/remove.html", {"name": _("de app")})
    return removed(request, found, "app_uit")


def removed(request: HttpRequest, found: Authenticator, what: str) -> HttpResponse:
    """Remove a factor, tell the owner, and go back to the overview."""
    user = person(request)
    delete_and_cleanup(request, found)
    changed(request, user, what)
    messages.success(request, _("Dat is eraf gehaald."))
    return redirect("mfa_index")


def changed(request: HttpRequest, user: User, what: str) -> None:
    """A mail to the owner; other devices log in anew."""
    mail_about_change(user, what)
    devices.end_others(request, user)


@login_required
@never_cache
@guarded
@require_http_methods(["GET", "HEAD", "POST"])
def recovery_codes(request: HttpRequest) -> HttpResponse:
    """How many are left; a POST makes new ones and shows them once."""
    user = person(request)
    if not is_mfa_enabled(user, [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]):
        raise Http404
    if request.method == "POST":
        changed(request, user, "herstelcodes")
        return show_codes(request, user)
    return render(request, "mfa/recovery.html", {"codes_left": codes_left(user)})


def show_codes(request: HttpRequest, user: User) -> HttpResponse:
    """New codes, on this page and nowhere else: it is not kept by any cache."""
    response = render(request, CODES_PAGE, {"codes": make_codes(user)})
    response["Cache-Control"] = "private, no-store"
    return response


@login_required
@require_POST
def download_codes(request: HttpRequest) -> HttpResponse:
    """The codes that the page shows, given back as a file: we do not have them any more."""
    codes = [code for code in request.POST.getlist("code")[:20] if SHAPE.fullmatch(code)]
    if not codes:
        raise Http404
    response = HttpResponse("\r\n".join(codes) + "\r\n", content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="herstelcodes.txt"'
    response["Cache-Control"] = "private, no-store"
    return response


class AuthenticateView(base.AuthenticateView):
    """The second step of logging in."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.email = str(self.stage.login.user.email)
        wait = tries.CODES.take(request, self.email)
        if wait:
            return too_many_requests(request, seconds=wait)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        tries.CODES.forgive(self.request, self.email)
        return super().form_valid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        from accounts.second_factor.passkeys import as_json

        context = super().get_context_data(**kwargs)
        types = set(
            Authenticator.objects.filter(user=self.stage.login.user).values_list("type", flat=True)
        )
        options = as_json(context["js_data"]["request_options"])
        return {
            **context,
            "options": options,
            "has_keys": Authenticator.Type.WEBAUTHN in types,
            "has_codes": bool(types - {Authenticator.Type.WEBAUTHN}),
        }


class ReauthenticateView(base.ReauthenticateView):
    """A code once more, before something that matters."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        wait = count_repeat(request)
        return too_many_requests(request, seconds=wait) if wait else super().post(request)

    def form_valid(self, form: Any) -> HttpResponse:
        forgive_repeat(self.request)
        return super().form_valid(form)
