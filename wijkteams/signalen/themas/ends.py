"""How signals and themes are shown in a thread (wijkteams.draden)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Min
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wijkteams.draden.pages import PagesOf
from wijkteams.draden.registry import Before, End, Node, Shown, register_end
from wijkteams.signalen.listing import THEMA
from wijkteams.signalen.models import (
    Klasse,
    Signaal,
    SignaalthemaPage,
    SignalenIndexPage,
    Themasignaal,
)

if TYPE_CHECKING:
    from wagtail.models import Locale

ICON_SIGNAL, ICON_THEME = "icons/megaphone.svg", "icons/people.svg"
LABEL = gettext_lazy("Signaal")


def register_ends() -> None:
    """Called when the app is ready."""
    register_end(Signaal, End(LABEL, ICON_SIGNAL, read_signals, links_of_signals))
    register_end(SignaalthemaPage, End(gettext_lazy("Thema"), ICON_THEME, read_themes))


def read_signals(keys: Collection[str], locale: Locale) -> dict[str, Shown]:
    """Public signals; of a limited one not its own words."""
    rows = Signaal.objects.openbaar().filter(pk__in=[int(key) for key in keys])
    found = list(rows.select_related("categorie"))
    pages = _section_urls({row.wijk_id for row in found}, locale)
    return {str(row.pk): _shown(row, pages.get(row.wijk_id, "")) for row in found}


def _shown(signaal: Signaal, section: str) -> Shown:
    title = signaal.titel
    if signaal.klasse != Klasse.OPENBAAR:
        title = str(signaal.categorie)
    return Shown(
        title=title,
        url=f"{section}{signaal.code}/" if section else "",
        when=timezone.localdate(signaal.gemeld_op),
        tags=(f"signalen:{signaal.wijk_id}",),
    )


def _section_urls(wijken: set[int], locale: Locale) -> dict[int, str]:
    pages = SignalenIndexPage.objects.live().filter(
        wijk__in=wijken, locale__language_code__in={locale.language_code, settings.LANGUAGE_CODE}
    )
    found: dict[int, str] = {}
    for page in pages.select_related("locale"):
        if page.wijk_id not in found or page.locale_id == locale.pk:
            found[page.wijk_id] = page.get_url() or ""
    return found


def links_of_signals(keys: Collection[str]) -> list[tuple[Node, Node]]:
    """From a signal to the themes that it belongs to."""
    types = ContentType.objects.get_for_models(Signaal, SignaalthemaPage)
    begin, end = types[Signaal].pk, types[SignaalthemaPage].pk
    rows = Themasignaal.objects.filter(signaal__in=[int(key) for key in keys]).order_by("pk")
    return [
        (Node(begin, str(signaal)), Node(end, str(thema)))
        for signaal, thema in rows.values_list("signaal", "translation_key")
    ]


def read_themes(keys: Collection[str], locale: Locale) -> dict[str, Shown]:
    """Themes that are published, with how many signals stand before each."""
    found = PagesOf(THEMA)(keys, locale)
    counts = _counts(found)
    return {
        key: replace(shown, before=_before(*counts[key])) if key in counts else shown
        for key, shown in found.items()
    }


def _counts(keys: Collection[str]) -> dict[str, tuple[int, object]]:
    rows = (
        Themasignaal.objects.filter(
            translation_key__in=[UUID(key) for key in keys],
            signaal__in=Signaal.objects.openbaar().values("pk"),
        )
        .order_by()
        .values("translation_key")
        .annotate(count=Count("pk"), first=Min("signaal__gemeld_op"))
    )
    counted: dict[str, tuple[int, object]] = defaultdict(lambda: (0, None))
    for row in rows:
        counted[str(row["translation_key"])] = (row["count"], row["first"])
    return dict(counted)


def _before(count: int, first: object) -> Before:
    title = ngettext("%(count)d signaal", "%(count)d signalen", count) % {"count": count}
    return Before(
        label=LABEL,
        title=title,
        icon=ICON_SIGNAL,
        when=timezone.localdate(first),  # type: ignore[arg-type]
        words=_("Bewoners vertelden wat zij zien."),
    )
