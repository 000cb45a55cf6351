"""A ward with five thousand pages gets another address: at once, on every database (target).

In processor time, for what else the machine does is no part of it; `make bench` looks at the clock.
"""

from __future__ import annotations

import time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks

from nieuws.models import NieuwsPage
from tests.builders.city import build_city
from tests.pace import check_time
from wijkteams.models import OudPad
from wijkteams.services import change_address

MANY = 5_000
FEW = 200
"Queries with all that follows, such as the search index; one for each page would be thousands."
pytestmark = pytest.mark.django_db


def test_address_of_a_ward_with_thousands_of_pages_changes_within_a_second(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    city = build_city(wards=1, news=MANY, images=0)
    ward = city.wards[0]
    item = NieuwsPage.objects.filter(wijk=ward).first()
    assert item is not None
    old, was = item.url, ward.slug

    start = time.process_time()
    with (
        CaptureQueriesContext(connection) as queries,
        django_capture_on_commit_callbacks(execute=True),
    ):
        change_address(ward, "kade")
    seconds = time.process_time() - start

    assert client.get(old)["Location"] == old.replace(f"/{was}/", "/kade/", 1)
    assert NieuwsPage.objects.filter(url_path__contains="/kade/").count() == MANY
    assert len(queries) < FEW
    check_time(seconds, 1)


def test_branch_of_thousands_of_pages_is_renamed_with_one_row(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    city = build_city(wards=1, news=MANY, images=0)
    item = NieuwsPage.objects.filter(wijk=city.wards[0]).first()
    assert item is not None
    old, listing = item.url, item.get_parent().get_parent().specific
    listing.slug = "berichten"

    start = time.process_time()
    with (
        CaptureQueriesContext(connection) as queries,
        django_capture_on_commit_callbacks(execute=True),
    ):
        listing.save_revision().publish()
    seconds = time.process_time() - start

    assert client.get(old)["Location"] == old.replace("/nieuws/", "/berichten/", 1)
    assert OudPad.objects.count() == 1
    assert len(queries) < FEW
    check_time(seconds, 1)
