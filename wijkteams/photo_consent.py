"""Each night: pictures of which the consent ends soon, or has ended (requirement V3)."""

from __future__ import annotations

import datetime
from collections import defaultdict
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils import timezone, translation
from django_tasks import task
from wagtail.models import Site

from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen
from wijkteams.models import Image, Rendition
from wijkteams.roles import CITY_ROLES, roles_with_media_action

WARN_BEFORE = datetime.timedelta(days=14)


@task
def look_at_consent() -> None:
    """The task of the night."""
    take_off_ended()
    warn_of_ends()


def take_off_ended(today: datetime.date | None = None) -> int:
    """Remove what the public could fetch of pictures of which the consent has ended.

    Pages stopped showing them at midnight (`picture_of`). The original stays for the ward: with
    a new answer the picture is back.
    """
    ended = Q(image__consent_until__lt=today or timezone.localdate())
    renditions = Rendition.objects.filter(ended | Q(image__consent_withdrawn=True))
    count = renditions.count()
    for rendition in renditions:
        rendition.delete()
    return count


@transaction.atomic
def warn_of_ends(today: datetime.date | None = None) -> int:
    """Mail the editors of each ward once about each end; counts the pictures."""
    until = (today or timezone.localdate()) + WARN_BEFORE
    soon = Image.objects.filter(consent_until__lte=until, consent_withdrawn=False)
    fresh = soon.filter(Q(consent_warned_for=None) | ~Q(consent_warned_for=F("consent_until")))
    by_ward: dict[int | None, list[Image]] = defaultdict(list)
    for image in fresh.select_related("wijk").order_by("consent_until", "pk"):
        by_ward[image.wijk_id].append(image)
    for wijk_id, images in by_ward.items():
        for editor in editors_of(wijk_id):
            _mail(editor, images)
    numbers = [image.pk for images in by_ward.values() for image in images]
    return Image.objects.filter(pk__in=numbers).update(consent_warned_for=F("consent_until"))


def editors_of(wijk_id: int | None) -> QuerySet[Any]:
    """Who may change the pictures of a ward; without them (or for the city's) the city's."""
    active = get_user_model().objects.filter(is_active=True)
    roles = roles_with_media_action("change")
    own = active.filter(lidmaatschappen__wijk=wijk_id, lidmaatschappen__rol__in=roles - CITY_ROLES)
    if wijk_id is not None and own.exists():
        return own.distinct()
    return active.filter(lidmaatschappen__rol__in=roles & CITY_ROLES).distinct()


def _mail(editor: Any, images: list[Image]) -> None:
    base = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    site = Site.objects.get(is_default_site=True)
    with translation.override(settings.LANGUAGE_CODE):
        photos = [
            {
                "title": image.title,
                "until": image.consent_until,
                "edit_url": f"{base}{reverse('wagtailimages:edit', args=[image.pk])}",
            }
            for image in images
        ]
        context = {"stad": StadInstellingen.for_site(site), "to": editor, "photos": photos}
        enqueue_mail("foto_toestemming", to=editor.email, context=context)
