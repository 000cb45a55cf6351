"""The page behind the link in an invitation. Looking changes nothing: mail scanners look too."""

from __future__ import annotations

from urllib.parse import urlencode

from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.errors import too_many_requests
from core.security.throttle import Throttle
from wijkteams import invitations
from wijkteams.invitation_forms import NewAccountForm
from wijkteams.models import Uitnodiging

TEMPLATE = "wijkteams/uitnodiging.html"
MODEL_BACKEND = "django.contrib.auth.backends.ModelBackend"
WRONG_TRIES = Throttle("invitation", limit=10, seconds=60)


@never_cache
@sensitive_post_parameters("password", "password_again")
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Show who invites for what; a POST accepts it."""
    if WRONG_TRIES.is_closed(request):
        return too_many_requests(request, seconds=WRONG_TRIES.seconds)
    try:
        uitnodiging = invitations.open_invitation(token)
        return _answer(request, token, uitnodiging)
    except invitations.InvitationGone:
        WRONG_TRIES.count_wrong_try(request)
        return render(request, TEMPLATE, {"expired": True}, status=404)


def _answer(request: HttpRequest, token: str, uitnodiging: Uitnodiging) -> HttpResponse:
    """Who is looking decides what can be done."""
    account = invitations.account_of(uitnodiging)
    if request.user.is_authenticated:
        if request.user != account:
            return _show(request, uitnodiging, state="other")
        return _accept_logged_in(request, token, uitnodiging)
    if account is not None:
        query = urlencode({"next": request.path})
        login_url = f"{reverse('account_login')}?{query}"
        return _show(request, uitnodiging, state="login", login_url=login_url)
    return _new_account(request, token, uitnodiging)


def _accept_logged_in(request: HttpRequest, token: str, uitnodiging: Uitnodiging) -> HttpResponse:
    if request.method != "POST":
        return _show(request, uitnodiging, state="accept")
    invitations.accept(token, user=request.user)  # type: ignore[arg-type]
    return _welcome(request, uitnodiging)


def _new_account(request: HttpRequest, token: str, uitnodiging: Uitnodiging) -> HttpResponse:
    form = NewAccountForm(request.POST or None, email=uitnodiging.email)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            user = invitations.accept_with_new_account(
                token,
                first_name=data["first_name"],
                last_name=data["last_name"],
                password=data["password"],
            )
        except invitations.AccountExists:  # made in the meantime
            return redirect(request.path)
        login(request, user, backend=MODEL_BACKEND)
        return _welcome(request, uitnodiging)
    return _show(request, uitnodiging, state="new", form=form)


def _welcome(request: HttpRequest, uitnodiging: Uitnodiging) -> HttpResponse:
    where = uitnodiging.wijk.name if uitnodiging.wijk else _("het team van de stad")
    messages.success(request, _("Welkom! Je doet nu mee met %(where)s.") % {"where": where})
    return redirect("wagtailadmin_home")


def _show(
    request: HttpRequest,
    uitnodiging: Uitnodiging,
    *,
    state: str,
    form: NewAccountForm | None = None,
    login_url: str = "",
) -> HttpResponse:
    context = {"uitnodiging": uitnodiging, "state": state, "form": form, "login_url": login_url}
    return render(request, TEMPLATE, context)
