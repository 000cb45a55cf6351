"""How an activity looks among what was found: with the next time that one can come."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce, Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from core.search import register_findable
from wijkteams.listing import ListItem
from wijkteams.models import Vermelding
from wijkteams.search import found_item

NEXT_TIME = "next_time"


def as_found(page: Any, language: str) -> ListItem:
    """An activity with its next day, or its last one when it is over."""
    moment = getattr(page, NEXT_TIME, None) or page.starts_at
    return found_item(
        page,
        kind="activiteit",
        kind_label=_("Activiteit"),
        date=timezone.localtime(moment).date(),
        wijk=page.wijk,
        language=language,
    )


def as_agenda(page: Any, language: str) -> ListItem:
    """The agenda itself."""
    return found_item(
        page, kind="agenda", kind_label=_("Agenda"), wijk=page.wijk, language=language
    )


def next_time() -> Coalesce:
    """Of a page: its next time, else its last; read along with the page."""
    times = Vermelding.objects.filter(page=OuterRef("pk"))
    return Coalesce(
        _first(times.filter(ends_at__gt=Now()).order_by("starts_at")),
        _first(times.order_by("-starts_at")),
    )


def _first(times: QuerySet[Vermelding]) -> Subquery:
    return Subquery(times.values("starts_at")[:1])


def register_found() -> None:
    """Called when the app is ready."""
    from wijkteams.activiteiten.models import ActiviteitPage, AgendaPage

    register_findable(ActiviteitPage, as_found, ("wijk",), along={NEXT_TIME: next_time})
    register_findable(AgendaPage, as_agenda, ("wijk",), by_name=True)
