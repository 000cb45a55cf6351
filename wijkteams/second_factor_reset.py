"""Somebody lost the telephone: the city switches the second factor off, once and on the record."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.log_actions import log

from accounts import devices
from accounts.mails import mail_about_change
from accounts.models import User
from core.security.events import RIGHTS, tell
from wijkteams.membership import membership_of
from wijkteams.roles import Rol

LOG_RESET = "wijkteams.tweede_stap_uitgezet"


def may_reset(by: User, user: User) -> bool:
    """Stadsredactie and Beheerder may, for others; who runs the site only by a Beheerder.

    One's own is not lost when one is logged in: that goes by one's own screen, with a proof.
    """
    if by.pk == user.pk:
        return False
    mine = membership_of(by)
    if mine.is_superuser or (None, Rol.BEHEERDER) in mine.roles:
        return True
    theirs = membership_of(user)
    runs_the_site = theirs.is_superuser or (None, Rol.BEHEERDER) in theirs.roles
    return (None, Rol.STADSREDACTIE) in mine.roles and not runs_the_site


@transaction.atomic
def reset_second_factor(user: User, *, by: User) -> None:
    """Remove app, passkeys and codes; log out everywhere; tell the owner; keep who did it."""
    if not may_reset(by, user):
        raise PermissionDenied
    Authenticator.objects.filter(user=user).delete()
    devices.end(user.apparaten.all())
    log(user, LOG_RESET, user=by)
    tell(RIGHTS, what="tweede stap uitgezet", account=user.pk, by=by.pk)
    mail_about_change(user, "uitgezet")


@require_http_methods(["GET", "HEAD", "POST"])
def reset_view(request: HttpRequest, pk: int) -> HttpResponse:
    """A question; a POST does it."""
    user = get_object_or_404(get_user_model(), pk=pk)
    by = request.user
    if not isinstance(by, User) or not may_reset(by, user):
        raise PermissionDenied
    if request.method == "POST":
        reset_second_factor(user, by=by)
        done = _("De tweede stap van %(name)s staat uit. We hebben een mail gestuurd.")
        messages.success(request, done % {"name": user})
        return redirect("lidmaatschap:index")
    has_one = Authenticator.objects.filter(user=user).exists()
    return render(
        request, "wijkteams/beheer/tweede_stap.html", {"person": user, "has_one": has_one}
    )
