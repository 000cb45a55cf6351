"""What an initiative came from and what came of it, on its screen (requirement I10)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from wijkteams.draden import tying
from wijkteams.draden.makers import Maker, make_of, makers
from wijkteams.draden.services import unbind
from wijkteams.initiatieven.models import Initiatief, InitiatiefPage
from wijkteams.initiatieven.werk.access import CHANGE, the_initiative
from wijkteams.initiatieven.werk.one import screen
from wijkteams.permissions import page_policy
from wijkteams.row_access import may


class DraadForm(forms.Form):
    """Another page of the ward that it hangs together with."""

    wat = forms.ChoiceField(
        label=gettext_lazy("Waar hangt dit initiatief mee samen?"),
        help_text=gettext_lazy(
            "Een thema van signalen komt ervoor te staan, een activiteit of nieuws erna."
        ),
    )

    def __init__(self, data: Any = None, *, initiatief: Initiatief, page: InitiatiefPage) -> None:
        super().__init__(data)
        choices: Any = self.fields["wat"]
        offered = tying.choices_for(page, initiatief.wijk)
        choices.choices = [("", _("Kies")), *offered]


def part(request: HttpRequest, initiatief: Initiatief) -> dict[str, Any] | None:
    """Its thread; for who may change it also what can be bound to it, and made of it."""
    page = _page(initiatief)
    if page is None:
        return None
    if not may(request.user, initiatief.wijk_id, CHANGE):
        ties = tying.ties_of(page, drafts_of=None)
        return {"ties": _with_url(ties, request.user), "may_change": False} if ties else None
    return {
        "ties": _with_url(tying.ties_of(page, drafts_of=initiatief.wijk), request.user),
        "may_change": True,
        "form": DraadForm(initiatief=initiatief, page=page),
        "makers": _offered(),
    }


def _offered() -> list[Maker]:
    """What can be made of it: everything but another initiative."""
    return [maker for maker in makers() if maker.model is not InitiatiefPage]


def _with_url(ties: list[tying.Tie], user: Any) -> list[tuple[tying.Tie, str]]:
    """Where each is read, or is written on; a draft of others leads nowhere."""
    policy, found = page_policy(), []
    for tie in ties:
        url = str(tie.page.url or "") if tie.page.live else ""
        actions = ["add", "change"]
        if not tie.page.live and policy.user_has_any_permission_for_instance(
            user, actions, tie.page
        ):
            url = reverse("wagtailadmin_pages:edit", args=[tie.page.pk])
        found.append((tie, url))
    return found


def _page(initiatief: Initiatief) -> InitiatiefPage | None:
    rows = InitiatiefPage.objects.filter(translation_key=initiatief.translation_key, alias_of=None)
    found: InitiatiefPage | None = rows.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    return found


def _the_page(initiatief: Initiatief) -> InitiatiefPage:
    page = _page(initiatief)
    if page is None:
        raise Http404
    return page


@require_POST
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Bind it to a page of its ward; both pages show it at once."""
    initiatief = the_initiative(request, pk, CHANGE)
    page = _the_page(initiatief)
    form = DraadForm(request.POST, initiatief=initiatief, page=page)
    if not form.is_valid():
        return screen(request, initiatief, status=422, draad_form=form)
    tying.tie(page, form.cleaned_data["wat"], by=request.user)
    messages.success(request, _("Bewaard."))
    return redirect("initiatieven:een", pk)


@require_POST
def drop(request: HttpRequest, pk: int, draad_id: int) -> HttpResponse:
    """Take a thread away; what it was bound to stays."""
    page = _the_page(the_initiative(request, pk, CHANGE))
    draad = tying.threads_of(page).filter(pk=draad_id).first()
    if draad is None:
        raise Http404
    unbind(draad)
    messages.success(request, _("Bewaard."))
    return redirect("initiatieven:een", pk)


@require_POST
def make(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    """A draft of an activity or a news item that comes of it, with the thread between them."""
    initiatief = the_initiative(request, pk, CHANGE)
    page = _the_page(initiatief)
    if initiatief.wijk is None or name not in {maker.name for maker in _offered()}:
        raise Http404
    try:
        made, is_new = make_of(page, name, initiatief.wijk, by=request.user, why="")
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("initiatieven:een", pk)
    text = _("Het concept is klaar: vul de rest in.") if is_new else _("Dit concept was er al.")
    messages.success(request, text)
    return redirect("wagtailadmin_pages:edit", made.pk)
