"""The start: the page is published, what goes out is frozen, and each reader gets a row.

Each step may be done twice, by two senders or after a crash: the result is the same.
"""

from __future__ import annotations

import secrets
from contextlib import suppress
from datetime import timedelta
from typing import cast

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from nieuws.models import Editie, NieuwsbriefInstellingen, NieuwsbriefPage, Zending
from nieuws.nieuwsbrief.problems import refusals
from nieuws.nieuwsbrief.rendering import name_of, render, with_clicks
from nieuws.verzenden import steering
from nieuws.verzenden.errors import SendingError
from nieuws.verzenden.recipients import Recipients, readers, recipients
from nieuws.verzenden.scheduling import may_send

TRIED_FOR = timedelta(hours=72)
"How long is tried to deliver; after that it would be old news (rule R-35 asks at least 48 hours)."
CHUNK = 2000
MANY_MORE = 1.5
A_FEW = 50
"As long as the number grew no more than this, the volunteer's yes still holds."


def start(editie: Editie) -> Editie:
    """Begin, if its moment is there; gives the edition as it stands then."""
    now = timezone.now()
    editie = Editie.objects.select_related("page", "made_by").get(pk=editie.pk)
    if editie.scheduled_for is not None and editie.scheduled_for > now:
        return editie
    with override(editie.language):
        if not editie.html:
            _freeze(editie)
    editie.refresh_from_db()
    if editie.html and _make_rows(editie):
        Editie.objects.filter(pk=editie.pk, status=Editie.Status.GEPLAND).update(
            status=Editie.Status.BEZIG, started_at=now, expires_at=now + TRIED_FOR
        )
        editie.refresh_from_db()
    return editie


def _freeze(editie: Editie) -> None:
    """Write down what goes out, unless something is wrong: then it stands still, and says why."""
    found = recipients(editie.lijsten.all())
    with override("nl"):
        wrong = _wrong(editie, found)
    if wrong:
        with suppress(SendingError):
            steering.pause(editie, reason=wrong)
        return
    page = _published(editie, cast("NieuwsbriefPage", editie.page))
    own = NieuwsbriefInstellingen.objects.filter(wijk=page.wijk).first()
    reply_to = reply_to_of(page, own)
    rendered = render(page, reply_to=reply_to)
    html, text = rendered.html, rendered.text
    if own is not None and own.count_clicks:
        html, text = with_clicks(html, text, editie)
    Editie.objects.filter(pk=editie.pk, status=Editie.Status.GEPLAND, html="").update(
        html=html,
        text=text,
        subject=rendered.subject[:200],
        sender_name=(own.sender_name if own else "") or name_of(page.wijk)[:100],
        reply_to=reply_to,
        count_clicks=bool(own and own.count_clicks),
        skipped={**found.excluded, **({"dubbel": found.double} if found.double else {})},
    )


def reply_to_of(page: NieuwsbriefPage, own: NieuwsbriefInstellingen | None) -> str:
    """Where answers go: to the team, and never to a mailbox that nobody reads (N16)."""
    return (own.reply_to if own else "") or (page.wijk.contact_email if page.wijk else "")


def _wrong(editie: Editie, found: Recipients) -> str:
    """Why it must not go by itself; looked at once more, because days may lie in between."""
    page = editie.page
    if page is None:
        return _("De nieuwsbrief is verwijderd.")
    if editie.made_by is None or not may_send(page, editie.made_by):
        return _("Wie dit klaarzette, mag geen nieuwsbrief meer versturen.")
    if found.total == 0:
        return _("Niemand op deze lijsten kan nu mail krijgen.")
    if found.total > max(editie.expected * MANY_MORE, editie.expected + A_FEW):
        text = _("Er zijn nu %(total)d lezers, toen het klaargezet werd %(expected)d.")
        return text % {"total": found.total, "expected": editie.expected}
    return " ".join(refusals(_newest(editie, page)))[:300]


def _newest(editie: Editie, page: NieuwsbriefPage) -> NieuwsbriefPage:
    """What was agreed to, or what was published since."""
    revision = editie.revision
    if revision is None or _is_published_since(editie, page):
        return page
    return cast("NieuwsbriefPage", revision.as_object())


def _is_published_since(editie: Editie, page: NieuwsbriefPage) -> bool:
    live = page.live_revision
    return bool(
        page.live and live and editie.revision and live.created_at >= editie.revision.created_at
    )


def _published(editie: Editie, page: NieuwsbriefPage) -> NieuwsbriefPage:
    """'Bekijk online' must lead somewhere."""
    if editie.revision is not None and not _is_published_since(editie, page):
        editie.revision.publish(user=editie.made_by)
    elif not page.live:
        page.save_revision(user=editie.made_by).publish(user=editie.made_by)
    return NieuwsbriefPage.objects.get(pk=page.pk)


def _make_rows(editie: Editie) -> bool:
    """One per reader, in chunks that let others write in between. False: it was stopped."""
    lijsten = list(editie.lijsten.all())
    last = 0
    while True:
        places = readers(lijsten).filter(abonnee__gt=last).order_by("abonnee", "lijst")
        found = list(places.values_list("abonnee", "pk", "abonnee__email_key")[:CHUNK])
        if not found:
            return True
        with transaction.atomic():
            locked = Editie.objects.select_for_update().filter(pk=editie.pk)
            if locked.values_list("status", flat=True).first() != Editie.Status.GEPLAND:
                return False
            Zending.objects.bulk_create(_rows(editie, found), ignore_conflicts=True)
        last = found[-1][0]


def _rows(editie: Editie, found: list[tuple[int, int, str]]) -> list[Zending]:
    by_reader: dict[int, Zending] = {}
    for abonnee, abonnement, key in found:
        if abonnee not in by_reader:
            by_reader[abonnee] = Zending(
                editie=editie,
                abonnee_id=abonnee,
                abonnement_id=abonnement,
                domain=key.rpartition("@")[2][:253],
                code=secrets.token_hex(16),
            )
    return list(by_reader.values())
