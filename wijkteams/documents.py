"""Documents for everybody who has the link; their addresses cannot be guessed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.views.decorators.http import require_safe
from wagtail.documents.views.serve import serve

from wijkteams.models import Document


@require_safe
def serve_document(request: HttpRequest, document_id: str, filename: str) -> HttpResponseBase:
    """Send a document as Wagtail does, with headers that keep it harmless."""
    response: HttpResponseBase = serve(request, int(document_id), filename)
    if response.status_code != 200:
        return response
    document = get_object_or_404(Document.objects.select_related("collection"), pk=document_id)
    if response.headers.get("Content-Encoding") in {None, "None", ""}:
        # Wagtail writes the word 'None' for whatever is not packed.
        response.headers.pop("Content-Encoding", None)
    name = f"{slugify(document.title)[:80] or 'document'}.{document.file_extension}"
    response["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    is_private = bool(document.collection.get_view_restrictions())
    response["Cache-Control"] = "private, no-store" if is_private else "no-cache"
    return response
