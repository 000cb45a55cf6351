"""Branches of the page tree are found by an index, also after Wagtail's own question."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.models import F
from wagtail.models import Page

from core.tree_indexes import INDEXES
from wijkteams.models import Wijk, WijkPage

pytestmark = pytest.mark.django_db


def test_branch_holds_the_same_pages_as_before(haven: Wijk, sluis: Wijk) -> None:
    for page in Page.objects.all():
        beginning = {p.pk for p in Page.objects.all() if p.path.startswith(page.path)}

        assert set(
            Page.objects.descendant_of(page, inclusive=True).values_list("pk", flat=True)
        ) == (beginning)
        assert set(
            Page.objects.filter(path__startswith=page.path).values_list("pk", flat=True)
        ) == (beginning)
    assert Page.objects.filter(path__startswith="").count() == Page.objects.count()
    assert Page.objects.filter(path__startswith=F("path")).count() == Page.objects.count()
    assert WijkPage.objects.exclude(path__startswith="0001").count() == 0


@pytest.mark.skipif("connection.vendor != 'sqlite'")
def test_sqlite_takes_the_index(haven: Wijk) -> None:
    ward = WijkPage.objects.get(wijk=haven)

    assert "LIKE" not in str(Page.objects.descendant_of(ward).query)
    assert "SCAN" not in Page.objects.child_of(ward).explain()


def test_indexes_are_there_and_come_back() -> None:
    with connection.cursor() as cursor:
        cursor.execute("DROP INDEX wijkplein_page_depth_path")

    call_command("migrate", "core", verbosity=0)

    with connection.cursor() as cursor:
        there = connection.introspection.get_constraints(cursor, "wagtailcore_page")
    assert set(INDEXES) <= set(there)
