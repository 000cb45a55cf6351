"""Adds the surveys of the wards and of the city, with what people answered."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone
from wagtail.models import Page, Site

from accounts.models import User
from enquetes.demo import results
from enquetes.demo.crowd import add_answers, people_of
from enquetes.demo.letters import add_codes
from enquetes.demo.panel import load_panel
from enquetes.demo.paper import add_pile
from enquetes.demo.polls import show_on
from enquetes.demo.questions import id_of, name_of, steps_of
from enquetes.models import SETTINGS, Enquete, EnqueteIndexPage, EnquetePage
from wijkteams.demo.pictures import DemoPictures
from wijkteams.demo.story import with_dates
from wijkteams.demo.wards import story_of
from wijkteams.models import Wijk

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Desk:
    """Where the survey of one file goes: to a ward, or (without wijk) to the city."""

    index: EnqueteIndexPage
    wijk: Wijk | None
    author: User
    pictures: DemoPictures
    today: date

    def moment(self, days: int | None, hour: int) -> datetime | None:
        """That many days from today."""
        if days is None:
            return None
        return timezone.make_aware(datetime.combine(self.today + timedelta(days), time(hour)))


def load(pictures: DemoPictures, today: date) -> None:
    """Add what is not there yet."""
    for path in sorted(HERE.glob("lijsten/*.toml")):
        data = tomllib.loads(path.read_text())
        wijk = Wijk.objects.get(slug=data["wijk"]) if data["wijk"] else None
        author = User.objects.get(email=data["author"])
        desk = Desk(_index_of(wijk), wijk, author, pictures, today)
        if not EnquetePage.objects.child_of(desk.index).filter(slug=data["slug"]).exists():
            _add(desk, data)
    load_panel(today)


def _index_of(wijk: Wijk | None) -> EnqueteIndexPage:
    parent: Page = Site.objects.get(is_default_site=True).root_page
    if wijk is not None:
        parent = wijk.pages.get(locale=parent.locale)
    index: EnqueteIndexPage = EnqueteIndexPage.objects.child_of(parent).get()
    return index


def _add(desk: Desk, data: dict[str, Any]) -> None:
    page = _new_page(desk, data)
    desk.index.refresh_from_db(fields=["numchild"])
    desk.index.add_child(instance=page)
    page.save_revision(user=desk.author).publish(user=desk.author)
    enquete = Enquete.objects.get(translation_key=page.translation_key)
    show_on(page, data.get("ook_op", []))
    if "antwoorden" in data:
        _answer(desk, enquete, data)


def _answer(desk: Desk, enquete: Enquete, data: dict[str, Any]) -> None:
    """What people sent, what lies on the table, and what the team made known."""
    versie = enquete.versies.get()
    people = people_of(enquete, versie, data)
    rows = add_answers(enquete, people, data, desk.today)
    if "codes" in data:
        add_codes(enquete, data["codes"], rows, by=desk.author)
    if pile := data.get("stapel"):
        add_pile(enquete, pile, people, id_of(name_of(data), pile["verschil"]))
    results.count(enquete)
    if moment := desk.moment(data.get("uitslag"), 11):
        results.publish(enquete, moment)


def _earlier(desk: Desk, slug: str) -> Enquete | None:
    """The survey with which the figures are compared."""
    if not slug:
        return None
    return Enquete.objects.of_page(EnquetePage.objects.child_of(desk.index).get(slug=slug)).get()


def _new_page(desk: Desk, data: dict[str, Any]) -> EnquetePage:
    opens = desk.moment(data["open"], 9)
    told = {name: data[name] for name in SETTINGS if name in data}
    return EnquetePage(
        title=data["title"],
        slug=data["slug"],
        summary=with_dates(data["summary"], desk.today),
        body=story_of(data["body"], desk.pictures, desk.wijk, desk.today, HERE),
        vragen=steps_of(name_of(data), data["stap"]),
        opens_at=opens,
        closes_at=desk.moment(data.get("dicht"), 20),
        vervolg=story_of(data.get("vervolg", ""), desk.pictures, desk.wijk, desk.today, HERE),
        vorige=_earlier(desk, data.get("vorige", "")),
        retouradres=data.get("retouradres", ""),
        owner=desk.author,
        locale=desk.index.locale,
        live=False,
        first_published_at=opens if opens and opens < timezone.now() else None,
        **told,
    )
