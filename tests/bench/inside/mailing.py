"""Sending a newsletter, and the same bytes by the shortest loop that there is."""

from __future__ import annotations

import gc
import smtplib
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from django.test import override_settings
from django.utils import timezone

from accounts.models import User
from nieuws.models import Abonnement, Editie, Lijst, NieuwsbriefIndexPage, NieuwsbriefPage, Zending
from nieuws.nieuwsbrief.rendering import render
from nieuws.verzenden import services, turns
from nieuws.verzenden.claiming import _FIELDS, Row
from nieuws.verzenden.letter import Letter, Own, sendable, sender_address
from tests.bench.inside.building import EDITOR, ordinary_ward
from tests.builders.readers import build_readers

ITEMS = 8
WORDS = "In het Kadehuis is er vrijdag soep voor wie maar wil, met brood van de bakker. " * 3
AT_ONCE = 1000


def readers(count: int) -> dict[str, Any]:
    """Let the ward's list have so many."""
    lijst = _lijst()
    missing = count - Abonnement.objects.filter(lijst=lijst).count()
    return {"made": build_readers(lijst, missing) if missing > 0 else 0}


def _lijst() -> Lijst:
    wijk = ordinary_ward()
    return Lijst.objects.get_or_create(
        wijk=wijk, thema=None, defaults={"title": "Nieuwsbrief", "code": f"{wijk.slug}"}
    )[0]


def plan() -> dict[str, Any]:
    """A newsletter of eight items, due now; nothing works on it yet."""
    lijst = _lijst()
    wijk = lijst.wijk
    index = NieuwsbriefIndexPage.objects.get(wijk=wijk, locale__language_code="nl")
    text = f"<p>{WORDS}</p>"
    body: list[dict[str, Any]] = []
    for number in range(ITEMS):
        body += [
            {"type": "heading", "value": {"text": f"Onderwerp {number}"}},
            {"type": "text", "value": {"text": text}},
        ]
    page = NieuwsbriefPage(title="Nieuws uit de wijk", body=body)
    index.add_child(instance=page)
    total = services.recipients([lijst]).total
    by = User.objects.get(email=EDITOR)
    editie = services.schedule(page, [lijst], by=by, expected=total, moment=timezone.now())
    return {"editie": editie.pk, "readers": total, "html": len(render(page).html)}


def _smtp(port: int) -> Any:
    backend = "django.core.mail.backends.smtp.EmailBackend"
    return override_settings(
        EMAIL_BACKEND=backend, EMAIL_HOST="127.0.0.1", EMAIL_PORT=port, EMAIL_USE_TLS=False
    )


def send(editie: int, port: int) -> dict[str, Any]:
    """All of it, from the freezing on; what it took, and by how much memory grew at most."""
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")
    before = _status("VmRSS")
    wall, cpu = time.perf_counter(), time.process_time()
    with _smtp(port):
        while turns.turn(editie) is not None:
            pass
    found = {
        "wall_ms": (time.perf_counter() - wall) * 1000,
        "cpu_ms": (time.process_time() - cpu) * 1000,
        "grew": _status("VmHWM") - before,
    }
    done = services.progress(Editie.objects.get(pk=editie))
    return {**found, "sent": done.sent}


def raw(editie: int, port: int) -> dict[str, Any]:
    """One connection, one loop; the bytes are made before the clock runs, a thousand at a time."""
    found = Editie.objects.get(pk=editie)
    letter, sender = Letter(found, Own(found)), sender_address()
    mails = _mails(found, letter)
    wall = cpu = 0.0
    sent = 0
    with smtplib.SMTP("127.0.0.1", port) as smtp:
        while ready := list(islice(mails, AT_ONCE)):
            start, used = time.perf_counter(), time.process_time()
            for to, data in ready:
                smtp.sendmail(sender, [to], data)
            wall += time.perf_counter() - start
            cpu += time.process_time() - used
            sent += len(ready)
    return {"wall_ms": wall * 1000, "cpu_ms": cpu * 1000, "sent": sent, "bytes": len(data)}


def _mails(editie: Editie, letter: Letter) -> Iterator[tuple[str, bytes]]:
    rows = Zending.objects.filter(editie=editie).order_by("pk").values_list(*_FIELDS)
    for found in rows.iterator(chunk_size=AT_ONCE):
        row = Row(*found)
        to = sendable(row.email or "") or ""
        yield to, letter.fill(row, to)


def _status(name: str) -> float:
    """Megabytes, of /proc."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return float(next(line for line in lines if line.startswith(name)).split()[1]) / 1024


JOBS = {"mail_readers": readers, "mail_plan": plan, "mail_send": send, "mail_raw": raw}
