"""Addresses of public signals, and of the small pages that lists lead to."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import get_language

from core.page_cache import Remembered
from core.tree import below_a_draft, restricted
from wijkteams.signalen.models import Signaal, SignalenIndexPage

if TYPE_CHECKING:
    from wijkteams.models import Wijk
    from wijkteams.signalen.models.querysets import SignaalQuerySet

_KNOWN: Remembered[dict[int | None, str]] = Remembered()


def public_sections() -> QuerySet[SignalenIndexPage]:
    """The lists that all may read: of a ward that is not public, no signal is public either."""
    return SignalenIndexPage.objects.live().filter(~restricted(), ~below_a_draft())


def on_the_site() -> SignaalQuerySet:
    """The signals that all may see, of wards whose list is public: what every door asks."""
    return Signaal.objects.openbaar().filter(wijk__in=public_sections().values("wijk"))


def section_urls(wijken: Iterable[int | None]) -> dict[int | None, str]:
    """The address of the list of each of these wards (None: of the city), in one question at most.

    In the language of the reader where it is translated, else in Dutch.
    """
    wijken = set(wijken)
    language = get_language() or settings.LANGUAGE_CODE
    known = _KNOWN.get_remembered(language, partial(_read, language))
    if known is not None:
        return {pk: known[pk] for pk in wijken if pk in known}
    return _read(language, wijken)


def _read(language: str, wijken: set[int | None] | None = None) -> dict[int | None, str]:
    codes = (settings.LANGUAGE_CODE, language)
    pages = public_sections().filter(locale__language_code__in=codes)
    if wijken is not None:
        some = Q(wijk__in=wijken - {None})
        pages = pages.filter(some | Q(wijk=None) if None in wijken else some)
    rows = sorted(
        pages.select_related("locale"), key=lambda page: codes.index(page.locale.language_code)
    )
    return {page.wijk_id: page.get_url() or "/" for page in rows}


def signal_url(signaal: Signaal) -> str:
    """The address of the page of one signal; empty when its ward has no public list."""
    url = section_urls([signaal.wijk_id]).get(signaal.wijk_id)
    return f"{url}{signaal.code}/" if url else ""


def tell_url(wijk: Wijk | None) -> str:
    """Where a resident begins to tell: a small page that is never kept."""
    return _with_ward("signaal_nieuw", wijk)


def alert_url(wijk: Wijk | None) -> str:
    """Where a resident asks for a mail now and then."""
    return _with_ward("signaal_attenderen", wijk)


def also_url(code: str) -> str:
    """Where somebody says that they have it too."""
    return reverse("signaal_ook", args=[code])


def _with_ward(name: str, wijk: Wijk | None) -> str:
    query = f"?{urlencode({'wijk': wijk.slug})}" if wijk is not None else ""
    return reverse(name) + query
