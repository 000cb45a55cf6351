"""The page of who told it: what becomes of it, and all that they may change themselves."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from core.absolute import absolute
from core.forms import EmailField, HouseHelper, NameField, PhoneField
from core.mail.addresses import clean as clean_address
from wijkteams.signalen import tokens
from wijkteams.signalen.models import Melder, Opvolging, Signaal
from wijkteams.signalen.vertellen import changes
from wijkteams.signalen.vertellen.doors import teller_of
from wijkteams.signalen.vertellen.frame import show
from wijkteams.signalen.vertellen.letters import is_for_residents
from wijkteams.signalen.vertellen.photos import answer
from wijkteams.signalen.vertellen.shown import title_of


class BereikForm(forms.Form):
    """How we reach them; all may be emptied."""

    email = EmailField(
        label=gettext_lazy("Uw e-mailadres"),
        max_length=254,
        required=False,
        help_text=gettext_lazy("Een nieuw adres krijgt eerst een mail met een knop."),
    )
    phone = PhoneField(label=gettext_lazy("Uw telefoonnummer"), required=False)
    name = NameField(required=False)
    use_required_attribute = False

    def clean_email(self) -> str:
        typed = str(self.cleaned_data["email"] or "")
        return clean_address(typed) if typed else ""

    @property
    def helper(self) -> HouseHelper:
        helper = HouseHelper(self, submit=_("Bewaar"), privacy="signalen")
        helper.form_action = "?"
        return helper


@never_cache
@sensitive_post_parameters("email", "phone", "name")
@require_http_methods(["GET", "HEAD", "POST"])
def mijn(request: HttpRequest, token: str) -> HttpResponse:
    """What became of it; a POST stops the mails, changes the address, or takes it back."""
    melder = teller_of(request, tokens.STATUS, token)
    if isinstance(melder, HttpResponse):
        return melder
    form = BereikForm(initial={"email": melder.email, "phone": melder.phone, "name": melder.name})
    if request.method == "POST":
        form = BereikForm(request.POST) if "actie" not in request.POST else form
        told = _act(request, melder, form)
        if told:
            messages.info(request, told)
            return redirect(request.path)
    return _show(request, melder, form, token)


def _act(request: HttpRequest, melder: Melder, form: BereikForm) -> str:
    """Do what the button says; gives what to tell, or nothing when something is wrong."""
    match request.POST.get("actie"):
        case "stop":
            changes.stop(melder)
            return _("U krijgt geen mail meer over dit signaal.")
        case "terug":
            changes.take_back(melder)
            return _("U trok dit signaal in. Uw woorden, uw foto’s en uw gegevens zijn weg.")
        case None:
            if form.is_valid():
                return changes.reach(melder, **form.cleaned_data)
    return ""


def _show(request: HttpRequest, melder: Melder, form: BereikForm, token: str) -> HttpResponse:
    signaal = melder.signaal
    lead = leading(signaal)
    return show(
        request,
        "mijn",
        _("Uw signaal"),
        wijk=signaal.wijk,
        melder=melder,
        signaal=signaal,
        lead=lead,
        lead_title=title_of(lead) if lead != signaal else "",
        steps=steps_of(lead),
        fotos=signaal.fotos.all(),
        token=token,
        link=absolute(request.path),
        form=form,
        just_sent="bedankt" in request.GET,
        just_confirmed="bevestigd" in request.GET,
        may_take_back=changes.may_take_back(signaal),
    )


def leading(signaal: Signaal) -> Signaal:
    """The signal into which this one was merged, or itself; links that go round end."""
    seen = {signaal.pk}
    while signaal.samengevoegd_in is not None and signaal.samengevoegd_in_id not in seen:
        signaal = signaal.samengevoegd_in
        seen.add(signaal.pk)
    return signaal


def steps_of(signaal: Signaal, *, for_all: bool = False) -> list[Opvolging]:
    """What residents may read of what was done, the newest first; never a note of the team.

    `for_all`: without what was said to who told it alone.
    """
    rows = signaal.opvolgingen.filter(wacht_op_tweede=False).order_by("-wanneer", "-pk")
    if for_all:
        rows = rows.filter(alleen_melder=False)
    return [one for one in rows if is_for_residents(one)]


@never_cache
@require_safe
def foto(request: HttpRequest, token: str, code: str) -> HttpResponse:
    """A picture of their own signal, for who told it."""
    melder = teller_of(request, tokens.STATUS, token)
    if isinstance(melder, HttpResponse):
        return melder
    found: Any = melder.signaal.fotos.filter(code=code).first()
    if found is None:
        raise Http404
    with (found.small or found.file).open("rb") as file:
        return answer(file.read())
