"""As a real city has it: production settings behind a front door with TLS (R-28)."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import CHROMIUM_FLAGS, DESK, ROOT, Desk
from tests.journeys.demo_city import free_port, wait_for
from tests.journeys.tls import Door, certificate
from tests.journeys.watching import Watch
from tests.kept_database import lay_ready

pytestmark = pytest.mark.e2e

HOST = "wijkplein.test"
PASSWORD = "vier-buren-een-bus"
EDITOR = f"""
from accounts.models import User
from wijkteams.models import Lidmaatschap, Wijk
user = User.objects.create_user('joris@{HOST}', '{PASSWORD}', first_name='Joris')
Lidmaatschap.objects.create(user=user, wijk=Wijk.objects.get(), rol='redacteur')
"""


@dataclass
class TlsSite:
    """Where the city is, with and without its front door."""

    url: str
    port: int


def _manage(env: dict[str, str], *arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT, env=env, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


def _environment(folder: Path, port: int, door: int) -> dict[str, str]:
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "VAR_DIR": str(folder),
        "SECRET_KEY": "tls-0123456789-abcdefghijklmnopqrstuvwxyz-ABCDEFGHIJKLMNOP",
        "ALLOWED_HOSTS": HOST,
        "BASE_URL": f"https://{HOST}:{door}",
        "DEFAULT_FROM_EMAIL": f"post@{HOST}",
        "EMAIL_URL": "smtp://127.0.0.1:9",  # nobody answers there
        "BIND": f"127.0.0.1:{port}",
        "BEHIND_PROXY": "1",
        "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}",
    }
    env.pop("DATABASE_URL", None)
    return env


@pytest.fixture(scope="module")
def tls_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TlsSite]:
    """A city with one ward and one editor."""
    folder, port, door_port = tmp_path_factory.mktemp("tls"), free_port(), free_port()
    env = _environment(folder, port, door_port)
    lay_ready(folder)
    _manage(env, "migrate", "--verbosity=0")
    _manage(env, "collectstatic", "--noinput", "--verbosity=0")
    _manage(env, "maak_stad", "--naam=Sluisdam")
    _manage(env, "maak_wijk", "Havenkwartier")
    _manage(env, "shell", "-c", EDITOR)
    door = Door(certificate(folder, HOST), door_port, port)
    log = folder / "serve.log"
    with log.open("wb") as out:
        process = subprocess.Popen(
            [sys.executable, "manage.py", "serve"], cwd=ROOT, env=env, stdout=out, stderr=out
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/livez", process, log)
            door.open()
            yield TlsSite(f"https://{HOST}:{door_port}", port)
        finally:
            door.close()
            process.send_signal(signal.SIGTERM)
            process.wait(30)


@pytest.fixture
def desk(tls_site: TlsSite, browser: Browser) -> Iterator[Desk]:
    """A browser that finds this host on this machine, and takes its certificate."""
    with_host = [*CHROMIUM_FLAGS, f"--host-resolver-rules=MAP {HOST} 127.0.0.1"]
    chromium = browser.browser_type.launch(
        executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=with_host
    )
    context = chromium.new_context(viewport=DESK, locale="nl-NL", ignore_https_errors=True)  # type: ignore[arg-type]
    context.set_default_timeout(30_000)
    yield Desk(context, tls_site.url)
    chromium.close()


def test_a_city_works_behind_its_front_door(desk: Desk) -> None:
    watch = Watch(desk)
    answers: list[Any] = []
    desk.context.on("response", lambda answer: answers.append(answer))
    for path in ("/", "/havenkwartier/", "/havenkwartier/nieuws/", "/bestaat-niet/"):
        desk.go(path)
    assert desk.context.cookies() == []

    page = desk.log_in(f"joris@{HOST}", PASSWORD)
    page.get_by_role("link", name="Schrijf een nieuwsbericht").click()
    page.wait_for_load_state("networkidle")
    page.locator("#id_title").press_sequentially("De bus rijdt weer")
    page.locator("#id_summary").fill("Elke vrijdag om half tien.")
    # The address follows the title a moment later.
    expect(page.locator("#id_slug")).to_have_value("de-bus-rijdt-weer")
    page.locator("footer").get_by_role("button", name="Publiceren").click()
    page.locator(".messages .success").wait_for()

    desk.go("/havenkwartier/nieuws/")
    page.get_by_role("main").get_by_role("link", name="De bus rijdt weer").first.click()
    expect(page.locator("h1")).to_have_text("De bus rijdt weer")
    locked(desk.context.cookies())
    for answer in answers:
        strict = answer.headers.get("strict-transport-security", "")
        assert "max-age=63072000" in strict, answer.url
        assert "includeSubDomains" in strict, answer.url
        assert "server" not in answer.headers or not any(
            sign.isdigit() for sign in answer.headers["server"]
        ), answer.url
    assert not watch.refused, watch.refused
    assert not watch.mistakes, watch.mistakes
    assert not watch.foreign, watch.foreign


def locked(cookies: list[Any]) -> None:
    names = {cookie["name"] for cookie in cookies}
    assert names == {"__Host-sessionid", "__Host-csrftoken"}
    for cookie in cookies:
        assert cookie["secure"], cookie
        assert cookie["httpOnly"], cookie
        assert cookie["sameSite"] in {"Lax", "Strict"}, cookie
        assert cookie["path"] == "/", cookie
        assert not cookie["domain"].startswith("."), cookie


def test_http_leads_to_https_and_nowhere_else(tls_site: TlsSite) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", tls_site.port, timeout=20)

    connection.request(
        "GET", "/havenkwartier/?a=b", headers={"Host": HOST, "X-Forwarded-Host": "kwaad.example"}
    )
    answer = connection.getresponse()

    assert answer.status == 301
    assert answer.getheader("Location") == f"https://{HOST}/havenkwartier/?a=b"
    assert not answer.getheader("Set-Cookie")


def test_another_host_is_refused_behind_the_door_too(tls_site: TlsSite) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", tls_site.port, timeout=20)

    connection.request("GET", "/", headers={"Host": "kwaad.example", "X-Forwarded-Proto": "https"})

    assert connection.getresponse().status == 400
