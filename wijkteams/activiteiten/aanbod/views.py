"""The public screens: sending an activity in, and confirming it by a link."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods
from wagtail.models import Locale, Page

from core.errors import too_many_requests
from core.navigation import page_frame
from core.security.throttle import Throttle
from core.structured import describe_screen
from core.tree import ancestor_paths
from wijkteams.activiteiten.aanbod import services
from wijkteams.activiteiten.aanbod.forms import AandragenForm
from wijkteams.activiteiten.models import AgendaPage
from wijkteams.models.wijk import ENDED

# A club sends in its season; a program would go on for ever.
SENT = Throttle("aandragen", limit=20, seconds=3600)
TO_ONE = Throttle("aandragen-adres", limit=10, seconds=86_400, by_network=False)
WRONG_TRIES = Throttle("aandragen-link", limit=10, seconds=60)


@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def hand_in(request: HttpRequest, wijk: str = "") -> HttpResponse:
    """The form; a POST keeps it and mails a link."""
    agenda = agenda_of(wijk)
    context = frame(agenda, request, _("Een activiteit insturen"))
    if "verstuurd" in request.GET and request.method != "POST":
        return render(request, "activiteiten/aanbod/verstuurd.html", context)
    sent = request.POST if request.method == "POST" else None
    form = AandragenForm(sent, back_url=context["agenda_url"])
    if form.is_valid():
        refusal = _keep(request, form, agenda)
        return refusal or redirect(f"{request.path}?verstuurd")
    return render(request, "activiteiten/aanbod/aandragen.html", {**context, "form": form})


def _keep(request: HttpRequest, form: AandragenForm, agenda: AgendaPage) -> HttpResponse | None:
    """Keep what was sent; an answer when that is too much."""
    sent = form.sent()
    by_one = TO_ONE.allows_one_more(request, sent.contact_email)
    if not SENT.allows_one_more(request) or not by_one:
        return too_many_requests(request, seconds=SENT.seconds)
    services.send_in(sent, wijk=agenda.wijk, request_key=form.cleaned_data["request_key"])
    return None


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show what is to be confirmed; a POST confirms. Looking changes nothing (R-09)."""
    if WRONG_TRIES.is_closed(request):
        return too_many_requests(request, seconds=WRONG_TRIES.seconds)
    template = "activiteiten/aanbod/bevestigen.html"
    try:
        aanbod = services.find(token)
        if request.method == "POST":
            services.confirm(token)
            return redirect(request.path)
    except services.AanbodGone:
        WRONG_TRIES.count_wrong_try(request)
        return render(request, template, {"gone": True}, status=404)
    return render(request, template, {"aanbod": aanbod})


def agenda_of(slug: str) -> AgendaPage:
    """The public agenda of a ward, or of the city, in the reader's language if it has one.

    A ward whose team stopped takes nothing any more.
    """
    pages = AgendaPage.objects.live().public().filter(alias_of=None)
    pages = pages.filter(wijk__slug=slug).exclude(wijk__status__in=ENDED) if slug else pages
    pages = pages if slug else pages.filter(wijk=None)
    found = {page.locale.language_code: page for page in pages.select_related("locale", "wijk")}
    own = Locale.get_active().language_code
    page = found.get(own) or found.get(settings.LANGUAGE_CODE)
    if page is None or Page.objects.filter(path__in=ancestor_paths(page), live=False).exists():
        raise Http404
    return page


def frame(agenda: AgendaPage, request: HttpRequest, title: str) -> dict[str, Any]:
    """The frame of the agenda, around a screen that is no page itself."""
    around = page_frame(agenda, request)
    url = agenda.get_url(request) or reverse("wagtail_serve", args=[""])
    crumbs = [*around.pop("breadcrumbs"), {"title": agenda.title, "url": url}]
    for name in ("languages", "alternates"):  # those lead to the agenda
        around.pop(name, None)
    described = describe_screen(request, title=title, description="")
    return {**around, **described, "title": title, "breadcrumbs": crumbs, "agenda_url": url}
