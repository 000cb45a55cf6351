"""A city that sends real mail: its web server, its worker, and a mail server that takes it all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from fast_mail_parser import parse_email

from tests.journeys.conftest import DEMO_PASSWORD, ROOT
from tests.journeys.demo_city import free_port, wait_for
from tests.kept_database import lay_ready

READERS = [f"lezer{number}@postvak.example" for number in range(12)]
PEOPLE = f"""
from accounts.models import User
from nieuws.models import Lijst, NieuwsbriefInstellingen, NieuwsIndexPage
from tests.factories.nieuws import news, reader
from wijkteams.models import Lidmaatschap, Wijk
wijk = Wijk.objects.get()
joris = User.objects.create_user('joris@sluisdam.example', '{DEMO_PASSWORD}', first_name='Joris')
Lidmaatschap.objects.create(user=joris, wijk=wijk, rol='redacteur')
index = NieuwsIndexPage.objects.get(wijk=wijk)
for title in ('De bus rijdt weer', 'Samen soep eten'):
    news(index, title, summary='Dit is er nieuw in de wijk.')
lijst = Lijst.objects.get(wijk=wijk, thema=None)
for email in {READERS!r}:
    reader(lijst, email)
settings, _new = NieuwsbriefInstellingen.objects.get_or_create(wijk=wijk)
settings.reply_to = 'team@havenkwartier.example'
settings.save()
"""


@dataclass
class Postbus:
    """All that the mail server took, as bytes; read by a parser that is not Python's own."""

    taken: list[tuple[str, bytes]] = field(default_factory=list)

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        """What aiosmtpd calls for each mail."""
        self.taken += [(to, envelope.content) for to in envelope.rcpt_tos]
        return "250 ok"

    def to(self, email: str, subject: str = "") -> list[Any]:
        """The mails to somebody, parsed, the oldest first."""
        mails = [parse_email(data) for to, data in list(self.taken) if to == email]
        return [mail for mail in mails if subject in mail.subject]

    def wait_for(self, email: str, subject: str = "") -> Any:
        """The newest mail to somebody, once it is there."""
        for _attempt in range(240):
            found = self.to(email, subject)
            if found:
                return found[-1]
            time.sleep(0.5)
        raise AssertionError(f"No mail {subject!r} to {email}; there is {self.subjects()}")

    def subjects(self) -> list[tuple[str, str]]:
        """Everything that came, for who wonders."""
        return [(to, parse_email(data).subject) for to, data in list(self.taken)]


@dataclass
class PostSite:
    """Where the city is, and where its mail comes."""

    url: str
    postbus: Postbus


@contextmanager
def city_with_post(folder: Path) -> Iterator[PostSite]:
    """A city with one ward, one editor, twelve readers and two news items."""
    postbus, port, post_port = Postbus(), free_port(), free_port()
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.journeys.post_settings",
        "VAR_DIR": str(folder),
        "PORT": str(port),
        "POST_PORT": str(post_port),
        "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}",
    }
    env.pop("DATABASE_URL", None)
    lay_ready(folder)
    for line in (
        ["migrate", "--verbosity=0"],
        ["collectstatic", "--noinput", "--verbosity=0"],
        ["maak_stad", "--naam=Sluisdam"],
        ["maak_wijk", "Havenkwartier"],
        ["shell", "-c", PEOPLE],
    ):
        _manage(env, *line)
    mail_server = Controller(postbus, hostname="127.0.0.1", port=post_port)
    mail_server.start()
    log = folder / "site.log"
    with log.open("wb") as out:
        running = [
            subprocess.Popen([sys.executable, "manage.py", name], cwd=ROOT, env=env, stdout=out,
                             stderr=out)
            for name in ("serve", "work")
        ]  # fmt: skip
        try:
            wait_for(f"http://127.0.0.1:{port}/livez", running[0], log)
            yield PostSite(f"http://127.0.0.1:{port}", postbus)
        finally:
            for process in running:
                process.send_signal(signal.SIGTERM)
            for process in running:
                process.wait(60)
            mail_server.stop()


def _manage(env: dict[str, str], *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT, env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
