"""When a survey closes: `Enquete` is the truth, and what editors read of it says the same."""

from __future__ import annotations

from datetime import UTC

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import Revision, TaskState

from enquetes.models import Enquete, EnquetePage


@transaction.atomic
def write_on_pages(enquete: Enquete) -> None:
    """In every language, and in each draft that may be published yet: nothing opens it again.

    Nothing is published by this: of a draft only its closing changes.
    """
    pages = EnquetePage.objects.filter(translation_key=enquete.translation_key)
    pages.update(closes_at=enquete.closes_at)
    moment = enquete.closes_at and enquete.closes_at.astimezone(UTC).isoformat()
    for revision in _read_by_editors(pages).select_for_update(of=("self",)):
        revision.content["closes_at"] = moment
        revision.save(update_fields=["content"])


def tell_open_editors(enquete: Enquete) -> None:
    """Wagtail warns who has a form open when what was saved last is of a later moment."""
    pages = EnquetePage.objects.filter(translation_key=enquete.translation_key)
    now = timezone.now()
    Revision.objects.filter(pk__in=pages.values("latest_revision")).update(created_at=now)
    pages.exclude(latest_revision=None).update(latest_revision_created_at=now)


def _read_by_editors(pages: QuerySet[EnquetePage]) -> QuerySet[Revision]:
    """What was saved last, what is public, and what waits for a moment or for somebody."""
    waits = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS)
    kept: set[int | None] = set()
    for names in pages.values_list("latest_revision", "live_revision"):
        kept.update(names)
    may_be_read = (
        Q(pk__in=kept - {None})
        | Q(approved_go_live_at__isnull=False)
        | Q(pk__in=waits.values("revision"))
    )
    keys = [str(pk) for pk in pages.values_list("pk", flat=True)]
    return Revision.page_revisions.filter(may_be_read, object_id__in=keys)
