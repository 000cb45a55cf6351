"""Codes on paper: ordering them, and making the sheets in the worker (requirement S4)."""

from __future__ import annotations

import logging
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import formats, timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django_tasks import task

from accounts.models import User
from core.pdf import PdfError, qr_svg, render
from enquetes.models import Codeblad, Deelname, Enquete
from enquetes.toegang import codes, words
from enquetes.toegang.faces import page_of
from enquetes.toegang.links import begin_url
from enquetes.vragen.duur import minutes
from wijkteams.activiteiten.drukwerk.sheet import sheet_of, short
from wijkteams.models import Buurt

SOURCE = Path(__file__).parent / "typst" / "codes.typ"
MOST = 2_000
"On one order."
PER_FILE = {Codeblad.Soort.BRIEVEN.value: 240, Codeblad.Soort.LIJST.value: codes.MOST}
CARDS_PER_FILE = 480
"Whole sheets of cards and of stickers. Setting more at once takes a gigabyte of memory."
logger = logging.getLogger(__name__)
Soort = Codeblad.Soort


@transaction.atomic
def order(
    enquete: Enquete, number: int, soort: str, *, by: User, buurt: Buurt | None = None
) -> list[Codeblad]:
    """Make so many new codes and have them printed. Raises codes.TooManyError."""
    first = codes.make(enquete, number, buurt)
    return order_again(enquete, first, number, soort, by=by, buurt=buurt)


@transaction.atomic
def order_again(
    enquete: Enquete, first: int, number: int, soort: str, *, by: User, buurt: Buurt | None = None
) -> list[Codeblad]:
    """Have codes that there are printed (once more), so many in a file as a machine bears."""
    size, end = PER_FILE.get(soort, CARDS_PER_FILE), first + number
    # A list is made while it is downloaded: no file of codes lies about.
    is_list = soort == Soort.LIJST
    made = [
        Codeblad.objects.create(
            enquete=enquete,
            buurt=buurt,
            soort=soort,
            eerste=begin,
            aantal=min(size, end - begin),
            stand=Codeblad.Stand.KLAAR if is_list else Codeblad.Stand.WACHT,
            made_by=by,
        )
        for begin in range(first, end, size)
    ]
    for blad in made if not is_list else ():
        make.enqueue(blad.pk)
    return made


@task()
def make(pk: int) -> None:
    """Make the PDF of a row. Comes a second time, or when it is gone: does nothing."""
    rows = Codeblad.objects.select_related("enquete__wijk")
    blad = rows.filter(pk=pk, stand=Codeblad.Stand.WACHT).first()
    if blad is None:
        return
    try:
        with translation.override(settings.LANGUAGE_CODE):
            data, files = _sheet(blad)
        pdf = render(SOURCE, data, files)
    except (PdfError, ValueError):
        logger.exception("codeblad %s", pk)
        blad.stand = Codeblad.Stand.MISLUKT
        blad.save(update_fields=["stand"])
        return
    blad.file.save("codes.pdf", ContentFile(pdf), save=False)
    blad.stand = Codeblad.Stand.KLAAR
    blad.save(update_fields=["file", "stand"])


def rows_of(blad: Codeblad) -> list[Deelname]:
    """The codes on a sheet, by number."""
    rows = Deelname.objects.filter(
        enquete=blad.enquete,
        soort=Deelname.Soort.HUISCODE,
        nummer__range=(blad.eerste, blad.laatste),
    )
    found = list(rows.select_related("buurt").order_by("nummer"))
    for row in found:
        row.enquete = blad.enquete
    return found


def address_with(enquete: Enquete, code: str) -> str:
    """For the square to scan. What stands after '#' is never sent: no log has the code."""
    return f"{begin_url(enquete)}#{codes.printed(code)}"


def _sheet(blad: Codeblad) -> tuple[dict[str, object], dict[str, bytes]]:
    enquete = blad.enquete
    page = page_of(enquete)
    address = begin_url(enquete)
    if page is None:
        raise ValueError(f"Enquete {enquete.pk} is not public.")
    sheet = sheet_of(enquete.wijk, page.locale, address, [])
    files = {name: content for name, content in sheet.files.items() if name != "qr.svg"}
    lines = []
    for row in rows_of(blad):
        code = codes.code_of(row)
        name = f"{row.nummer}.svg"
        files[name] = qr_svg(address_with(enquete, code))
        label = _("Nr. %(number)s") % {"number": row.nummer}
        label = f"{label} · {row.buurt.name}" if row.buurt else label
        lines.append({"code": codes.printed(code), "qr": name, "label": label})
    data = sheet.data | {
        "title": f"{page.title}: {blad.eerste}–{blad.laatste}",
        "soort": blad.soort,
        "above": enquete.wijk.name if enquete.wijk else sheet.data["below"],
        "heading": page.title,
        "heading-short": page.title[:60],
        "short": short(address),
        "codes": lines,
        **_words(enquete, page.summary),
    }
    return data, files


def _words(enquete: Enquete, summary: str) -> dict[str, object]:
    versie = enquete.versie
    number = minutes(versie.vragenlijst) if versie else 1
    said = {"minutes": number}
    length = ngettext(
        "Invullen duurt ongeveer %(minutes)s minuut.",
        "Invullen duurt ongeveer %(minutes)s minuten.",
        number,
    )
    until = _until(enquete)
    phone = enquete.wijk.contact_phone if enquete.wijk else ""
    call = _("Liever op papier of door de telefoon? Bel %(phone)s.") % {"phone": phone}
    return {
        "story": [line for line in (summary, length % said, until) if line],
        "after": [
            words.toegang_text(enquete),
            words.anonimiteit_text(enquete),
            *([call] if phone else []),
        ],
        "labels": {
            "qr": _("Code om te scannen: de enquête op de site"),
            "how": _("Scan de code, of ga naar:"),
            "code": _("Uw code:"),
            "once": f"{_('Eén keer per huis.')} {until}".strip(),
            "to": _("Aan de bewoners van dit adres"),
            "so": _("Zo doet u mee"),
            "steps": [
                _("Scan het vierkant met uw telefoon, of ga naar het adres hieronder."),
                _("Vul uw code in."),
                _("Beantwoord de vragen en kies 'Verstuur'."),
            ],
        },
    }


def _until(enquete: Enquete) -> str:
    if enquete.closes_at is None:
        return ""
    last = timezone.localtime(enquete.closes_at)
    day = formats.date_format(last, "j F, G.i")
    return _("U kunt invullen tot %(day)s uur.") % {"day": day}
