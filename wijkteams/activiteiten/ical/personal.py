"""Where one person comes, for their own telephone: behind an address that nobody can guess.

The address is made of one sign-up, and shown only behind the link in its mail. It tells all that
was signed up for with that mail address and confirmed, and goes with the sign-up (30 days after).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from core.absolute import absolute
from core.errors import too_many_requests
from core.page_cache import never
from core.security.throttle import Throttle
from wijkteams.activiteiten.ical.choosing import KEPT, Shown
from wijkteams.activiteiten.ical.events import time_event, whole_event
from wijkteams.activiteiten.ical.feeds import CALENDAR
from wijkteams.activiteiten.ical.reading import Told, read
from wijkteams.activiteiten.models import Aanmelding, ActiviteitPage
from wijkteams.activiteiten.recurrence.ical import Event, write_calendar
from wijkteams.activiteiten.recurrence.series import Series
from wijkteams.activiteiten.recurrence.series_text import read_series

SALT = "wijkteams.activiteiten.mijn-agenda"
SIGNS = 32
WRONG_TRIES = Throttle("mijn-agenda", limit=10, seconds=60)
MOST = 200


def personal_address(aanmelding: Aanmelding) -> str:
    """The whole address; to be shown behind the link in a mail only."""
    return absolute(reverse("mijn_agenda", args=[f"{aanmelding.code}.{_seal(aanmelding.code)}"]))


def personal_webcal(aanmelding: Aanmelding) -> str:
    """The same, so that a telephone opens its calendar."""
    return f"webcal://{personal_address(aanmelding).partition('://')[2]}"


@never_cache
@require_safe
def personal_feed(request: HttpRequest, token: str) -> HttpResponse:
    """`/mijn-agenda/<token>.ics`. Wrong ones are counted; what is right but gone is not."""
    never("of one person")
    if WRONG_TRIES.is_closed(request):
        return too_many_requests(request, seconds=WRONG_TRIES.seconds)
    code, _dot, seal = token.partition(".")
    if not constant_time_compare(seal.encode(), _seal(code).encode()):
        WRONG_TRIES.count_wrong_try(request)
        raise Http404
    holder = Aanmelding.objects.filter(code=code).first()
    if holder is None or holder.status == Aanmelding.Status.ONBEVESTIGD:
        raise Http404
    answer = HttpResponse(write_calendar(_events(holder), _("Mijn agenda")), content_type=CALENDAR)
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex, nofollow"
    answer["Referrer-Policy"] = "no-referrer"
    return answer


def _seal(code: str) -> str:
    return salted_hmac(SALT, code, algorithm="sha256").hexdigest()[:SIGNS]


def _mine(holder: Aanmelding) -> QuerySet[Aanmelding]:
    """The confirmed sign-ups of the same mail address; without one, this sign-up alone."""
    same = Q(pk=holder.pk)
    if holder.email:
        same |= Q(email__iexact=holder.email)
    kept = Q(keer=None) | Q(keer__ends_at__gt=timezone.now() - KEPT)
    rows = Aanmelding.objects.filter(same, kept).exclude(
        status__in=(Aanmelding.Status.ONBEVESTIGD, Aanmelding.Status.VERLOPEN)
    )
    return rows.select_related("activiteit", "keer__activiteit").order_by("pk")


def _events(holder: Aanmelding) -> list[Event]:
    rows = list(_mine(holder)[:MOST])
    told = {one.activiteit.pk: one for one in read(_shown(rows))}
    found: dict[str, Event] = {}
    for row in rows:
        event = _event(row, told.get(row.activiteit_id))
        before = found.get(event.uid)
        # Who left and came again is there.
        if before is None or before.cancelled:
            found[event.uid] = event
    return list(found.values())


def _event(row: Aanmelding, told: Told | None) -> Event:
    if told is None:
        return _gone(row)
    event = time_event(told, row.keer) if row.keer else whole_event(told)
    waits = row.status == Aanmelding.Status.WACHTLIJST
    left = row.status == Aanmelding.Status.AFGEMELD
    return replace(
        event,
        title=_("Wachtlijst: %(title)s") % {"title": event.title} if waits else event.title,
        tentative=waits or row.status == Aanmelding.Status.AANGEBODEN,
        cancelled=event.cancelled or left,
        # A change of the sign-up is one too; both only ever go up.
        sequence=event.sequence + _RISE.get(row.status, 1),
        stamp=max(event.stamp, row.changed_at),
    )


_RISE: dict[str, int] = {Aanmelding.Status.WACHTLIJST: 0, Aanmelding.Status.AFGEMELD: 2}


def _gone(row: Aanmelding) -> Event:
    """Not on the site any more."""
    activiteit, series = row.activiteit, read_series(row.activiteit.reeks)
    uid = activiteit.ical_uid
    if row.keer is not None:
        uid = f"{row.keer.key}-{uid}"[:200] if series.rule or series.rdates else uid
        key = row.keer.named
        series = Series(start=key, end=key + series.length, all_day=series.all_day)
    return Event(
        uid=uid,
        series=series,
        title=_("Gaat niet door: %(title)s") % {"title": activiteit.title},
        stamp=max(activiteit.changed_at, row.changed_at),
        sequence=activiteit.ical_sequence + 3,
        cancelled=True,
    )


def _shown(rows: Sequence[Aanmelding]) -> list[Shown]:
    """The page of each activity in the language of the address, else the Dutch one."""
    keys = {row.activiteit.translation_key for row in rows}
    pages = ActiviteitPage.objects.live().filter(translation_key__in=keys)
    found: dict[object, ActiviteitPage] = {}
    for page in pages.select_related("locale").order_by("pk"):
        if page.locale.language_code == get_language():
            found[page.translation_key] = page
        else:
            found.setdefault(page.translation_key, page)
    return [Shown(page.pk, page.get_url() or "/") for page in found.values()]
