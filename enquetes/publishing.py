"""What is published counts from now on: questions, moments, and who may answer."""

from __future__ import annotations

import secrets
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from enquetes.models import SETTINGS, Enquete, EnquetePage, Uitslag, Versie, Zichtbaar
from enquetes.moments import write_on_pages
from enquetes.vragen.reading import vragenlijst_of
from wijkteams.models.pages import wijk_id_of_path

LETTERS = "23456789abcdefghjkmnpqrstuvwxyz"
"Without signs that look alike: it is read from paper."


@transaction.atomic
def publish(page: EnquetePage) -> Enquete | None:
    """Take over what a published page says; None when its source in another language speaks."""
    if not speaks(page):
        return None
    found = Enquete.objects.of_page(page).values_list("pk", flat=True).first()
    enquete = Enquete.objects.locked(found) if found else _new(page)
    stands = promised(enquete)
    closes_at = enquete.closes_at
    for name in ("title", *SETTINGS):
        setattr(enquete, name, stands.get(name, getattr(page, name)))
    if stands.get("eerlijk_afsluiten"):
        enquete.closes_at = _fair(enquete.closes_at, closes_at)
    enquete.wijk_id, enquete.is_live = page.wijk_id, True
    if page.vorige_id is not None:  # empty: what the team chose beside the results stays
        enquete.vorige_id = page.vorige_id
    enquete.save()
    if enquete.closes_at != page.closes_at:
        page.closes_at = enquete.closes_at
        write_on_pages(enquete)
    keep_questions(enquete, page)
    return enquete


def promised(enquete: Enquete) -> dict[str, Any]:
    """Settings that stand from the first answer on: who answered read them (requirement S5)."""
    if enquete.pk is None or not _was_answered(enquete):
        return {}
    stands: dict[str, Any] = {"anonimiteit": enquete.anonimiteit}
    if enquete.eerlijk_afsluiten:
        stands["eerlijk_afsluiten"] = True
    if enquete.zichtbaar == Zichtbaar.NOOIT:
        stands["zichtbaar"] = enquete.zichtbaar
    return stands


def _was_answered(enquete: Enquete) -> bool:
    """In any version; also when the answers themselves are gone, and only figures are left."""
    counted = Uitslag.objects.filter(enquete=enquete, aantal__gt=0)
    return counted.exists() or any(is_answered(versie) for versie in enquete.versies.all())


def _fair(wanted: datetime | None, before: datetime | None) -> datetime | None:
    """Never closed in the past: who opened it again at once would have seen the answers."""
    now = timezone.now()
    if wanted is None or wanted >= now:
        return wanted
    return max(wanted, now if before is None else min(before, now))


def keep_questions(enquete: Enquete, page: EnquetePage) -> Versie:
    """The version that asks what the page asks: the last one, or one more when it has answers."""
    inhoud: dict[str, Any] = Versie(inhoud=vragenlijst_of(page.vragen).as_json()).inhoud
    last = enquete.versie
    if last is not None and (last.inhoud == inhoud or not is_answered(last)):
        last.inhoud = inhoud
        last.save(update_fields=["inhoud"])
        return last
    return enquete.versies.create(nummer=last.nummer + 1 if last else 1, inhoud=inhoud)


def is_answered(versie: Versie) -> bool:
    """Whether anybody began to answer these questions: from then on they do not change (S3)."""
    enquete = versie.enquete
    return (
        enquete.enveloppen.exists()
        or enquete.inzendingen.filter(versie=versie).exists()
        or enquete.concepten.filter(versie=versie).exists()
        or enquete.stapels.filter(versie=versie).exists()
    )


def speaks(page: EnquetePage) -> bool:
    """Whether the survey follows this page: the Dutch one, else the first that there was."""
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return True
    pages = EnquetePage.objects.filter(translation_key=page.translation_key).order_by("pk")
    dutch = pages.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    speaker = dutch or pages.first()
    return speaker is None or speaker.pk == page.pk


@transaction.atomic
def withdraw(page: EnquetePage) -> None:
    """The page is not public any more: nobody can fill it in."""
    if speaks(page):
        Enquete.objects.of_page(page).update(is_live=False)


@transaction.atomic
def move(page: EnquetePage) -> None:
    """The page stands in another ward: what hangs on the survey goes along."""
    wijk_id = wijk_id_of_path(page.path)
    if speaks(page):
        for enquete in Enquete.objects.of_page(page):
            enquete.uitvoer.update(wijk_id=wijk_id)
            Enquete.objects.filter(pk=enquete.pk).update(wijk_id=wijk_id)


def _new(page: EnquetePage) -> Enquete:
    code = "".join(secrets.choice(LETTERS) for _ in range(8))
    return Enquete(translation_key=page.translation_key, code=code)
