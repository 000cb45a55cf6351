"""kill -9 while people publish, upload and are sent mail."""

from __future__ import annotations

import io
import random
import threading
import time
from collections import Counter
from pathlib import Path

from PIL import Image

from tests.drills.browser import Browser
from tests.drills.city import Cities, City
from tests.drills.report import Result
from tests.drills.sink import Sink

KILLS = 20
WRITERS = 3
HALF_PAGES = """
from wagtail.models import Page
print([len(found) for found in Page.find_problems()[:5]])
"""


class Writer(threading.Thread):
    """Publishes a news item, uploads a picture, and so on; remembers what was acknowledged."""

    def __init__(self, name: str, browser: Browser, facts: dict[str, str]) -> None:
        super().__init__(daemon=True)
        self.who, self.browser, self.facts = name, browser, facts
        self.tried: list[str] = []
        self.pages: list[str] = []
        self.pictures: list[str] = []
        self.strange: Counter[int] = Counter()
        self.end = threading.Event()

    def run(self) -> None:
        number = 0
        while not self.end.is_set():
            number += 1
            title = f"proef-{self.who}-{number}"
            self.tried.append(title)
            kept, post = (self.pages, self.publish) if number % 2 else (self.pictures, self.upload)
            status, location = post(title)
            if status == 302 and "inloggen" not in location:
                kept.append(title)
            else:
                self.strange[status] += 1
                time.sleep(0.1)

    def publish(self, title: str) -> tuple[int, str]:
        """As the button 'Plaatsen' does."""
        path = f"/beheer/pages/add/nieuws/nieuwspage/{self.facts['index']}/"
        status, headers, _body = self.browser.post(path, news(title))
        return status, headers.get("Location", "")

    def upload(self, title: str) -> tuple[int, str]:
        """One picture, in the form of the CMS."""
        fields = {
            "title": title,
            "wijk": self.facts["wijk"],
            "description": "Een vlak.",
            "photographer": "Joris",
            "licence": "zelf",
            "consent": "niemand",
        }
        files = {"file": (f"{title}.jpg", picture(title))}
        status, headers, _body = self.browser.post("/beheer/images/add/", fields, files)
        return status, headers.get("Location", "")


def news(title: str) -> dict[str, str]:
    """A news item as it is typed."""
    counts = {"TOTAL_FORMS": "0", "INITIAL_FORMS": "0", "MIN_NUM_FORMS": "0", "MAX_NUM_FORMS": ""}
    return {
        "title": title,
        "slug": title,
        "date": "2026-03-01",
        "summary": "Een proef.",
        "body-count": "0",
        "action-publish": "1",
        **{f"comments-{name}": value for name, value in counts.items()},
    }


def picture(title: str) -> bytes:
    """A picture that no other is like."""
    target = io.BytesIO()
    seed = random.Random(title)
    image = Image.new("RGB", (240, 160), tuple(seed.randrange(256) for _colour in range(3)))
    image.save(target, "JPEG")
    return target.getvalue()


def publish_and_upload(cities: Cities) -> Result:
    """Every answer 302 is one page or picture, with its file; nothing is half."""
    city, begin = cities.copy(), time.monotonic()
    facts = city.facts()
    city.start(workers=1)
    browsers = [city.browser(facts["session"]) for _writer in range(WRITERS)]
    writers = [Writer(f"{place}", browser, facts) for place, browser in enumerate(browsers)]
    chance = random.Random(4)
    try:
        for writer in writers:
            writer.start()
        for number in range(KILLS):
            until_busy(writers)
            time.sleep(chance.uniform(0, 1))
            if number % 4 == 3:
                city.kill_worker()
            else:
                city.kill_web(whole=number % 4 == 2)
        time.sleep(1)
    finally:
        for writer in writers:
            writer.end.set()
        for writer in writers:
            writer.join(60)
        city.stop()
    return judge(city, writers, time.monotonic() - begin)


def until_busy(writers: list[Writer]) -> None:
    """Each kill must hit work: wait until something was acknowledged since the one before."""
    done = sum(len(writer.pages) + len(writer.pictures) for writer in writers)
    deadline = time.monotonic() + 12
    while time.monotonic() < deadline:
        if sum(len(writer.pages) + len(writer.pictures) for writer in writers) >= done + WRITERS:
            return
        time.sleep(0.05)


def judge(city: City, writers: list[Writer], seconds: float) -> Result:
    """Compare what the clients were told with the tables and the files."""
    pages = Counter(
        title
        for (title,) in city.rows(
            "SELECT p.title FROM wagtailcore_page p JOIN nieuws_nieuwspage n"
            " ON n.page_ptr_id = p.id WHERE p.live AND p.latest_revision_id IS NOT NULL"
        )
    )
    pictures = {
        str(title): str(file)
        for title, file in city.rows("SELECT title, file FROM wijkteams_image")
    }
    drawn = Counter(title for (title,) in city.rows("SELECT title FROM wijkteams_image"))
    told_pages = [title for writer in writers for title in writer.pages]
    told_pictures = [title for writer in writers for title in writer.pictures]
    lost = [title for title in told_pages if title not in pages]
    lost += [t for t in told_pictures if not readable(city.folder / "private", pictures.get(t))]
    twice = [t for writer in writers for t in writer.tried if pages[t] > 1 or drawn[t] > 1]
    problems = city.manage("shell", "-v0", "-c", HALF_PAGES).stdout.strip()
    loose = city.manage("controleer_bestanden", "--ouder-dan", "0", "--opruimen", check=False)
    after = city.manage("controleer_bestanden", "--ouder-dan", "0", check=False).stdout
    clean = "0 losse bestanden, 0 ontbrekende" in after and problems == "[0, 0, 0, 0, 0]"
    enough = len(told_pages) > KILLS and len(told_pictures) > KILLS
    return Result(
        "kill -9 bij plaatsen en uploaden",
        kills=KILLS,
        writes=len(told_pages) + len(told_pictures),
        lost=len(lost),
        double=len(twice),
        seconds=seconds,
        good=clean and enough and not lost and not twice,
        note=f"{len(told_pages)} berichten, {len(told_pictures)} foto's; "
        + loose.stdout.strip().splitlines()[-1].split(",")[0]
        + " opgeruimd"
        + ("" if clean else f"; niet schoon: {problems} {after[-200:]}"),
    )


def readable(folder: Path, name: str | None) -> bool:
    """Whether the file is there and is a whole picture."""
    if not name or not (folder / name).is_file():
        return False
    try:
        with Image.open(folder / name) as image:
            image.load()
    except OSError:
        return False
    return True


ENQUEUE = """
from core.mail.outbox import enqueue_message
for number in range({count}):
    enqueue_message(to=f'bewoner{{number}}@sluisdam.example', subject='Welkom', text='Dag.')
"""


def mail(cities: Cities, *, count: int = 300, kills: int = 10) -> Result:
    """Two workers that are killed, a server that comes late: each mail arrives, in time."""
    city, sink, begin = cities.copy(), Sink(), time.monotonic()
    sink.open()
    city.smtp_port = sink.port
    sink.close()
    city.manage("shell", "-v0", "-c", ENQUEUE.format(count=count))
    chance = random.Random(5)
    try:
        for _worker in range(2):
            city.start_worker()
        time.sleep(5)
        sink.open()
        for _number in range(kills):
            time.sleep(chance.uniform(0.3, 1.2))
            city.kill_worker()
        deadline = time.monotonic() + 120
        wanted = {f"bewoner{number}@sluisdam.example" for number in range(count)}
        while time.monotonic() < deadline and wanted - {to for to, _id in sink.got}:
            time.sleep(0.5)
        time.sleep(6)  # what would come twice may come now
    finally:
        city.stop()
        sink.close()
    got = Counter(to for to, _id in sink.got if to.startswith("bewoner"))
    double = sum(times - 1 for times in got.values())
    same = len({number for _to, number in sink.got}) == len({to for to, _number in sink.got})
    return Result(
        "kill -9 van de worker tussen rij en mail",
        kills=kills,
        writes=count,
        lost=count - len(got),
        double=double,
        seconds=time.monotonic() - begin,
        good=len(got) == count and double <= kills and same,
        note="dubbel is hoogstens één per kill, met dezelfde Message-ID",
    )
