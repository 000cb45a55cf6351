"""What the browser of an editor sends for a survey."""

from __future__ import annotations

from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import streamfield

from enquetes.models import EnqueteIndexPage, EnquetePage
from enquetes.vragen.blocks import VragenlijstBlock

Data = dict[str, Any]


def flat(name: str, value: Any) -> Data:
    """Raw data of blocks, with their ids, as the fields of a form."""
    if isinstance(value, list):
        found: Data = {f"{name}-count": str(len(value))}
        for place, one in enumerate(value):
            head = f"{name}-{place}"
            found |= {f"{head}-{key}": one[key] for key in ("type", "id") if key in one}
            found |= {f"{head}-order": str(place), f"{head}-deleted": ""}
            found |= flat(f"{head}-value", one["value"])
        return found
    if isinstance(value, dict):
        found = {}
        for key, one in value.items():
            found |= flat(f"{name}-{key}", one)
        return found
    if isinstance(value, bool):
        return {name: "on"} if value else {}
    return {name: "" if value is None else str(value)}


def answers(*steps: dict[str, Any], **fields: Any) -> Data:
    """The whole form."""
    empty = {}
    for name in ("body", "vervolg"):
        empty |= {f"{name}-{key}": one for key, one in streamfield([]).items()}
    return {
        "title": "Honden",
        "slug": "honden",
        "summary": "Waar kunnen honden los?",
        "toegang": "open",
        "anonimiteit": "anoniem",
        "zichtbaar": "na_sluiting",
        "eerlijk_afsluiten": "on",
        "uitslag_mailen": "on",
        "drempel": "5",
        **{f"comments-{key}": "0" for key in ("TOTAL_FORMS", "INITIAL_FORMS")},
        **empty,
        **flat("vragen", VragenlijstBlock().to_python(list(steps)).get_prep_value()),
        **fields,
    }


def save(client: Client, page: EnquetePage, *steps: dict[str, Any], **fields: Any) -> Any:
    """Save a draft; with `publish=True` publish it."""
    publish = {"action-publish": "1"} if fields.pop("publish", False) else {}
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return client.post(url, answers(*steps, **fields) | publish)


def draft(index: EnqueteIndexPage, *steps: dict[str, Any]) -> EnquetePage:
    """A survey that was never published."""
    page = EnquetePage(
        title="Honden", slug="honden", vragen=list(steps), locale=index.locale, live=False
    )
    index.add_child(instance=page)
    page.save_revision()
    return page


def newest(page: EnquetePage) -> EnquetePage:
    """As it was saved last."""
    page.refresh_from_db()
    found: EnquetePage = page.get_latest_revision_as_object()
    return found
