"""What can be done with a ward; the door for other apps."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Locale, Page, Site

from wijkteams.addresses import free_slug
from wijkteams.models import Buurt, Gebiedscode, OudAdres, Postcode, Wijk, WijkPage
from wijkteams.palettes import Palet
from wijkteams.sample_texts import sample_body
from wijkteams.sections import sections

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True)
class BuurtInvoer:
    """A neighbourhood to make with a ward."""

    name: str
    code: str = ""
    boundary: dict[str, Any] | None = None


@transaction.atomic
def open_ward(
    *,
    name: str,
    slug: str = "",
    code: str = "",
    palette: str = "",
    gemeente: str = "",
    gemeentecode: str = "",
    boundary: dict[str, Any] | None = None,
    buurten: Sequence[BuurtInvoer] = (),
    postcodes: Sequence[str] = (),
    opened_by: User | None = None,
) -> Wijk:
    """Open a ward: its record, buurten, postcodes, and its pages with a first text.

    All or nothing. Raises ValidationError by field for a name or address that cannot be.
    """
    hub = hub_page()
    wijk = Wijk(
        name=name,
        slug=slug or free_slug(name, gemeente=gemeente, taken=_taken_slugs(hub)),
        code=code or new_code(),
        palette=palette or next_palette(),
        gemeente=gemeente,
        gemeentecode=gemeentecode,
        boundary=boundary,
    )
    wijk.full_clean()
    wijk.save()
    if code.startswith("WK"):
        Gebiedscode.objects.create(wijk=wijk, code=code)
    _make_buurten(wijk, buurten)
    Postcode.objects.bulk_create(
        Postcode(wijk=wijk, postcode=postcode) for postcode in dict.fromkeys(postcodes)
    )
    make_pages(wijk, hub, owner=opened_by)
    log(wijk, "wagtail.create", user=opened_by)
    return wijk


def _taken_slugs(hub: Page) -> set[str]:
    """Addresses of wards, of the past too, and of other pages of the hub."""
    return {
        *Wijk.objects.values_list("slug", flat=True),
        *OudAdres.objects.values_list("slug", flat=True),
        *hub.get_children().values_list("slug", flat=True),
    }


def new_code() -> str:
    """A code for a ward that has none of the CBS."""
    return f"W-{secrets.token_hex(4).upper()}"


def next_palette() -> str:
    """The palette that the fewest wards have."""
    used = list(Wijk.objects.values_list("palette", flat=True))
    own = [palette.value for palette in Palet if palette is not Palet.SLUIS]
    return min(own, key=lambda palette: (used.count(palette), own.index(palette)))


def _make_buurten(wijk: Wijk, buurten: Sequence[BuurtInvoer]) -> None:
    slugs: set[str] = set()
    for buurt in buurten:
        base = slugify(buurt.name)[:50] or "buurt"
        slug = next(s for s in (base, *(f"{base}-{n}" for n in range(2, 1000))) if s not in slugs)
        slugs.add(slug)
        Buurt.objects.create(
            wijk=wijk,
            name=buurt.name,
            slug=slug,
            code=buurt.code or None,
            boundary=buurt.boundary,
        )


def hub_page() -> Page:
    """The hub's front page in the default language, locked until the transaction ends.

    Two wards opened at once would otherwise take the same place in the tree.
    """
    root_id = Site.objects.get(is_default_site=True).root_page_id
    return Page.objects.select_for_update().get(pk=root_id)


def make_pages(wijk: Wijk, hub: Page, *, owner: User | None = None) -> WijkPage:
    """The front page of a ward with all sections, published, with text to begin with."""
    now = timezone.now()
    published = {"live": True, "first_published_at": now, "last_published_at": now, "owner": owner}
    page = WijkPage(
        title=wijk.name,
        slug=wijk.slug,
        wijk=wijk,
        locale=Locale.get_default(),
        summary=_("Welkom op de site van %(wijk)s, gemaakt door bewoners.") % {"wijk": wijk.name},
        body=sample_body(wijk.name),
        **published,
    )
    hub.specific.add_child(instance=page)
    for section in sections():
        child = section.build(wijk)
        for name, value in published.items():
            setattr(child, name, value)
        child.locale = page.locale
        page.add_child(instance=child)
    return page


@transaction.atomic
def change_address(wijk: Wijk, slug: str, *, changed_by: User | None = None) -> None:
    """Give a ward another address, in all languages; the old one leads on for good.

    Raises ValidationError when the address cannot be.
    """
    old = wijk.slug
    if slug == old:
        return
    wijk.slug = slug
    wijk.full_clean()
    wijk.save()
    OudAdres.objects.filter(slug=slug, wijk=wijk).delete()
    OudAdres.objects.get_or_create(slug=old, defaults={"wijk": wijk})
    for page in WijkPage.objects.filter(wijk=wijk):
        page.slug = slug
        page.save(log_action="wagtail.rename", user=changed_by)
