"""Pictures with a signal: cleaned when they come in (R-20), and for its teller alone until sent."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from PIL import Image

from core.forms import Photos
from core.forms.files import FileThere
from wijkteams.signalen.fotos import store
from wijkteams.signalen.models import ConceptFoto, Signaal
from wijkteams.signalen.vertellen import concept
from wijkteams.signalen.vertellen.concept import Half
from wijkteams.signalen.vertellen.forms import MOST_PHOTOS


def there(half: Half) -> list[FileThere]:
    """The pictures of a concept, as the form shows them."""
    numbers = half.row.fotos.values_list("pk", flat=True)
    return [
        FileThere(
            _("Uw foto %(number)s") % {"number": number},
            thumbnail_url=reverse("signaal_conceptfoto", args=[pk]),
            key=str(pk),
        )
        for number, pk in enumerate(numbers, start=1)
    ]


def change(half: Half, photos: Photos) -> None:
    """Take away what may go, and store what is new."""
    gone = [int(key) for key in photos.removed if key.isdecimal() and len(key) < 16]
    half.row.fotos.filter(pk__in=gone).delete()
    room = MOST_PHOTOS - half.row.fotos.count()  # of two windows the second finds it taken
    for added in photos.added[: max(room, 0)]:
        content = _content(added)
        width, height = _size(content)
        half.row.fotos.create(inhoud=content, width=width, height=height)


def move_to(signaal: Signaal, half: Half) -> None:
    """From the concept to what is sent; not on the site before the team looked."""
    for foto in half.row.fotos.all():
        store(signaal, bytes(foto.inhoud))


@never_cache
@require_safe
def conceptfoto(request: HttpRequest, pk: int) -> HttpResponse:
    """A picture of what is being told, for who tells it only."""
    half = concept.find(request)
    foto = ConceptFoto.objects.filter(pk=pk, concept=half.row).first() if half else None
    if foto is None:
        raise Http404
    return answer(bytes(foto.inhoud))


def answer(content: bytes) -> HttpResponse:
    """A picture that was drawn anew when it came in."""
    kind = "image/png" if _is_png(content) else "image/jpeg"
    return HttpResponse(content, content_type=kind)


def _content(upload: Any) -> bytes:
    upload.seek(0)
    content: bytes = upload.read()
    return content


def _is_png(content: bytes) -> bool:
    return content.startswith(b"\x89PNG")


def _size(content: bytes) -> tuple[int, int]:
    with Image.open(BytesIO(content)) as picture:
        return picture.size
