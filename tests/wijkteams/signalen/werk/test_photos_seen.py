"""A photo that readers see, covered or taken off by the team itself: they say why (rule R-16)."""

from __future__ import annotations

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.models import User
from tests.factories import signalen as make
from tests.signal_photos import photo_of
from wijkteams.models import Wijk
from wijkteams.moderatie.models import Besluit, Inhoudsmelding
from wijkteams.signalen.models import Melder, SignaalFoto
from wijkteams.signalen.werk.photos import cover_photo
from wijkteams.signalen.werk.redaction import Box

pytestmark = pytest.mark.django_db


def _seen(wijk: Wijk, email: str = "") -> SignaalFoto:
    return photo_of(make.signal(wijk, email=email))


def test_who_placed_a_photo_reads_why_a_part_was_covered(
    as_joris: Client, joris: User, haven: Wijk
) -> None:
    """Rule R-16, also when no reader reported it."""
    foto = _seen(haven, "jan@bewoner.example")
    box = {"vak-0-links": "10", "vak-0-boven": "10", "vak-0-breed": "20", "vak-0-hoog": "20"}
    management = {"vak-TOTAL_FORMS": "8", "vak-INITIAL_FORMS": "0"}
    url = reverse("signalen:afdekken", args=[foto.signaal_id, foto.pk])
    as_joris.post(url, management | box)
    besluit = Besluit.objects.get()
    assert (besluit.soort, besluit.object_id) == ("signaalfoto", foto.pk)
    assert (besluit.actie, besluit.grond, besluit.door) == ("afgedekt", "privacy", joris)


def test_a_reported_photo_is_covered_before_the_decision_and_told_once(
    joris: User, haven: Wijk
) -> None:
    foto = _seen(haven, "jan@bewoner.example")
    Inhoudsmelding.objects.create(
        wijk=haven, soort="signaalfoto", object_id=foto.pk, reden="privacy", uitleg="Mijn buurman."
    )
    cover_photo(foto.pk, [Box(0, 0, 50, 50)], door=joris)
    assert not Besluit.objects.exists()


def test_a_photo_that_nobody_saw_is_covered_without_a_decision(joris: User, haven: Wijk) -> None:
    foto = photo_of(make.signal(haven, email="jan@bewoner.example"), public=False)
    cover_photo(foto.pk, [Box(0, 0, 5, 5)], door=joris)
    assert not Besluit.objects.exists()


def test_a_photo_leaves_the_site_with_its_reason(as_joris: Client, haven: Wijk) -> None:
    foto = _seen(haven, "jan@bewoner.example")
    args = [foto.signaal_id, foto.pk]
    asked = as_joris.post(reverse("signalen:foto_site", args=args))
    screen = reverse("signalen:foto_weg", args=args)
    assert asked["Location"] == screen
    assert as_joris.post(screen, {"grond": "privacy", "reden": ""}).status_code == 422
    foto.refresh_from_db()
    assert foto.is_openbaar
    for _twice in range(2):
        as_joris.post(screen, {"grond": "strafbaar", "reden": "De foto is van een ander."})
    foto.refresh_from_db()
    assert not foto.is_openbaar
    besluit = Besluit.objects.get()
    assert (besluit.actie, besluit.uitleg) == ("weg", "De foto is van een ander.")


def test_without_an_address_the_reason_stands_in_a_step(as_joris: Client, haven: Wijk) -> None:
    foto = _seen(haven)
    screen = reverse("signalen:foto_weg", args=[foto.signaal_id, foto.pk])
    as_joris.post(screen, {"grond": "privacy", "reden": "Er staat een kind op."})
    assert "Er staat een kind op." in foto.signaal.opvolgingen.latest("pk").openbare_zin


def test_the_mail_says_nobody_asked_when_nobody_did(
    as_joris: Client, haven: Wijk, django_capture_on_commit_callbacks: object
) -> None:
    foto = _seen(haven, "jan@bewoner.example")
    Melder.objects.update(bevestigd_op=timezone.now())
    screen = reverse("signalen:foto_weg", args=[foto.signaal_id, foto.pk])
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        as_joris.post(screen, {"grond": "privacy", "reden": "Er staat een kind op."})
    letter = next(one for one in mail.outbox if one.to == ["jan@bewoner.example"])
    assert "Ons team heeft het bekeken" in letter.body
    assert "Iemand vroeg ons" not in letter.body
