"""'Concept maken': a draft of everything since the last newsletter (requirement N3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import formats, timezone, translation
from django.utils.translation import gettext as _

from nieuws.models import NieuwsbriefPage
from nieuws.nieuwsbrief.gathering import FIRST_TIME, Gathered, gather
from nieuws.nieuwsbrief.letter import PICKING

if TYPE_CHECKING:
    from accounts.models import User
    from nieuws.models import NieuwsbriefIndexPage


@dataclass(frozen=True)
class Last:
    """The newsletter before the one that is made now."""

    page: NieuwsbriefPage | None
    since: datetime
    "When it was gathered: what came after that, it could not tell."
    picked: frozenset[int]
    "What its makers added by hand after that."


def last_of(index: NieuwsbriefIndexPage, now: datetime | None = None) -> Last:
    """The last newsletter that went to the site; without one, four weeks are looked back."""
    pages = NieuwsbriefPage.objects.child_of(index).filter(first_published_at__isnull=False)
    page = pages.order_by("-first_published_at", "-pk").first()
    if page is None or page.first_published_at is None:
        return Last(None, (now or timezone.now()) - FIRST_TIME, frozenset())
    begun = page.revisions.order_by("created_at").values_list("created_at", flat=True).first()
    since = min(begun or page.first_published_at, page.first_published_at)
    return Last(page, since, frozenset(picked_by(page)))


def picked_by(page: NieuwsbriefPage) -> set[int]:
    """Numbers of the pages that its blocks pick, without reading those pages."""
    return {
        block["value"]["page"]
        for block in page.body.raw_data
        if block["type"] in PICKING and block["value"].get("page")
    }


def gather_for(index: NieuwsbriefIndexPage, since: datetime | None = None) -> Gathered:
    """What the next newsletter has to tell; `since` as somebody chose, else since the last."""
    last = last_of(index)
    with translation.override(index.locale.language_code):
        if since is not None:
            return gather(index.wijk, since)
        return gather(index.wijk, last.since, without=last.picked)


@transaction.atomic
def make_draft(
    index: NieuwsbriefIndexPage, gathered: Gathered, *, by: User | None = None
) -> NieuwsbriefPage:
    """A draft with these groups: still to be read, shuffled and published by somebody."""
    with translation.override(index.locale.language_code):
        today = timezone.localdate()
        page = NieuwsbriefPage(
            title=_("Nieuwsbrief %(day)s") % {"day": formats.date_format(today, "j F Y")},
            slug=_free_slug(index, today.isoformat()),
            subject=gathered.first_title[:150],
            body=_blocks(gathered),
            since=gathered.since,
            date=today,
            locale=index.locale,
            owner=by,
            live=False,
            has_unpublished_changes=True,
        )
    index.add_child(instance=page)
    page.save_revision(user=by, log_action=True)
    return page


def _free_slug(index: NieuwsbriefIndexPage, wanted: str) -> str:
    taken = set(index.get_children().values_list("slug", flat=True))
    names = [wanted, *(f"{wanted}-{number}" for number in range(2, 1000))]
    return next(name for name in names if name not in taken)


def _blocks(gathered: Gathered) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = [
        {"type": "text", "value": {"text": f"<p>{_('Dag buur,')}</p><p></p>"}}
    ]
    for group in gathered.groups:
        found.append({"type": "heading", "value": {"text": group.heading}})
        found += [
            {"type": "item", "value": {"page": page, "text": "", "with_picture": True}}
            for page in group.pages
        ]
        if group.more_page is not None:
            more = {"text": group.more_text, "page": group.more_page}
            found.append({"type": "more", "value": more})
    return found
