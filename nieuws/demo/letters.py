"""Adds the newsletters of the wards and of the city, who gets them, and what was sent."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone
from wagtail.models import Page, Site

from accounts.models import User
from nieuws.models import (
    NieuwsbriefIndexPage,
    NieuwsbriefInstellingen,
    NieuwsbriefPage,
    NieuwsPage,
)
from wijkteams.activiteiten.models import ActiviteitPage
from wijkteams.models import Wijk

from .letter_story import as_letter
from .readers import add_readers
from .sendings import add_sendings, plan_sending

HERE = Path(__file__).parent / "nieuwsbrieven"


@dataclass(frozen=True)
class Room:
    """Where the letters of one file go: to a ward's readers, or (without wijk) the city's."""

    index: NieuwsbriefIndexPage
    wijk: Wijk | None
    author: User
    today: date

    def find(self, kind: str, slug: str) -> Page:
        """A page that a letter picks. The city may tell of what is in a ward."""
        if kind == "meer":
            parent = self.index.get_parent()
            return parent.get_children().get(slug=slug)
        model: Any = {"nieuws": NieuwsPage, "activiteit": ActiviteitPage}[kind]
        pages = model.objects.filter(slug=slug, locale=self.index.locale)
        found: Page = pages.get(wijk=self.wijk) if self.wijk else pages.get()
        return found


def load_letters(today: date) -> None:
    """Add what is not there yet: a ward with letters was done before."""
    for path in sorted(HERE.glob("*.toml")):
        data = tomllib.loads(path.read_text())
        wijk = Wijk.objects.get(slug=data["wijk"]) if data["wijk"] else None
        author = User.objects.get(email=data["author"])
        room = Room(_index_of(wijk), wijk, author, today)
        if NieuwsbriefPage.objects.child_of(room.index).exists():
            continue
        # The rhythm begins with the next round: what lies there today is told above.
        values = {"last_draft_on": today, **data["instellingen"]}
        NieuwsbriefInstellingen.objects.get_or_create(wijk=wijk, defaults=values)
        lists = add_readers(wijk, data, today)
        pages = [_add(room, letter) for letter in data["brief"]]
        add_sendings(lists[0], author, pages, data)
        for page, letter in zip(pages, data["brief"], strict=True):
            if letter.get("state") == "planned":
                plan_sending(page, lists[0], author, _moment(today, letter))


def _index_of(wijk: Wijk | None) -> NieuwsbriefIndexPage:
    parent: Page = Site.objects.get(is_default_site=True).root_page
    if wijk is not None:
        parent = wijk.pages.get(locale=parent.locale)
    index: NieuwsbriefIndexPage = NieuwsbriefIndexPage.objects.child_of(parent).get()
    return index


def _moment(today: date, letter: dict[str, Any]) -> datetime:
    """At what time a letter leaves, or left."""
    day = today - timedelta(days=letter["days_ago"])
    return timezone.make_aware(datetime.combine(day, time(9, 30)))


def _add(room: Room, letter: dict[str, Any]) -> NieuwsbriefPage:
    moment = _moment(room.today, letter)
    is_sent = letter.get("state", "sent") == "sent"
    page = NieuwsbriefPage(
        title=letter["title"],
        slug=letter["slug"],
        subject=letter.get("subject", ""),
        preheader=letter.get("preheader", ""),
        summary=letter["summary"],
        rectificatie=letter.get("rectificatie", ""),
        date=moment.date(),
        body=as_letter(letter["body"], moment.date(), room.find),
        locale=room.index.locale,
        owner=room.author,
        live=False,
        first_published_at=moment if is_sent else None,
    )
    room.index.refresh_from_db(fields=["numchild"])
    room.index.add_child(instance=page)
    revision = page.save_revision(user=room.author)
    if is_sent:
        revision.publish(user=room.author)
    return NieuwsbriefPage.objects.get(pk=page.pk)
