"""What people read about an activity, in their own language: what, when, where, and who to call."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import formats, timezone
from django.utils.translation import gettext as _

from core.absolute import absolute
from wijkteams.activiteiten.keren.series import series_of
from wijkteams.activiteiten.models import Activiteit, ActiviteitPage, Keer
from wijkteams.activiteiten.recurrence.clock import detach
from wijkteams.activiteiten.recurrence.series import Series
from wijkteams.activiteiten.recurrence.words import in_words


@dataclass(frozen=True)
class Face:
    """An activity, or one time of it, for a mail or a page of its own."""

    title: str
    when: str
    place: str
    address: str
    url: str
    phone: str
    email: str
    team: str
    bring: str = ""
    online_link: str = ""
    language: str = settings.LANGUAGE_CODE


def page_of(activiteit: Activiteit, language: str) -> ActiviteitPage | None:
    """The page in this language, else the Dutch one, else any; published ones go first."""
    pages = ActiviteitPage.objects.filter(translation_key=activiteit.translation_key)

    def order(page: ActiviteitPage) -> tuple[bool, bool, bool]:
        code = page.locale.language_code
        return (not page.live, code != language, code != settings.LANGUAGE_CODE)

    read = pages.select_related("locale", "locatie", "wijk").defer(*ActiviteitPage.visit_deferred)
    found = sorted(read, key=order)
    return found[0] if found else None


def when(activiteit: Activiteit, keer: Keer | None) -> str:
    """The time in words, in the language that is on."""
    if keer is not None:
        return time_in_words(keer.starts_at, keer.ends_at, all_day=keer.all_day)
    return in_words(series_of(activiteit), timezone.localdate())


def time_in_words(start: datetime, end: datetime, *, all_day: bool = False) -> str:
    """'op maandag 12 januari 2027 van 10.00 tot 12.00 uur'."""
    begins, ends = (detach(moment).replace(microsecond=0) for moment in (start, end))
    return in_words(Series(start=begins, end=ends, all_day=all_day))


def moment_in_words(moment: datetime) -> str:
    """'maandag 12 januari 2027 om 10.00 uur'."""
    local = timezone.localtime(moment)
    said = {
        "day": formats.date_format(local, "l j F Y"),
        "time": formats.date_format(local, "H.i"),
    }
    return _("%(day)s om %(time)s uur") % said


def face_of(activiteit: Activiteit, keer: Keer | None, page: ActiviteitPage | None) -> Face:
    """Put together what people need to come; to be called with the right language on."""
    if page is None:
        return Face(activiteit.title, when(activiteit, keer), "", "", "", "", "", "")
    wijk, where = page.wijk, page.locatie
    return Face(
        title=page.title,
        when=when(activiteit, keer),
        place=", ".join(part for part in (where.name if where else "", page.place_note) if part),
        address=where.address if where else "",
        url=_url(page, keer),
        phone=page.contact_phone or (wijk.contact_phone if wijk else ""),
        email=page.contact_email or (wijk.contact_email if wijk else ""),
        team=page.organiser or (wijk.name if wijk else ""),
        bring=page.bring,
        online_link=page.online_link,
        language=page.locale.language_code,
    )


def _url(page: ActiviteitPage, keer: Keer | None) -> str:
    path = page.get_url() if page.live else None
    if not path:
        return ""
    return absolute(f"{path}{keer.slug}/" if keer is not None else path)
