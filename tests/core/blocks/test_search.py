"""What a block says is found by the search of the site; what only steers it is not."""

from __future__ import annotations

import pytest
from django.test import Client

from core.blocks import StoryBlock
from tests.core.blocks.stories import every_block, page
from wijkteams.models import Wijk

FOUND = {
    "image": "De eerste rit.",
    "gallery": "Het straatfeest",
    "accordion": "Mag mijn hond mee?",
    "steps": "Het team.",
    "table": "Kinderen",
    "video": "Welkom in De Brug.",
    "document": "Verslag",
    "buttons": "Naar de wijk",
    "place": "Kade 4",
}


@pytest.mark.parametrize("kind", FOUND)
def test_the_words_of_a_block_are_in_the_index(haven: Wijk, kind: str) -> None:
    [one] = [block for block in every_block(haven) if block["type"] == kind]
    story = StoryBlock()

    content = " ".join(story.get_searchable_content(story.to_python([one])))

    assert FOUND[kind] in content
    assert "None" not in content
    assert "Gekleurd" not in content  # the name of a choice


def test_words_within_blocks_lead_to_the_page(client: Client, haven: Wijk) -> None:
    page(haven, *every_block(haven), title="Bladzijde")

    for query in ("hond", "kinderen", "straatfeest", "kade"):
        found = [item.title for item in client.get("/zoeken/", {"q": query}).context["items"]]
        assert found == ["Bladzijde"], query
