"""What was cleared away: by the nightly round and by hand. Numbers only, never whose."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from core.models import Wislog
from core.privacy.engine import purge
from core.privacy.register import processings

from .rights import for_who_may
from .views import frame

PER_PAGE = 50


@require_GET
@for_who_may
def index(request: HttpRequest) -> HttpResponse:
    """Newest first, with what the coming night will bring."""
    titles = {processing.key: processing.title for processing in processings()}
    page = Paginator(Wislog.objects.all(), PER_PAGE).get_page(request.GET.get("p"))
    due = purge(timezone.now(), dry_run=True)
    context: dict[str, Any] = {
        "page": page,
        "rows": [(row, titles.get(row.processing, row.processing)) for row in page.object_list],
        "due": [(titles[key], count) for key, count in due.items() if count],
        "terms": [(p.title, p.retention) for p in processings() if p.purge is not None],
        **frame(_("Wat is er opgeruimd?")),
    }
    return render(request, "wijkteams/personen/opgeruimd.html", context)
