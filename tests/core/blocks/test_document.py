"""A document says what it is and how large, and comes only to who may have it."""

from __future__ import annotations

from django.test import Client
from wagtail.models import Collection, CollectionViewRestriction

from tests.core.blocks.stories import block, page, pdf
from wijkteams.models import Wijk


def test_kind_and_size_stand_beside_the_title(client: Client, haven: Wijk) -> None:
    document = pdf(haven, "Verslag van maart", size=1_234_000)
    story = page(haven, block("document", document=document.pk, title="", description="Kort."))

    html = client.get(story.url).content.decode()

    assert ">Verslag van maart</a>" in html
    assert "(pdf, 1,2\xa0MB)" in html
    assert "Kort." in html


def test_another_title_may_be_given(client: Client, haven: Wijk) -> None:
    document = pdf(haven, "scan0001")
    story = page(
        haven, block("document", document=document.pk, title="Het verslag", description="")
    )

    html = client.get(story.url).content.decode()

    assert "Het verslag</a>" in html
    assert "scan0001" not in html


def test_a_document_without_a_known_size_is_shown_without(client: Client, haven: Wijk) -> None:
    document = pdf(haven)
    type(document).objects.filter(pk=document.pk).update(file_size=None)
    story = page(haven, block("document", document=document.pk, title="", description=""))

    assert "(pdf)" in client.get(story.url).content.decode()


def test_a_private_document_is_not_sent_to_a_stranger(client: Client, haven: Wijk) -> None:
    secret = Collection.get_first_root_node().add_child(name="Besloten")
    CollectionViewRestriction.objects.create(collection=secret, restriction_type="login")
    document = pdf(haven)
    type(document).objects.filter(pk=document.pk).update(collection=secret)
    story = page(haven, block("document", document=document.pk, title="", description=""))

    assert client.get(story.url).status_code == 200
    assert client.get(document.url).status_code in (302, 403)
