"""Reading ends that are pages, from the rows of lists: only what all may read is there."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from wijkteams.draden.registry import Shown
from wijkteams.models import Vermelding

if TYPE_CHECKING:
    from wagtail.models import Locale

COLUMNS = (
    "translation_key",
    "page_id",
    "title",
    "url",
    "summary",
    "occurrence",
    "first_published_at",
    "starts_at",
    "locale__language_code",
)


class PagesOf:
    """Reads pages of one kind of `Vermelding`, in the reader's language or else in Dutch."""

    def __init__(self, kind: str, *, by_start: bool = False) -> None:
        self.kind, self.by_start = kind, by_start

    def __call__(self, keys: Collection[str], locale: Locale) -> dict[str, Shown]:
        languages = {locale.language_code, settings.LANGUAGE_CODE}
        rows = Vermelding.objects.filter(
            kind=self.kind,
            is_public=True,
            translation_key__in=[UUID(key) for key in keys],
            locale__language_code__in=languages,
        ).order_by("starts_at", "pk")
        found: dict[str, Shown] = {}
        own: set[str] = set()
        for row in rows.values(*COLUMNS):
            key = str(row["translation_key"])
            is_own = row["locale__language_code"] == locale.language_code
            if key not in found or (is_own and key not in own):
                found[key] = self._shown(row)
            if is_own:
                own.add(key)
        return found

    def _shown(self, row: dict[str, object]) -> Shown:
        moment = row["starts_at"] if self.by_start else row["first_published_at"]
        url = str(row["url"]).removesuffix(f"{row['occurrence']}/" if row["occurrence"] else "")
        return Shown(
            title=str(row["title"]),
            url=url,
            when=timezone.localdate(moment) if moment else None,  # type: ignore[arg-type]
            words=str(row["summary"]),
            tags=(f"pagina:{row['page_id']}",),
        )
