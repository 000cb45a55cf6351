"""Photos that come with a signal of a program: cleaned as all others, and first for the team."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django_tasks import task

from core.fetching import FetchRefused, fetch
from core.uploads.images import CleanedFile, clean_image_file
from wijkteams.signalen.fotos import store
from wijkteams.signalen.models import Signaal
from wijkteams.signalen.open311.answers import RefusedError

MOST = 3
MAX_BYTES = 15 * 1024 * 1024
TYPES = ("image/jpeg", "image/png", "image/webp")


def pictures_of(request: HttpRequest) -> list[CleanedFile]:
    """The files sent as `media`; refuses what is no picture, or too many."""
    files = request.FILES.getlist("media")
    if len(files) > MOST:
        raise RefusedError(400, f"at most {MOST} files as media")
    try:
        return [_cleaned(file) for file in files]
    except ValidationError as error:
        raise RefusedError(400, f"media: {' '.join(error.messages)}") from None


def _cleaned(file: UploadedFile[Any]) -> CleanedFile:
    if (file.size or 0) > MAX_BYTES:
        raise ValidationError("larger than 15 MB")
    return clean_image_file(file)


def keep(signaal: Signaal, pictures: list[CleanedFile]) -> None:
    """Put them with the signal; not on the site before somebody of the team looked."""
    for picture in pictures:
        picture.seek(0)
        store(signaal, picture.read())


def fetch_later(signaal: Signaal, url: str) -> None:
    """The worker gets what `media_url` names: asked for in the transaction of the signal."""
    fetch_photo.enqueue(signaal.pk, url)


@task()
def fetch_photo(pk: int, url: str) -> bool:
    """Get a photo that a program only named; gives whether there was one."""
    signaal = Signaal.objects.filter(pk=pk).first()
    if signaal is None:
        return False
    try:
        found = fetch(url, types=TYPES, most=MAX_BYTES)
        picture = clean_image_file(ContentFile(found.content, name="foto"))
    except (FetchRefused, ValidationError):
        return False
    keep(signaal, [picture])
    return True
