"""The ways in: for each mode a form, and what happens with it (requirement S4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from core.errors import too_many_requests
from core.security.throttle import Throttle
from enquetes.invullen.services import begin
from enquetes.models import Enquete, Toegang
from enquetes.toegang import codes, post
from enquetes.toegang.faces import language
from enquetes.toegang.forms import AddressForm, CodeForm, StartForm
from enquetes.vragen.antwoord import Antwoorden

Enter = Callable[[HttpRequest, Enquete, Any, "Antwoorden | None"], "HttpResponse | None"]
WRONG_CODES = Throttle("huiscode", limit=10, seconds=60)


@dataclass(frozen=True)
class Door:
    """No form: nobody comes in here, they have a link."""

    form: type[StartForm] | None
    enter: Enter


def _straight(
    request: HttpRequest, enquete: Enquete, form: StartForm, antwoorden: Antwoorden | None
) -> HttpResponse | None:
    return begin(request, enquete, language=language(), antwoorden=antwoorden)


def _by_mail(
    request: HttpRequest, enquete: Enquete, form: AddressForm, antwoorden: Antwoorden | None
) -> HttpResponse | None:
    """What was chosen beforehand does not go along: no mail holds an answer (R-10)."""
    answer = post.ask(request, enquete, form.cleaned_data["email"])
    return answer or redirect("enquete_mail_klaar", code=enquete.code)


def _by_code(
    request: HttpRequest, enquete: Enquete, form: CodeForm, antwoorden: Antwoorden | None
) -> HttpResponse | None:
    """Wrong ones are counted (R-08); who has a right one hears whether it was used."""
    if WRONG_CODES.is_closed(request):
        return too_many_requests(request, seconds=WRONG_CODES.seconds)
    right = codes.find(enquete, form.cleaned_data["code"])
    if right is None:
        WRONG_CODES.count_wrong_try(request)
        form.add_error("code", _("Deze code kennen wij niet. Kijk nog eens op uw brief."))
        return None
    if right.used:
        text = _(
            "Met deze code is al ingevuld. Per huis kan dat één keer. Klopt dat niet? Bel ons."
        )
        form.add_error("code", text)
        return None
    return begin(request, enquete, language=language(), deelname=right.pk, antwoorden=antwoorden)


DOORS: Final[dict[Toegang, Door]] = {
    Toegang.OPEN: Door(StartForm, _straight),
    Toegang.BROWSER: Door(StartForm, _straight),
    Toegang.MAIL: Door(AddressForm, _by_mail),
    Toegang.HUISCODE: Door(CodeForm, _by_code),
    Toegang.PANEL: Door(None, _straight),
}
