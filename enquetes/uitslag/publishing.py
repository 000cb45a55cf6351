"""Making results known, and taking them back (requirements S7, S13)."""

from __future__ import annotations

from collections.abc import Collection

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from enquetes.bus import services as bus
from enquetes.models import Enquete, EnquetePage, Zichtbaar
from enquetes.overzicht import services as overzicht
from enquetes.uitslag.mailing import mail_results
from enquetes.uitslag.renewing import renew
from enquetes.uitslag.visibility import is_closed


class PublishError(Exception):
    """It cannot be done now; the text says what to do first."""


def obstacle(enquete: Enquete) -> str:
    """What stands between a team and its results; '' when they can be made known."""
    if enquete.zichtbaar == Zichtbaar.NOOIT:
        return _("Bij deze enquête koos je dat niemand de uitslag ziet. Zo is het ook beloofd.")
    if not enquete.is_live:
        return _("De enquête staat niet op de site. Zet haar eerst weer op de site.")
    if not is_closed(enquete):
        return _not_closed(enquete)
    if not has_follow_up(enquete):
        return _("Vul op de pagina van de enquête eerst in wat jullie ermee doen.")
    return ""


def has_follow_up(enquete: Enquete) -> bool:
    """Whether the page says what is done with the results."""
    page = face_of(enquete)
    if page is None:
        return False
    # An empty paragraph, or a photo alone, promises nothing.
    words = page.vervolg.stream_block.get_searchable_content(page.vervolg)
    return any(text.strip() for text in words)


def face_of(enquete: Enquete) -> EnquetePage | None:
    """The page on which the team writes: the Dutch one, else the first there was."""
    pages = EnquetePage.objects.filter(translation_key=enquete.translation_key, live=True)
    dutch = pages.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    return dutch or pages.order_by("pk").first()


def publish(enquete: Enquete, vragen: Collection[str]) -> None:
    """Show the results of these questions to everybody, and mail who asked for them.

    Raises PublishError. Doing it again changes only which questions are shown.
    """
    if bus.is_due(enquete):
        bus.empty(enquete)
    with transaction.atomic():
        held = Enquete.objects.locked(enquete.pk)
        if problem := obstacle(held):
            raise PublishError(problem)
        if held.enveloppen.exists():
            raise PublishError(
                _("Er zijn antwoorden die nog niet gelezen kunnen worden. Vraag de beheerder.")
            )
        uitslag = renew(held)
        known = [one["id"] for one in uitslag.cijfers.get("vragen", ()) if one["id"] in vragen]
        if not known:
            raise PublishError(_("Kies minstens één vraag waarvan je de uitslag laat zien."))
        uitslag.vragen = known
        uitslag.save(update_fields=["vragen"])
        held.uitslag_op, held.teruggehaald = held.uitslag_op or timezone.now(), False
        held.save(update_fields=["uitslag_op", "teruggehaald"])
        overzicht.refresh(held)
        mail_results.enqueue(enquete=held.pk)
    enquete.uitslag_op, enquete.teruggehaald = held.uitslag_op, False


@transaction.atomic
def take_back(enquete: Enquete) -> None:
    """The results are not shown any more. What was mailed was mailed."""
    held = Enquete.objects.locked(enquete.pk)
    held.uitslag_op, held.teruggehaald = None, True
    held.save(update_fields=["uitslag_op", "teruggehaald"])
    overzicht.refresh(held)
    enquete.uitslag_op, enquete.teruggehaald = None, True


def _not_closed(enquete: Enquete) -> str:
    if enquete.closes_at is None:
        return _("De enquête is nog open. Kies bij de enquête eerst ‘Sluit nu’.")
    last = timezone.localtime(enquete.closes_at + bus.GRACE)
    return _(
        "Er kunnen nog antwoorden komen tot %(moment)s uur. Daarna kun je de uitslag laten zien."
    ) % {"moment": date_format(last, "j F H:i")}
