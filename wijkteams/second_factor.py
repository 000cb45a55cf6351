"""Who must have a second factor to log in with: whoever could harm a whole ward or city."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from accounts.models import User
from wijkteams.membership import membership_of
from wijkteams.roles import Rol

MUST = frozenset({Rol.WIJKBEHEERDER, Rol.STADSREDACTIE, Rol.BEHEERDER})
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def must_have(user: User) -> bool:
    """Whether this user may not work without a second factor (MFA_REQUIRED)."""
    if not settings.MFA_REQUIRED:
        return False
    membership = membership_of(user)
    return membership.is_superuser or any(rol in MUST for _wijk, rol in membership.roles)


def has_one(user: User) -> bool:
    """Whether the user has an app or a passkey."""
    return Authenticator.objects.filter(user=user, type__in=FACTORS).exists()


class SecondFactorMiddleware:
    """Leads who lacks an obligatory second factor from the CMS to the screen that makes one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        if not settings.MFA_REQUIRED or not request.path.startswith("/beheer/"):
            return None
        user = request.user
        if not user.is_authenticated or not must_have(user) or has_one(user):
            return None
        return redirect("mfa_index")
