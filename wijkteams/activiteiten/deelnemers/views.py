"""The list of one activity: on screen, on paper, as a file; and ticking off who came."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from core.exports import FORMATS, export_response
from wijkteams.activiteiten.deelnemers import access
from wijkteams.activiteiten.deelnemers.lijst import parts_of
from wijkteams.activiteiten.deelnemers.overview import frame
from wijkteams.activiteiten.models import Aanmelding

SCREENS = ("enter", "sheet", "message", "came", "download")
BLANK_LINES = 6
"On paper, for who walks in."


@require_GET
def the_list(request: HttpRequest, **which: int) -> HttpResponse:
    """Who comes, who waits, and who does not come any more."""
    lijst = access.the_list(request, access.VIEW, **which)
    context = {
        "parts": parts_of(lijst),
        "room": lijst.room(),
        "may_add": access.may(request.user, lijst.activiteit, access.ADD),
        "may_change": access.may(request.user, lijst.activiteit, access.CHANGE),
        "may_say_after": access.may(request.user, lijst.activiteit, access.AFTER),
        "has_begun": lijst.keer is not None and lijst.keer.starts_at <= timezone.now(),
        "formats": FORMATS,
        "urls": {name: lijst.url(name) for name in SCREENS},
        "after_url": lijst.url("after") if lijst.keer else "",
        **frame(lijst.title, lijst),
    }
    return render(request, "activiteiten/deelnemers/lijst.html", context)


@require_GET
def sheet(request: HttpRequest, **which: int) -> HttpResponse:
    """The list for at the door: large, with a box to tick, and room for who walks in."""
    lijst = access.the_list(request, access.VIEW, **which)
    parts = parts_of(lijst)
    questions = _questions(parts.coming)
    context = {
        "lijst": lijst,
        "parts": parts,
        "room": lijst.room(),
        "questions": questions,
        "blank": range(BLANK_LINES),
        "now": timezone.now(),
    }
    return render(request, "activiteiten/deelnemers/afdruk.html", context)


@require_POST
def download(request: HttpRequest, **which: int) -> HttpResponseBase:
    """The list as a file, made now for who may see it now (R-24)."""
    lijst = access.the_list(request, access.VIEW, **which)
    form = request.POST.get("soort", "")
    if form not in FORMATS:
        form = FORMATS[0]
    parts = parts_of(lijst)
    rows = [*parts.coming, *parts.waiting]
    questions = _questions(rows)
    day = f" {date_format(timezone.localtime(lijst.keer.starts_at), 'Y-m-d')}" if lijst.keer else ""
    return export_response(
        request,
        name=f"deelnemers {lijst.title}{day}",
        subject=_("Deelnemers: %(title)s%(day)s") % {"title": lijst.title, "day": day},
        heading=[*_heading(), *questions],
        rows=_lines(rows, questions),
        form=form,
    )


@require_POST
def came(request: HttpRequest, **which: int) -> HttpResponse:
    """Who was there: what was ticked was, what was shown and not ticked was not."""
    lijst = access.the_list(request, access.CHANGE, **which)
    shown, ticked = _numbers(request, "getoond"), _numbers(request, "was_er")
    with transaction.atomic():
        rows = lijst.rows().filter(status__in=Aanmelding.HOLDING, pk__in=shown)
        rows.filter(pk__in=ticked).update(came=True)
        rows.exclude(pk__in=ticked).update(came=False)
    messages.success(request, _("Bewaard wie er was."))
    return redirect(lijst.url())


def _numbers(request: HttpRequest, name: str) -> list[int]:
    sent = request.POST.getlist(name)
    return [int(one) for one in sent if one.isascii() and one.isdigit() and len(one) < 19]


def _questions(rows: list[Aanmelding]) -> list[str]:
    """All questions that somebody answered, in the order in which they came up."""
    return list(dict.fromkeys(text for row in rows for text in row.answers))


def _heading() -> list[str]:
    return [
        *(_("Naam"), _("Telefoon"), _("E-mail"), _("Volwassenen"), _("Kinderen")),
        *(_("Leeftijd kinderen"), _("Stand"), _("Hoe"), _("Aangemeld op"), _("Was er")),
    ]


def _lines(rows: list[Aanmelding], questions: list[str]) -> Iterator[list[Any]]:
    yes_or_no = {True: _("ja"), False: _("nee"), None: ""}
    for row in rows:
        yield [
            *(row.name, row.phone, row.email, row.adults, row.children, row.age_group),
            *(row.get_status_display(), row.get_bron_display(), row.created_at),
            yes_or_no[row.came],
            *(row.answers.get(text, "") for text in questions),
        ]
