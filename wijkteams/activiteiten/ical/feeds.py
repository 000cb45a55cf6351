"""Answering for calendars: of a place, of an activity, of one time."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Page

from core.feeds.views import public_page
from core.tree import HUB_DEPTH
from wijkteams.activiteiten.ical.choosing import Shown, chosen
from wijkteams.activiteiten.ical.events import time_event, whole_event
from wijkteams.activiteiten.ical.gone import gone_events
from wijkteams.activiteiten.ical.reading import Told, read
from wijkteams.activiteiten.models import ActiviteitPage, AgendaPage
from wijkteams.activiteiten.recurrence.ical import write_calendar
from wijkteams.models import Thema, Wijk, WijkPage

CALENDAR = "text/calendar; charset=utf-8"


def agenda_feed(request: HttpRequest, page: Page) -> HttpResponse | None:
    """All that is in the agenda of a ward or of the city; with ?thema= of one theme."""
    page = page.specific
    if not isinstance(page, AgendaPage | WijkPage) and page.depth != HUB_DEPTH:
        return None
    wijk: Wijk | None = getattr(page, "wijk", None)
    thema = _thema(request)
    told = read(chosen(page.locale, wijk, thema))
    # What is gone has no theme any more: who follows one only sees it go.
    gone = [] if thema else gone_events(wijk)
    events = [*(whole_event(one) for one in told), *gone]
    return _answer(write_calendar(events, calendar_name(wijk, thema)))


def activity_feed(request: HttpRequest, page: Page) -> HttpResponse | None:
    """One activity, with all its times."""
    told = _of_page(page.specific)
    return _answer(write_calendar([whole_event(told)], told.face["title"])) if told else None


@require_safe
def time_feed(request: HttpRequest, path: str, dag: str) -> HttpResponse:
    """One time: `/…/<slug>/<date>.ics`."""
    page = public_page(request, path)
    told = _of_page(page.specific) if page else None
    keer = told.activiteit.keren.filter(slug=dag).first() if told else None
    if told is None or keer is None:
        raise Http404
    return _answer(write_calendar([time_event(told, keer)], told.face["title"]))


def calendar_name(wijk: Wijk | None, thema: Thema | None = None) -> str:
    """What the calendar is called in somebody's telephone."""
    name = _("Agenda %(wijk)s") % {"wijk": wijk.name} if wijk else _("Agenda van alle wijken")
    return f"{name}: {thema.name}" if thema else name


def _thema(request: HttpRequest) -> Thema | None:
    slug = request.GET.get("thema", "")
    if not slug:
        return None
    found = Thema.objects.filter(slug=slug[:60]).first()
    if found is None:
        raise Http404
    return found


def _of_page(page: Page) -> Told | None:
    if not isinstance(page, ActiviteitPage):
        return None
    found = read([Shown(page.pk, page.get_url() or "/")])
    return found[0] if found else None


def _answer(calendar: bytes) -> HttpResponse:
    return HttpResponse(calendar, content_type=CALENDAR)
