"""Addresses of wards: what may stand after the first slash."""

from __future__ import annotations

from functools import cache

from django.conf import settings
from django.core.exceptions import ValidationError
from django.urls import URLPattern, URLResolver, get_resolver
from django.utils.text import slugify
from django.utils.translation import gettext as _

# Sections of the hub that stand beside the wards; apps that come later are named here already,
# because a ward that took their place could not be moved aside any more.
HUB_SECTIONS = frozenset(
    """agenda archief beheer enquetes georeport healthz home huisregels initiatieven insluiten
    livez media mijn nieuws nieuwsbrief over portretten privacy robots signalen sitemap static
    themas toegankelijkheid wijken zoeken""".split()  # noqa: SIM905
)


@cache
def prefixes_of_urlconf() -> frozenset[str]:
    """The first parts of all addresses that Django answers itself."""
    found: set[str] = set()

    def walk(patterns: list[URLPattern | URLResolver]) -> None:
        for pattern in patterns:
            first = str(pattern.pattern).lstrip("^").split("/")[0].strip("$")
            if first and slugify(first) == first:
                found.add(first)
            elif isinstance(pattern, URLResolver) and not first:
                walk(pattern.url_patterns)

    walk(get_resolver().url_patterns)
    return frozenset(found)


def reserved_slugs() -> frozenset[str]:
    """Everything that a ward's address may not be: prefixes, languages, sections of the hub."""
    languages = frozenset(code for code, _name in settings.LANGUAGES)
    return prefixes_of_urlconf() | languages | HUB_SECTIONS


def validate_ward_slug(slug: str) -> None:
    """Refuse an address that is taken by the site itself; for CMS, commands and importers."""
    if slug in reserved_slugs():
        raise ValidationError(
            _("Het adres '%(slug)s' gebruikt de site zelf al. Kies een ander adres."),
            params={"slug": slug},
        )
    if slug != slugify(slug) or slug.isdigit() or not slug:
        raise ValidationError(
            _("Gebruik voor het adres alleen kleine letters, cijfers en streepjes.")
        )


def free_slug(name: str, *, gemeente: str = "", taken: set[str]) -> str:
    """An address for a ward of this name that is neither reserved nor in `taken`.

    A second 'Bosgebied' becomes 'bosgebied-amersfoort', a third 'bosgebied-amersfoort-2'.
    """
    blocked = taken | reserved_slugs()
    base = slugify(name)[:50].strip("-") or "wijk"
    base = f"wijk-{base}" if base.isdigit() else base
    longer = f"{base}-{slugify(gemeente)}"[:55].strip("-") if gemeente else f"{base}-wijk"
    candidates = [base, longer, *(f"{longer}-{number}" for number in range(2, len(blocked) + 3))]
    return next(slug for slug in candidates if slug not in blocked)
