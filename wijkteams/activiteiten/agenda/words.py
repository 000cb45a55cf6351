"""What the page of an activity says in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import formats, timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkteams.activiteiten.models.choices import Kinderen, Taal, VoorWie
from wijkteams.activiteiten.recurrence.words import in_short, in_words

if TYPE_CHECKING:
    from wijkteams.activiteiten.agenda.occasion import Occasion
    from wijkteams.activiteiten.models import ActiviteitPage


def repeats(occasion: Occasion) -> str:
    """'Daarna elke zaterdag.' Empty when there is nothing after it."""
    series, keer = occasion.series, occasion.keer
    if series is None or keer is None:
        return ""
    if not any(other.starts_at > keer.starts_at for other in occasion.coming):
        return ""
    if series.rule is None:
        return _("Daarna nog op andere dagen.")
    return _("Daarna %(how_often)s.") % {"how_often": in_short(series)}


def whole_series(occasion: Occasion) -> str:
    """All of the series in one sentence."""
    if occasion.series is None or not occasion.is_series or occasion.keer is None:
        return ""
    since = occasion.keer.starts_at.date()
    return f"{capfirst(in_words(occasion.series, since))}."


def for_whom(page: ActiviteitPage) -> list[str]:
    """Who is asked to come; the first of them goes first."""
    found = [str(page.get_voor_wie_display())]
    if page.kinderen == Kinderen.VOOR_KINDEREN:
        found[0] = _("Kinderen")
    if ages := _ages(page):
        found.append(ages)
    if page.kinderen == Kinderen.MOGEN_MEE and page.voor_wie == VoorWie.IEDEREEN:
        found.append(_("Kinderen mogen mee."))
    elif page.kinderen == Kinderen.LIEVER_NIET:
        found.append(_("Niet voor kinderen."))
    if page.level:
        found.append(page.level)
    return found


def _ages(page: ActiviteitPage) -> str:
    said = {"from": page.age_from, "until": page.age_until}
    if page.age_from and page.age_until:
        return _("Van %(from)s tot en met %(until)s jaar.") % said
    if page.age_from:
        return _("Vanaf %(from)s jaar.") % said
    return _("Tot en met %(until)s jaar.") % said if page.age_until else ""


def spoken(page: ActiviteitPage) -> str:
    """The languages, when there is more to tell than Dutch."""
    names = [str(Taal(code).label) for code in page.talen if code in Taal.values]
    return ", ".join(names) if set(page.talen) - {Taal.NL.value} else ""


def sign_up_words(occasion: Occasion) -> list[str]:
    """How it stands with places, and until when one can sign up."""
    room = occasion.room
    if room is None:
        return []
    said = []
    if room.state in ("wachtlijst", "vol") and room.capacity is not None:
        text = ngettext("De plek is bezet.", "Alle %(number)s plekken zijn bezet.", room.capacity)
        said.append(text % {"number": room.capacity})
    if room.state == "wachtlijst":
        if room.waiting:
            text = ngettext(
                "Er staat %(number)s aanmelding op de wachtlijst.",
                "Er staan %(number)s aanmeldingen op de wachtlijst.",
                room.waiting,
            )
            said.append(text % {"number": room.waiting})
        said.append(_("Komt er een plek vrij? Dan krijgt u een mail."))
    if room.can_sign_up and room.deadline is not None and occasion.activiteit.closes_hours_before:
        until = formats.date_format(timezone.localtime(room.deadline), _("l j F, G.i"))
        said.append(_("Aanmelden kan tot %(moment)s uur.") % {"moment": until})
    return said
