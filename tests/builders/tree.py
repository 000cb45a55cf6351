"""A page tree, grown without treebeard: paths, depths and counts of children are reckoned here."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from random import Random
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from wagtail.models import Locale, Page

from tests.builders.rows import Rows, mind_sequences, next_id


@dataclass
class Node:
    """A page that children will be hung under."""

    pk: int
    path: str
    depth: int
    url_path: str
    numchild: int = 0
    values: dict[str, Any] = field(default_factory=dict)


class Tree:
    """Collects pages and writes them; a page's row goes out when its children are known."""

    def __init__(self, models: dict[type[Page], dict[str, Any]], random: Random) -> None:
        self.random = random
        self.next_pk = next_id(Page)
        locale = Locale.get_default()
        self.pages = Rows(Page, locale=locale, live=True, has_unpublished_changes=False)
        self.kinds = {model: ContentType.objects.get_for_model(model).pk for model in models}
        self.own = {model: Rows(model, **same) for model, same in models.items()}

    def hang(self, parent: Node, model: type[Page], title: str, slug: str, **own: Any) -> Node:
        """A published page under another, with what its own type holds in `own`."""
        parent.numchild += 1
        published = own.pop("published", datetime(2026, 1, 1, 12, tzinfo=UTC))
        node = Node(
            pk=self.next_pk,
            path=parent.path + Page._int2str(parent.numchild).rjust(Page.steplen, "0"),
            depth=parent.depth + 1,
            url_path=f"{parent.url_path}{slug}/",
        )
        self.next_pk += 1
        node.values = {
            "title": title,
            "draft_title": title,
            "slug": slug,
            "content_type_id": self.kinds[model],
            "show_in_menus": own.pop("show_in_menus", False),
            "first_published_at": published,
            "last_published_at": published,
            "translation_key": uuid.uuid4(),
        }
        self.own[model].add(page_ptr_id=node.pk, **own)
        return node

    def done(self, node: Node) -> None:
        """No more children come: write the page."""
        self.pages.add(
            id=node.pk,
            path=node.path,
            depth=node.depth,
            url_path=node.url_path,
            numchild=node.numchild,
            **node.values,
        )

    def finish(self, *more: type[Model]) -> None:
        """Write all that waits."""
        self.pages.write()
        for rows in self.own.values():
            rows.write()
        mind_sequences(Page, *more)
