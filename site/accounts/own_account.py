"""Screens about one's own account: where one is logged in, and another e-mail address."""

from __future__ import annotations

from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.account.models import EmailAddress
from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core import signing
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts import devices, tries
from accounts.mails import mail_about_account, mail_about_change
from accounts.models import User
from accounts.second_factor.views import person
from core.absolute import absolute
from core.errors import too_many_requests
from core.security.events import RIGHTS, tell

SALT = "accounts.new-email"
THREE_DAYS = 3 * 24 * 3600


class NewEmailForm(forms.Form):
    """The address to which the account is to go."""

    email = forms.EmailField(
        label=gettext_lazy("Nieuw e-mailadres"),
        help_text=gettext_lazy("Wij sturen er een mail heen. Pas na uw klik daarin verandert het."),
        error_messages={
            "required": gettext_lazy("Vul uw nieuwe e-mailadres in."),
            "invalid": gettext_lazy("Dit is geen e-mailadres. Vul het zo in: naam@voorbeeld.nl."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()


@login_required
@never_cache
@require_GET
def device_list(request: HttpRequest) -> HttpResponse:
    """Where one is logged in. Looking changes nothing."""
    here = request.session.session_key
    rows = devices.list_for(person(request))
    return render(request, "account/devices.html", {"devices": rows, "here": here})


@login_required
@require_POST
def end_device(request: HttpRequest, pk: int) -> HttpResponse:
    """Log one other browser out."""
    mine = person(request).apparaten.exclude(session_key=request.session.session_key)
    if devices.end(mine.filter(pk=pk)):
        messages.success(request, _("Dat apparaat is uitgelogd."))
    return redirect("account_devices")


@login_required
@require_POST
def end_other_devices(request: HttpRequest) -> HttpResponse:
    """Log out everywhere but here."""
    devices.end_others(request, person(request))
    messages.success(request, _("U bent nu alleen nog hier ingelogd."))
    return redirect("account_devices")


@login_required
@never_cache
@reauthentication_required(app="allauth.account")
@require_http_methods(["GET", "HEAD", "POST"])
def change_email(request: HttpRequest) -> HttpResponse:
    """Ask for another address: the answer does not tell whether somebody else has it."""
    user = person(request)
    form = NewEmailForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email = form.cleaned_data["email"]
        if not tries.MAIL_FROM.allows_one_more(request):
            return too_many_requests(request, seconds=tries.MAIL_FROM.wait(request))
        if tries.MAIL_TO.allows_one_more(request, email):
            taken = User.objects.filter(email=email).exists()
            path = reverse("account_new_email", args=[key_for(user, email)])
            link = "" if taken else absolute(path)
            mail_about_account(user, "nieuw_adres", to=email, link=link)
        return render(request, "account/new_email_sent.html", {"email": email})
    return render(request, "account/new_email.html", {"form": form})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_email(request: HttpRequest, key: str) -> HttpResponse:
    """Behind the link in the mail to the new address: a question; a POST changes it."""
    if tries.WRONG_LINKS.is_closed(request):
        return too_many_requests(request, seconds=tries.WRONG_LINKS.wait(request))
    found = opened(key)
    if found is None:
        tries.WRONG_LINKS.count_wrong_try(request)
        return render(request, "account/email_confirm.html", {"can_confirm": False}, status=404)
    user, email = found
    if request.method != "POST":
        context = {"can_confirm": True, "email": email}
        return render(request, "account/email_confirm.html", context)
    if not move(user, email):
        return render(request, "account/email_confirm.html", {"can_confirm": False}, status=404)
    messages.success(request, _("Uw e-mailadres is gewijzigd. Log voortaan daarmee in."))
    return redirect("account_login")


def key_for(user: User, email: str) -> str:
    """A link for this change only: it dies when the address or the password changes."""
    return signing.dumps({"u": user.pk, "e": email, "s": _state(user)}, salt=SALT)


def opened(key: str) -> tuple[User, str] | None:
    """Whose address a link changes, and into what; None when it is wrong, used or old."""
    try:
        data: Any = signing.loads(key, salt=SALT, max_age=THREE_DAYS)
    except signing.BadSignature:
        return None
    user = User.objects.filter(pk=data["u"], is_active=True).first()
    if user is None or not constant_time_compare(data["s"], _state(user)):
        return None
    return user, str(data["e"])


def move(user: User, email: str) -> bool:
    """Give the account its new address, tell the old one, and log out everywhere."""
    old = user.email
    try:
        with transaction.atomic():
            User.objects.filter(pk=user.pk).update(email=email)
            EmailAddress.objects.filter(user=user).delete()
            devices.end(user.apparaten.all())
            user.refresh_from_db()
            mail_about_change(user, "e-mail", to=old)
    except IntegrityError:  # somebody else took it in the meantime
        return False
    tell(RIGHTS, what="e-mailadres", account=user.pk)
    return True


def _state(user: User) -> str:
    return salted_hmac(SALT, f"{user.email}|{user.password}", algorithm="sha256").hexdigest()[:32]
