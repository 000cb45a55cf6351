"""What this room keeps about people: who supports, who follows, and names on paper (R-12)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from core.privacy import Person, Processing, register, register_harmless
from wijkteams.initiatieven.models import Papierlijst, Steun, Volger
from wijkteams.initiatieven.steun import scans
from wijkteams.initiatieven.steun.counting import FORGOTTEN, recount
from wijkteams.initiatieven.steun.marks import mark_of
from wijkteams.initiatieven.steun.services import TO_CONFIRM

AFTER = timedelta(days=30)
"After the initiative, or that in which it went on, ended."


def declare() -> None:
    """Called when the app is ready."""
    for processing in (_support(), _following(), _paper()):
        register(processing)
    # A volunteer's own account says what they did; with the account the link goes.
    register_harmless("initiatieven.Papierlijst", "door")


def _support() -> Processing:
    return Processing(
        key="initiatieven-steun",
        title=_("Wie een initiatief steunt"),
        who=_("Bewoners die een initiatief steunen"),
        data=(
            _("e-mailadres en taal"),
            _("of u in de wijk woont (uw postcode bewaren wij niet)"),
        ),
        purpose=_("Tellen hoeveel mensen het steunen, ieder één keer."),
        ground=_("Toestemming: u zegt het zelf, en u kunt het altijd intrekken."),
        retention=_(
            "Tot 30 dagen nadat het initiatief is afgelopen. Daarna weten wij alleen nog hoeveel "
            "mensen het steunden. Bevestigt u niet? Dan 7 dagen. Trekt u het in? Dan gooien wij "
            "uw gegevens meteen weg."
        ),
        keep=AFTER,
        covers={"initiatieven.Steun": ("email", "code", "kenmerk", "language", "uit_wijk")},
        export=export_support,
        erase=erase_support,
        purge=purge_support,
    )


def _following() -> Processing:
    return Processing(
        key="initiatieven-volgen",
        title=_("Wie een initiatief volgt"),
        who=_("Bewoners die mail willen over een initiatief"),
        data=(_("e-mailadres en taal"), _("hoe vaak u mail wilt"), _("tot wanneer u mail kreeg")),
        purpose=_("U mailen hoe het met het initiatief gaat."),
        ground=_("Toestemming: u vraagt erom, en u kunt altijd stoppen."),
        retention=_(
            "Tot 30 dagen nadat het initiatief is afgelopen. Bevestigt u niet? Dan 7 dagen. "
            "Stopt u? Dan gooien wij uw gegevens meteen weg."
        ),
        keep=AFTER,
        covers={
            "initiatieven.Volger": (
                "email",
                "code",
                "kenmerk",
                "language",
                "ritme",
                "verstuurd_tot",
            ),
        },
        export=export_following,
        erase=erase_following,
        purge=purge_following,
    )


def _paper() -> Processing:
    return Processing(
        key="initiatieven-steunlijst",
        title=_("Handtekeningen op papier voor een initiatief"),
        who=_("Bewoners die een lijst op papier tekenden"),
        data=(_("een foto van de lijst, met wat u erop schreef"),),
        purpose=_("Laten zien dat het aantal klopt."),
        ground=_("Toestemming: u tekende de lijst zelf."),
        retention=_(
            "Tot 30 dagen nadat het initiatief is afgelopen. Daarna blijft alleen het aantal. "
            "Wij zoeken niet op namen in de foto: vraag het wijkteam als uw naam eraf moet."
        ),
        keep=AFTER,
        covers={"initiatieven.Papierlijst": ("scan",)},
        purge=purge_scans,
    )


def _of(model: Any, person: Person) -> QuerySet[Any]:
    """Their rows, by the address or a variant of it."""
    mine = Q(email__iexact=person.email) | Q(kenmerk=mark_of(person.email))
    return model.objects.filter(mine).exclude(email="").select_related("initiatief").order_by("pk")


def export_support(person: Person) -> list[dict[str, Any]]:
    """What they support."""
    return [
        {
            "initiatief": row.initiatief.title,
            "e-mailadres": row.email,
            "uit de wijk": row.uit_wijk,
            "gevraagd op": row.created_at.isoformat(),
            "bevestigd op": row.bevestigd_op.isoformat() if row.bevestigd_op else "",
        }
        for row in _of(Steun, person)
    ]


def export_following(person: Person) -> list[dict[str, Any]]:
    """What they get mail about."""
    return [
        {
            "initiatief": row.initiatief.title,
            "e-mailadres": row.email,
            "hoe vaak": row.get_ritme_display(),
            "gevraagd op": row.created_at.isoformat(),
            "bevestigd op": row.bevestigd_op.isoformat() if row.bevestigd_op else "",
        }
        for row in _of(Volger, person)
    ]


def erase_support(person: Person) -> int:
    """It is gone, and does not count any more."""
    rows = list(_of(Steun, person))
    Steun.objects.filter(pk__in=[row.pk for row in rows]).delete()
    for key in {row.initiatief_id for row in rows}:
        recount(key)
    return len(rows)


def erase_following(person: Person) -> int:
    """No mail any more."""
    return _delete(_of(Volger, person))


def purge_support(now: datetime) -> int:
    """Who did not say yes goes; of what is over only the number stays."""
    over = Steun.objects.filter(_is_over(now), bevestigd_op__isnull=False).exclude(email="")
    kept = over.update(**FORGOTTEN)
    return kept + _delete(Steun.objects.filter(_waits_too_long(now)))


def purge_following(now: datetime) -> int:
    """Who did not say yes, and who followed what is over."""
    return _delete(Volger.objects.filter(_waits_too_long(now) | _is_over(now)))


def purge_scans(now: datetime) -> int:
    """Pictures of lists of what is over; the numbers stay."""
    rows = list(Papierlijst.objects.filter(_is_over(now)).exclude(scan=""))
    for row in rows:
        scans.destroy(row)
    return len(rows)


def _waits_too_long(now: datetime) -> Q:
    return Q(bevestigd_op=None, created_at__lte=now - TO_CONFIRM)


def _is_over(now: datetime) -> Q:
    ended = Q(initiatief__afgesloten_op__lte=now - AFTER)
    # What was merged ends with what it went on in.
    return ended | Q(initiatief__samengevoegd_in__afgesloten_op__lte=now - AFTER)


def _delete(rows: QuerySet[Any]) -> int:
    keys = list(rows.order_by().values_list("pk", flat=True))
    return int(rows.model.objects.filter(pk__in=keys).delete()[0])
