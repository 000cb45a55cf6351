"""Screens of passkeys: a telephone, a computer or a small key that proves who somebody is."""

from __future__ import annotations

import json
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from allauth.mfa.webauthn import views
from allauth.mfa.webauthn.internal import auth
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.second_factor.views import changed, guarded, person, removed, show_codes


def as_json(options: Any) -> str:
    """What the browser is asked, for a data attribute: no script in the page."""
    return json.dumps(options, default=dict)


class AddPasskeyView(views.AddWebAuthnView):
    """Add one. The first gives recovery codes too, unless there are some."""

    def form_valid(self, form: Any) -> HttpResponse:
        user = person(self.request)
        had_codes = is_mfa_enabled(user, [Authenticator.Type.RECOVERY_CODES])
        name, credential = form.cleaned_data["name"], form.cleaned_data["credential"]
        auth.WebAuthn.add(user, name, credential)
        changed(self.request, user, "toegangssleutel_aan")
        if not had_codes:
            return show_codes(self.request, user)
        messages.success(self.request, _("De toegangssleutel is toegevoegd."))
        return redirect("mfa_index")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "options": as_json(context["js_data"]["creation_options"])}


class ReauthenticatePasskeyView(views.ReauthenticateWebAuthnView):
    """A passkey once more, before something that matters."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {**context, "options": as_json(context["js_data"]["request_options"])}

    def form_invalid(self, form: Any) -> HttpResponse:
        messages.error(self.request, _("Dat lukte niet. Probeer het nog een keer."))
        return self.get(self.request)


@login_required
@guarded
def remove_passkey(request: HttpRequest, pk: int) -> HttpResponse:
    """Take one away; asked first, done by POST."""
    found = get_object_or_404(
        Authenticator, pk=pk, user=person(request), type=Authenticator.Type.WEBAUTHN
    )
    if request.method != "POST":
        name = f"{_('toegangssleutel')} ‘{found.wrap().name}’"
        return render(request, "mfa/remove.html", {"name": name})
    return removed(request, found, "toegangssleutel_uit")
