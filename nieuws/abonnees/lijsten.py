"""Each ward has a list of its own, and so has the city: made by itself, never asked for (N4)."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models.signals import post_save
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Site

from core.models import StadInstellingen
from core.page_cache import drop_all
from nieuws.models import Lijst
from wijkteams.models import Thema, Wijk
from wijkteams.section_upgrade import opened_hubs

CITY = "stad"
LONGEST = 70
"Of a code, so that a number fits behind it."


@transaction.atomic
def ensure_lists() -> int:
    """Give each ward, and the city once it is open, the list it lacks; gives how many were made."""
    have = set(Lijst.objects.filter(thema=None).values_list("wijk_id", flat=True))
    missing: list[Wijk | None] = [
        wijk for wijk in Wijk.objects.order_by("pk") if wijk.pk not in have
    ]
    if None not in have and any(opened_hubs()):
        missing.append(None)
    taken = set(Lijst.objects.values_list("code", flat=True)) if missing else set()
    rows = []
    for wijk in missing:
        row = new_list(wijk, taken=taken)
        taken.add(row.code)
        rows.append(row)
    Lijst.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)
    if rows:
        drop_all("lists of newsletters were made")
    return len(rows)


def new_list(
    wijk: Wijk | None, thema: Thema | None = None, *, taken: set[str] | None = None
) -> Lijst:
    """A list as it is made by itself, not saved yet; with a code that none has."""
    about = f"-{thema.slug}" if thema is not None else ""
    code = free_code(f"{wijk.slug if wijk else CITY}{about}", taken)
    with translation.override(settings.LANGUAGE_CODE):
        return Lijst(wijk=wijk, thema=thema, code=code, **_words(wijk, thema))


def free_code(wanted: str, taken: set[str] | None = None) -> str:
    """A code that no list has: it stands in the List-Id of mails and never changes (RFC 2919)."""
    base = slugify(wanted)[:LONGEST] or "lijst"
    if taken is None:
        taken = set(Lijst.objects.filter(code__startswith=base).values_list("code", flat=True))
    number, code = 1, base
    while code in taken:
        number += 1
        code = f"{base}-{number}"
    return code


def _words(wijk: Wijk | None, thema: Thema | None) -> dict[str, Any]:
    """The name of a list, and what one gets."""
    name = wijk.name if wijk else _city_name()
    if thema is not None:
        facts = {"name": name, "thema": thema.name}
        return {
            "title": (_("%(name)s: %(thema)s") % facts)[:100] if name else thema.name,
            "description": _("Alleen het nieuws over %(thema)s.") % {"thema": thema.name},
        }
    if not name:  # a city that was not named yet
        return {
            "title": _("Nieuwsbrief van de stad"),
            "description": _("Het nieuws en de agenda van alle wijken."),
        }
    return {
        "title": (_("Nieuwsbrief %(name)s") % {"name": name})[:100],
        "description": _("Het nieuws en de agenda van %(name)s.") % {"name": name},
    }


def _city_name() -> str:
    site = Site.objects.filter(is_default_site=True).first()
    return StadInstellingen.for_site(site).stad if site else ""


def make_list_of_new_ward(sender: Any, instance: Wijk, created: bool, **kwargs: Any) -> None:
    """A ward that opens has its list from the first moment."""
    if created and not kwargs.get("raw"):
        new_list(instance).save()


def connect() -> None:
    """Listen to wards being opened."""
    post_save.connect(make_list_of_new_ward, sender=Wijk, dispatch_uid="nieuws.lijsten")
