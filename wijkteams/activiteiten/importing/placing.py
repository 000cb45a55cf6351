"""Activities of others become pages, and follow their source; what an editor changed stays."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from wijkteams.activiteiten.importing.values import (
    FIELDS,
    themas_of,
    values_of,
    values_on,
    write_on,
)
from wijkteams.activiteiten.models import ActiviteitPage, AgendaPage, Bron, BronActiviteit

if TYPE_CHECKING:
    from accounts.models import User

Stand = BronActiviteit.Stand
PLACEABLE = frozenset({Stand.NIEUW, Stand.DUBBEL, Stand.OVERGESLAGEN})


class NotPlaced(Exception):  # noqa: N818 - named for what it is, as all refusals here
    """It did not become a page, or could not follow; the text says why."""


@transaction.atomic
def place(row: BronActiviteit, *, publish: bool, by: User | None = None) -> ActiviteitPage:
    """Make a page of it: a draft, or published at once. Raises NotPlaced."""
    row = _held(row)
    if row.stand not in PLACEABLE or not row.said or row.translation_key is not None:
        raise NotPlaced(_("Deze activiteit is al overgenomen, of kan niet worden overgenomen."))
    page = ActiviteitPage(
        live=False,
        locale=Locale.get_default(),
        organiser=row.bron.name,
        owner=by,
        is_free=False,  # nobody said so
    )
    write_on(page, values_of(row.bron, row.said))
    try:
        _agenda(row.bron).add_child(instance=page)
        page.themas.set(themas_of(row.bron, row.said))
        row.translation_key = page.translation_key
        _remember(row, page)
        row.save()
        revision = page.save_revision(user=by, log_action=True)
        if publish:
            revision.publish(user=by)
    except ValidationError as refusal:
        raise NotPlaced(" ".join(refusal.messages)[:300]) from None
    page.refresh_from_db()
    return page


@transaction.atomic
def follow(row: BronActiviteit, *, by: User | None = None) -> list[str]:
    """Take over what the source changed. Gives the names of what an editor had changed too: that
    stays as the editor wrote it. Raises NotPlaced.
    """
    row = _held(row)
    page = page_of(row)
    if page is None or not row.said:
        raise NotPlaced(_("De pagina van deze activiteit is er niet meer."))
    if page.has_unpublished_changes and page.live:
        raise NotPlaced(_("Er staan wijzigingen klaar die nog niet gepubliceerd zijn."))
    wanted, now = values_of(row.bron, row.said), values_on(page)
    own = [name for name in FIELDS if now[name] != row.placed.get(name)]
    kept = [name for name in own if wanted[name] not in (row.placed.get(name), now[name])]
    write_on(page, {name: wanted[name] for name in FIELDS if name not in own})
    _remember(row, page, kept=own)
    row.reason = _differs(kept)
    row.save()
    try:
        revision = page.save_revision(user=by, log_action=True, changed=True)
        if page.live:
            revision.publish(user=by)
    except ValidationError as refusal:
        raise NotPlaced(" ".join(refusal.messages)[:300]) from None
    return [str(FIELDS[name]) for name in kept]


@transaction.atomic
def skip(row: BronActiviteit) -> None:
    """Not this one; also not the next time that it is read."""
    row = _held(row)
    if row.translation_key is None:
        row.stand = Stand.OVERGESLAGEN
        row.save(update_fields=["stand"])


@transaction.atomic
def take_away(row: BronActiviteit, *, by: User | None = None) -> None:
    """What the source does not know any more goes from the site; the page stays as a draft."""
    row = _held(row)
    page = page_of(row)
    if page is not None and page.live:
        page.unpublish(user=by)
    row.stand, row.reason = Stand.OVERGESLAGEN, _("Van de site gehaald.")
    row.save(update_fields=["stand", "reason"])


def page_of(row: BronActiviteit) -> ActiviteitPage | None:
    """The page that was made of it."""
    if row.translation_key is None:
        return None
    pages = ActiviteitPage.objects.filter(translation_key=row.translation_key, alias_of=None)
    found: ActiviteitPage | None = pages.filter(locale=Locale.get_default()).first()
    return found


def pages_of(rows: Iterable[BronActiviteit]) -> dict[UUID | None, int]:
    """The pages of many at once, by what they share."""
    keys = [row.translation_key for row in rows if row.translation_key]
    pages = ActiviteitPage.objects.filter(translation_key__in=keys, locale=Locale.get_default())
    return dict(pages.values_list("translation_key", "pk"))


def differences(row: BronActiviteit) -> list[tuple[str, str, str]]:
    """What the page says and what the source says now, where that is not the same."""
    page = page_of(row)
    if page is None or not row.said:
        return []
    now, wanted = values_on(page), values_of(row.bron, row.said)
    return [
        (str(label), str(now[name] or ""), str(wanted[name] or ""))
        for name, label in FIELDS.items()
        if now[name] != wanted[name] and name != "locatie"
    ]


def _remember(row: BronActiviteit, page: ActiviteitPage, kept: list[str] | None = None) -> None:
    """What the source gave the page; of what an editor wrote, what it was before that."""
    values = values_on(page)
    own = {name: row.placed.get(name) for name in kept or ()}
    row.placed = {**row.placed, **values, **own}
    row.placed_digest, row.stand = row.digest, Stand.GEPLAATST


def _differs(names: list[str]) -> str:
    if not names:
        return ""
    said = ", ".join(str(FIELDS[name]) for name in names)
    return _("Jullie schreven zelf iets anders, en dat blijft staan: %(names)s.") % {"names": said}


def _agenda(bron: Bron) -> AgendaPage:
    pages = AgendaPage.objects.filter(wijk=bron.wijk_id, locale=Locale.get_default())
    found: AgendaPage | None = pages.first()
    if found is None:
        raise NotPlaced(_("Er is hier nog geen agenda."))
    return found


def _held(row: BronActiviteit) -> BronActiviteit:
    """Two clicks at once make one page."""
    Bron.objects.select_for_update(of=("self",)).get(pk=row.bron_id)
    found: BronActiviteit = BronActiviteit.objects.select_related("bron").get(pk=row.pk)
    return found
