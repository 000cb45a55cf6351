"""The theme that ten signals made, and what came of it: a bus for the shopping."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from pathlib import Path

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import Page

from accounts.models import User
from wijkteams.demo.pictures import DemoPictures
from wijkteams.demo.story import with_dates
from wijkteams.demo.wards import story_of
from wijkteams.models import Draad, Wijk
from wijkteams.signalen.models import Signaal, SignaalthemaPage, SignalenIndexPage, Themasignaal

HERE = Path(__file__).parent
TOLD = timedelta(days=320)
"So long ago the team told what the signals said together; then came the bus."


def add_theme(pictures: DemoPictures, albums: Path, by: User | None, today: date) -> None:
    """Write the page, bind its signals to it, and the activity to the page."""
    data = tomllib.loads((HERE / "thema.toml").read_text())
    wijk = Wijk.objects.get(slug=data["wijk"])
    index = SignalenIndexPage.objects.get(wijk=wijk, locale__language_code="nl")
    page = SignaalthemaPage(
        title=data["title"],
        slug=data["slug"],
        summary=data["summary"],
        body=story_of(with_dates(data["body"], today), pictures, wijk, today, albums),
        advies=story_of(data["advies"], pictures, wijk, today, albums),
        image=pictures.add(albums / "pictures" / data["image"], alt=data["image_alt"], wijk=wijk),
        image_alt=data["image_alt"],
        owner=by,
        locale=index.locale,
        first_published_at=timezone.now() - TOLD,
    )
    index.add_child(instance=page)
    page.save_revision(user=by).publish(user=by)
    signalen = Signaal.objects.filter(wijk=wijk, categorie__slug=data["categorie"])
    # Only who agreed is quoted.
    signalen.filter(titel__in=data["citaten"]).update(citaat=True)
    _bind(page, signalen.filter(staat__in=("doorgezet", "besproken")), data, by)


def _bind(page: SignaalthemaPage, signalen: object, data: dict[str, str], by: User | None) -> None:
    quotes = data["citaten"]
    Themasignaal.objects.bulk_create(
        Themasignaal(
            translation_key=page.translation_key,
            signaal=signaal,
            door=by,
            citaat=signaal.tekst if signaal.titel in quotes else "",
        )
        for signaal in signalen  # type: ignore[attr-defined]
    )
    activity = Page.objects.filter(slug=data["activiteit"], live=True).first()
    if activity is None:
        return
    Draad.objects.create(
        van_type=ContentType.objects.get_for_model(SignaalthemaPage),
        van_sleutel=str(page.translation_key),
        naar_type=activity.content_type,
        naar_sleutel=str(activity.translation_key),
        waarom=data["waarom"],
        door=by,
    )
