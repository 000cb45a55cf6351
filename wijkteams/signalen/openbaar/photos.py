"""Photos that all may see: approved by the team, of a signal that shows its own words."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from wijkteams.signalen.models import Klasse, SignaalFoto
from wijkteams.signalen.openbaar.links import on_the_site
from wijkteams.signalen.openbaar.shown import photo_url

KINDS = {"jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png", "webp": "image/webp"}


def public_photos() -> QuerySet[SignaalFoto]:
    """The photos that all may see (requirements G3, G4)."""
    signals = on_the_site().filter(klasse=Klasse.OPENBAAR)
    return SignaalFoto.objects.filter(is_openbaar=True, signaal__in=signals)


def photos_of(pk: int) -> QuerySet[SignaalFoto]:
    """Those of one signal."""
    return public_photos().filter(signaal=pk)


def first_photos(pks: Iterable[int]) -> dict[int, str]:
    """The address of the small first photo of each of these, as far as it has one."""
    pks = list(pks)
    if not pks:
        return {}
    rows = SignaalFoto.objects.filter(is_openbaar=True, signaal__in=pks).order_by("-pk")
    return {row: photo_url(code, small=True) for row, code in rows.values_list("signaal", "code")}


@cache_control(private=True, max_age=300)
@require_safe
def foto(request: HttpRequest, code: str) -> HttpResponseBase:
    """The picture; 404 for one that is not (or no longer) public, whatever the reason."""
    row = public_photos().filter(code=code).first()
    if row is None:
        raise Http404
    file = row.small if row.small and "klein" in request.GET else row.file
    ending = str(file.name).rpartition(".")[2].lower()
    try:
        return FileResponse(file.open("rb"), content_type=KINDS.get(ending, "image/jpeg"))
    except FileNotFoundError:
        raise Http404 from None
