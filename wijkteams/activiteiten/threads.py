"""Activities as ends of a thread: what came of a signal or a theme (wijkteams.draden)."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteams.activiteiten.listing import ACTIVITEIT
from wijkteams.activiteiten.models import ActiviteitPage, AgendaPage
from wijkteams.draden.drafts import DraftUnder
from wijkteams.draden.makers import register_maker
from wijkteams.draden.pages import PagesOf
from wijkteams.draden.registry import End, register_end

SOON, BEGINS, LASTS = timedelta(days=14), time(10), timedelta(hours=2)
"Of a draft: the editor says when it really is."


def register_threads() -> None:
    """Called when the app is ready."""
    read = PagesOf(ACTIVITEIT, by_start=True)
    register_end(ActiviteitPage, End(_("Activiteit"), "icons/calendar.svg", read))
    make = DraftUnder(AgendaPage, ActiviteitPage, starts_at=_begin, ends_at=_end)
    register_maker("activiteit", _("Maak er een activiteit van"), ActiviteitPage, make)


def _begin() -> datetime:
    return timezone.make_aware(datetime.combine(timezone.localdate() + SOON, BEGINS))


def _end() -> datetime:
    return _begin() + LASTS
