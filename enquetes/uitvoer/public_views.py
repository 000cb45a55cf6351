"""The published figures of a survey, for whoever wants to work with them (requirement S10)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, StreamingHttpResponse
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from core.exports.files import csv_lines
from enquetes.models import Enquete, EnquetePage, Uitslag
from enquetes.uitslag.figures import shown
from enquetes.uitslag.visibility import is_public
from enquetes.uitvoer.open_data import table_of


@require_safe
def figures(request: HttpRequest, code: str) -> StreamingHttpResponse:
    """What the page shows, as CSV; 404 when the page shows nothing, or not to everybody."""
    enquete = Enquete.objects.filter(code=code).first()
    if enquete is None or not is_public(enquete) or not _is_seen(enquete):
        raise Http404
    uitslag = Uitslag.objects.filter(enquete=enquete).defer("tellingen").first()
    cijfers = shown(uitslag, enquete) if uitslag else {}
    if not cijfers.get("vragen"):
        raise Http404
    response = StreamingHttpResponse(
        csv_lines(table_of(cijfers)), content_type="text/csv; charset=utf-8"
    )
    name = slugify(f"cijfers {enquete.title}")[:80]
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    response["X-Content-Type-Options"] = "nosniff"
    # Another site may draw a chart of it: it is what everybody may know.
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _is_seen(enquete: Enquete) -> bool:
    """Whether the page is public: an editor may have closed it with a password."""
    pages = EnquetePage.objects.filter(translation_key=enquete.translation_key)
    return bool(pages.live().public().exists())
