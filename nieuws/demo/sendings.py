"""What was sent in the demo, what came back, and what is still to leave."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import cycle
from secrets import token_hex
from typing import Any

from django.utils import timezone

from accounts.models import User
from core.mail.addresses import domain_of
from nieuws.models import (
    Abonnement,
    Editie,
    Kliktelling,
    Lijst,
    NieuwsbriefInstellingen,
    NieuwsbriefPage,
    Retour,
    Zending,
)
from nieuws.retouren.report import Report
from nieuws.retouren.services import note
from nieuws.verzenden.services import recipients, schedule

FULL = Report(Retour.Soort.ZACHT, "5.2.2", "552 5.2.2 (adres): Mailbox is full")
AWAY = Report(Retour.Soort.ZACHT, "4.4.1", "Connection timed out")
GONE = Report(Retour.Soort.HARD, "5.1.1", "550 5.1.1 (adres): User unknown")
UNWANTED = Report(Retour.Soort.KLACHT)
KINDS = {"vol": FULL, "weg": GONE, "onbereikbaar": AWAY, "klacht": UNWANTED}
MANY, FEW = (23, 14, 9, 6, 3), (5, 3, 2)


def add_sendings(
    lijst: Lijst, author: User, pages: list[NieuwsbriefPage], data: dict[str, Any]
) -> None:
    """The letters that left, the oldest first, with what came back of each."""
    letters = [pair for pair in zip(pages, data["brief"], strict=True) if pair[0].live]
    for page, letter in sorted(letters, key=lambda pair: pair[0].date):
        editie = _send(page, lijst, author)
        editie.unsubscribed = letter.get("afmeldingen", 0)
        editie.save(update_fields=["unsubscribed"])
        _come_back(editie, letter.get("retouren", []))
        if editie.count_clicks:
            _count_clicks(editie, page)


def plan_sending(page: NieuwsbriefPage, lijst: Lijst, author: User, moment: datetime) -> None:
    """One that leaves by itself, for as long as the demo runs."""
    schedule(page, [lijst], by=author, expected=recipients([lijst]).total, moment=moment)


def _send(page: NieuwsbriefPage, lijst: Lijst, author: User) -> Editie:
    """To who was on the list by then, and whose mail still arrived."""
    moment = page.first_published_at or timezone.now()
    own = NieuwsbriefInstellingen.objects.get(wijk=lijst.wijk)
    on_list = Abonnement.objects.reachable().filter(lijst=lijst, confirmed_at__lt=moment)
    readers = list(on_list.select_related("abonnee"))
    editie = Editie.objects.create(
        page=page,
        revision=page.live_revision,
        wijk=lijst.wijk,
        status=Editie.Status.KLAAR,
        subject=page.subject_line,
        sender_name=own.sender_name,
        reply_to=own.reply_to,
        expected=len(readers),
        scheduled_for=moment,
        started_at=moment,
        finished_at=moment + timedelta(minutes=1),
        count_clicks=own.count_clicks,
        made_by=author,
    )
    Editie.objects.filter(pk=editie.pk).update(created_at=moment)
    editie.lijsten.set([lijst])
    Zending.objects.bulk_create(
        Zending(
            editie=editie,
            abonnee=row.abonnee,
            abonnement=row,
            status=Zending.Status.VERSTUURD,
            domain=domain_of(row.abonnee.email),
            code=token_hex(16),
            tries=1,
            sent_at=moment + timedelta(seconds=1),
        )
        for row in readers
    )
    return editie


def _come_back(editie: Editie, kinds: list[str]) -> None:
    """The same readers have a full mailbox each time: of three in a row the last one stops it."""
    rows = editie.zendingen.order_by("abonnement_id").select_related("abonnee", "editie")
    for zending, kind in zip(rows[3:], kinds, strict=False):
        note(zending, KINDS[kind], Retour.Bron.POSTBUS)
    moment = (editie.started_at or timezone.now()) + timedelta(minutes=12)
    Retour.objects.filter(editie=editie).update(moment=moment)


def _count_clicks(editie: Editie, page: NieuwsbriefPage) -> None:
    """How often its pages were opened: numbers, of nobody."""
    picked = [block.value["page"] for block in page.body if block.block_type == "item"]
    numbers = MANY if len(picked) > len(FEW) else FEW
    Kliktelling.objects.bulk_create(
        Kliktelling(editie=editie, path=chosen.url, count=number)
        for chosen, number in zip(picked, cycle(numbers), strict=False)
    )
