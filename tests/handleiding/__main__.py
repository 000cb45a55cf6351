"""Start the demo city, walk through the CMS and take the pictures of the handbook.

python -m tests.handleiding            on a new demo city
python -m tests.handleiding ADDRESS    on a site that runs
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.handleiding.camera import FOLDER
from tests.handleiding.scenes import ANJA, FATMA, JORIS, SAMIRA
from tests.journeys.conftest import CHROMIUM_FLAGS, ROOT, Desk
from tests.journeys.demo_city import free_port, wait_for

PEOPLE = (
    ("", JORIS),
    ("fatma@sluisdam.example", FATMA),
    ("signalen@sluisdam.example", SAMIRA),
    ("moderator@sluisdam.example", ANJA),
)
SCREEN = {"width": 960, "height": 860}


@contextmanager
def demo_city() -> Iterator[str]:
    """A site of its own, started as `make run` starts it."""
    with tempfile.TemporaryDirectory(prefix="handleiding-") as folder:
        port, log = free_port(), Path(folder) / "start.log"
        own = {"DJANGO_SETTINGS_MODULE": "config.settings.demo", "VAR_DIR": folder}
        env = {**os.environ, **own, "PORT": str(port)}
        env.pop("DATABASE_URL", None)
        with log.open("wb") as out:
            process = subprocess.Popen(
                [sys.executable, "manage.py", "start"],
                cwd=ROOT,
                env=env,
                stdout=out,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
            try:
                wait_for(f"http://127.0.0.1:{port}/", process, log)
                yield f"http://127.0.0.1:{port}"
            finally:
                process.send_signal(signal.SIGTERM)
                process.wait(30)


def walk(site: str) -> None:
    """All scenes, each person in a browser of their own."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=CHROMIUM_FLAGS
        )
        for email, scenes in PEOPLE:
            context = chromium.new_context(
                viewport=SCREEN,
                locale="nl-NL",
                color_scheme="light",
                reduced_motion="reduce",
                bypass_csp=True,  # our ring and stillness are inline
            )
            context.set_default_timeout(20_000)
            desk = Desk(context, site)
            desk.page.on("dialog", lambda dialog: dialog.accept())
            if email:
                desk.log_in(email)
            for scene in scenes:
                print(scene.__name__, flush=True)
                scene(desk)
            context.close()
        chromium.close()


def main() -> None:
    """Take all pictures, and say how much they weigh."""
    if sys.argv[1:]:
        walk(sys.argv[1])
    else:
        with demo_city() as site:
            walk(site)
    weights = [path.stat().st_size for path in FOLDER.glob("*.webp")]
    print(f"{len(weights)} pictures, {sum(weights) // 1024} KB")


if __name__ == "__main__":
    main()
