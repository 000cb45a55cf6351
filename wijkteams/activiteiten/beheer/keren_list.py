"""The list of times of an activity: what is coming, and how it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET
from wagtail.permissions import policy_registry

from wijkteams.activiteiten.aanmelden.room import Room, in_words, rooms_of
from wijkteams.activiteiten.keren.series import series_of
from wijkteams.activiteiten.models import Activiteit, ActiviteitPage, Keer
from wijkteams.activiteiten.recurrence.words import in_words as series_in_words

PER_PAGE = 30


@dataclass(frozen=True)
class Line:
    """One time, as the list shows it."""

    keer: Keer
    room: Room
    words: str


def activity_of(request: HttpRequest, page_id: int) -> tuple[ActiviteitPage, Activiteit | None]:
    """A page and what was published of it, for who may change its times."""
    page: ActiviteitPage = get_object_or_404(
        ActiviteitPage.objects.select_related("wijk", "locale"), pk=page_id
    )
    if not may_change(request.user, page.wijk_id):
        raise PermissionDenied
    return page, Activiteit.objects.of_page(page).first()


def may_change(user: Any, wijk_id: int | None) -> bool:
    """Whether the table of roles lets this user change times of this ward."""
    policy = policy_registry.get_by_type(Activiteit)
    of_ward = Activiteit(wijk_id=wijk_id)
    return bool(policy.user_has_permission_for_instance(user, "change", of_ward))


@require_GET
def index(request: HttpRequest, page_id: int) -> HttpResponse:
    """The times that are coming; with ?actie=voorbij those that have been."""
    page, activiteit = activity_of(request, page_id)
    past = request.GET.get("actie") == "voorbij"
    lines: list[Line] = []
    shown = Paginator(_times(activiteit, past=past), PER_PAGE).get_page(request.GET.get("p"))
    if activiteit is not None:
        lines = lines_of(activiteit, list(shown.object_list))
    context = {
        "page": page,
        "activiteit": activiteit,
        "lines": lines,
        "shown": shown,
        "past": past,
        "sentence": _sentence(activiteit),
        **frame(page),
    }
    return render(request, "activiteiten/beheer/keren.html", context)


def lines_of(activiteit: Activiteit, keren: list[Keer]) -> list[Line]:
    """These times with how they stand; as many queries for one as for all."""
    for keer in keren:
        keer.activiteit = activiteit
    rooms = rooms_of(activiteit, keren)
    return [Line(keer, rooms[keer.pk], in_words(rooms[keer.pk])) for keer in keren]


def frame(page: ActiviteitPage, title: str = "") -> dict[str, Any]:
    """The head of a screen about an activity: where one is, and the way back."""
    title = title or _("Keren van deze activiteit")
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("wagtailadmin_pages:edit", args=[page.pk]), "label": page.title},
        {"url": reverse("keren:index", args=[page.pk]), "label": _("Keren")},
    ]
    return {"page_title": title, "header_icon": "calendar-alt", "breadcrumbs_items": crumbs}


def _times(activiteit: Activiteit | None, *, past: bool) -> Any:
    if activiteit is None:
        return Keer.objects.none()
    if past:
        return activiteit.keren.filter(ends_at__lte=timezone.now()).order_by("-starts_at", "-pk")
    return activiteit.keren.upcoming()


def _sentence(activiteit: Activiteit | None) -> str:
    if activiteit is None:
        return ""
    return capfirst(series_in_words(series_of(activiteit), since=timezone.localdate())) + "."
