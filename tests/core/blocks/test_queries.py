"""A page may hold as many pictures as it likes: it costs the same."""

from __future__ import annotations

from django.test import Client

from core.pictures.making import make
from tests.core.blocks.stories import every_block, gallery, items, page
from tests.counting import count_queries
from tests.factories import photo
from wijkteams.models import Image, Wijk

LIMIT = 12


def cost(client: Client, wijk: Wijk, pictures: int) -> int:
    """The queries of a page with every block and so many pictures, all made before."""
    body = every_block(wijk)
    body[2] = gallery(*(photo(wijk, title=f"Foto {number}") for number in range(pictures)))
    url = page(wijk, *body).url
    for pk in Image.objects.values_list("pk", flat=True):
        make(pk, ["gallery", "large", "photo", "portrait"])
    client.get(url)
    return count_queries(lambda: client.get(url))


def test_twenty_pictures_cost_no_more_than_two(client: Client, haven: Wijk) -> None:
    few, many = cost(client, haven, 2), cost(client, haven, 20)

    assert few == many
    assert many <= LIMIT


def test_thirty_questions_cost_no_more_than_one(client: Client, haven: Wijk) -> None:
    def visit(count: int) -> int:
        lines = [{"question": f"Vraag {n}", "answer": "<p>Ja.</p>"} for n in range(count)]
        body = [{"type": "accordion", "value": {"title": "x", "items": items(*lines)}}]
        url = page(haven, *body).url
        return count_queries(lambda: client.get(url))

    assert visit(1) == visit(30)
