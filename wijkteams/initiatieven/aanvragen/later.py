"""'Later verder': the link of what is being written, on the screen or in a mail."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.absolute import absolute
from core.errors import too_many_requests
from core.forms import EmailField, HouseHelper
from core.forms.trap import Trap, Trapped
from core.mail.addresses import clean as clean_address
from wijkteams.initiatieven.aanvragen import brakes, mails
from wijkteams.initiatieven.aanvragen.asking import Asking
from wijkteams.initiatieven.aanvragen.doors import open_draft
from wijkteams.initiatieven.frame import in_ward


class AddressForm(Trapped, forms.Form):
    """Where the link goes; it is not kept."""

    email = EmailField(label=gettext_lazy("Uw e-mailadres"), max_length=254)
    use_required_attribute = False

    def clean_email(self) -> str:
        return clean_address(str(self.cleaned_data["email"] or ""))

    @property
    def helper(self) -> HouseHelper:
        submit = _("Mail mij de link")
        return HouseHelper(
            self, "email", Trap("website"), submit=submit, privacy="initiatieven-half-verteld"
        )


@never_cache
@sensitive_post_parameters("email")
@require_http_methods(["GET", "HEAD", "POST"])
def later(request: HttpRequest, token: str) -> HttpResponse:
    """The link; a POST mails it."""
    asking = open_draft(request, token)
    if isinstance(asking, HttpResponse):
        return asking
    form = AddressForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if not brakes.LATER.allows_one_more(request):
            return too_many_requests(request, seconds=brakes.HOUR)
        return _mail(request, asking, form.cleaned_data["email"])
    return in_ward(
        request,
        "aanvragen/later",
        _("Later verder"),
        wijk=asking.wijk,
        form=form,
        link=_link(asking),
        until=asking.half.row.vervalt,
        go_on_url=asking.go_on(),
    )


def _mail(request: HttpRequest, asking: Asking, email: str) -> HttpResponse:
    mails.later(
        email,
        _link(asking),
        wijk=asking.wijk,
        language=get_language() or "nl",
        until=asking.half.row.vervalt,
    )
    messages.info(request, _("Wij stuurden de link naar %(email)s.") % {"email": email})
    return redirect(request.path)


def _link(asking: Asking) -> str:
    return absolute(reverse("idee:verder", args=[asking.half.token]))
