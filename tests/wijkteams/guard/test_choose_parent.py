"""Choosing where a new page goes tells nothing of pages of another ward, whatever is sent."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from wijkteams.models import TekstPage, Wijk

ADDRESS = reverse("wagtailadmin_pages:choose_parent", args=["nieuws", "nieuwspage"])


def test_a_page_of_another_ward_is_not_told_about(as_joris: Client, sluis: Wijk) -> None:
    secret = TekstPage(title="GEHEIM", slug="geheim", live=False)
    sluis.pages.get().add_child(instance=secret)

    answer = as_joris.post(ADDRESS, {"parent_page": secret.pk}, follow=True)

    assert "GEHEIM" not in answer.content.decode()


def test_the_own_ward_may_be_chosen(as_joris: Client, haven: Wijk) -> None:
    assert as_joris.get(ADDRESS).status_code in {200, 302}
