"""What the samples show: `sample` in the templates of templates/samples/. Nothing is stored."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

from django.contrib.messages import constants
from django.contrib.messages.storage.base import Message
from django.templatetags.static import static

from core.forms.samples import sample_forms
from core.pictures import Picture
from home.style import sample_wards
from home.style.sample_agenda import agenda
from home.style.sample_pictures import SampleImage, party, portrait, trees
from home.style.sample_wards import NOWHERE
from home.style.sample_words import Words, words_for
from wijkteams.listing import ListItem

DAY = datetime.date(2026, 4, 3)
Link = dict[str, Any]


def sample_data(palette: str, language: str) -> dict[str, Any]:
    """The sample city, in the words of a language and the colours of a palette."""
    words = words_for(language)
    items = _items(words)
    wards = sample_wards.wards(words, palette)
    return {
        "url": NOWHERE,
        "date": DAY,
        "picture": party(words.alt),
        "portrait": portrait(),
        "item": items[0],
        "item_plain": items[1],
        "items": items,
        **_city(words),
        "wijk": sample_wards.wijk(words, palette),
        "wijk_page": sample_wards.wijk_page(words),
        "wijk_item": wards[0],
        "wijk_items": wards,
        "outline_url": static("img/stijl/omtrek.svg"),
        "team": _team(words),
        "door": _door(words),
        "opening_hours": words.hours,
        **agenda(words, palette),
        **sample_forms(),
    }


def _city(words: Words) -> dict[str, Any]:
    """What stands around the pages of the city."""
    city_map = sample_wards.city_map(words)
    return {
        "stad": _stad(words),
        "kaart": city_map,
        "kaarten": [city_map],
        "links": _links(words),
        "languages": _languages(),
        "messages": _messages(),
    }


def _items(words: Words) -> list[ListItem]:
    """Four items of news; the first and third have a picture."""
    pictures = {0: party(words.alt), 2: trees(words.alt)}
    return [
        ListItem(
            kind="nieuws",
            kind_label=words.menu[0],
            title=title,
            url=NOWHERE,
            summary=words.summary if number < 2 else "",
            date=DAY - datetime.timedelta(days=number),
            image=_list_image(pictures.get(number)),
            wijk_name=words.ward,
        )
        for number, title in enumerate(words.titles)
    ]


def _list_image(image: SampleImage | None) -> Picture | None:
    if image is None:
        return None
    rendition = image.get_rendition("")
    return Picture(rendition.url, rendition.width, rendition.height, rendition.alt)


def _team(words: Words) -> list[SimpleNamespace]:
    return [
        SimpleNamespace(name=name, task=task, image=None if number else portrait())
        for number, (name, task) in enumerate(words.people)
    ]


def _door(words: Words) -> Link:
    task, title, text = words.door
    return {"id": "informeren", "task": task, "title": title, "text": text, "url": NOWHERE}


def _links(words: Words) -> list[Link]:
    return [
        {"title": title, "url": NOWHERE, "current": number == 0}
        for number, title in enumerate(words.menu)
    ]


def _languages() -> list[Link]:
    names = [("nl", "Nederlands"), ("en", "English"), ("ar", "العربية"), ("uk", "Українська")]
    return [
        {"code": code, "name": name, "url": NOWHERE, "current": code == "nl"}
        for code, name in names
    ]


def _stad(words: Words) -> SimpleNamespace:
    return SimpleNamespace(
        stad=words.city,
        site_naam="Wijkplein",
        footer_text="",
        contact_phone="0123 45 67 00",
        contact_email="stad@sluisdam.example",
        phone_hours="",
    )


def _messages() -> list[Message]:
    return [
        Message(constants.SUCCESS, "Uw bericht is verstuurd."),
        Message(constants.ERROR, "Dit bestand is te groot."),
    ]
