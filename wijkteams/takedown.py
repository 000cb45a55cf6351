"""Taking a photo away: the original, all that was made of it, and every place that shows it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, ReferenceIndex
from wagtail.permissions import policy_registry

from core.security.events import tell
from wijkteams.models import Image

LOG_TAKEN_DOWN = "wijkteams.foto.weg"


@transaction.atomic
def take_down(image: Image, user: Any) -> None:
    """Remove a picture at once. Pages that showed it show the default picture from now on.

    The log tells who did it, and the number: a title may name the person who asked for it.
    """
    number = image.pk
    image.title = _("Foto %(number)d") % {"number": number}
    ModelLogEntry.objects.for_instance(image).update(label=image.title)
    log(image, LOG_TAKEN_DOWN, user=user)
    kind = ContentType.objects.get_for_model(Image)
    image.delete()
    ReferenceIndex.objects.filter(to_content_type=kind, to_object_id=str(number)).delete()
    tell("foto weggehaald", foto=number, account=getattr(user, "pk", None))


@require_POST
def take_down_photo(request: HttpRequest, image_id: int) -> HttpResponse:
    """The button 'Haal deze foto weg', for who may remove the photo."""
    image = get_object_or_404(Image, pk=image_id)
    policy = policy_registry.get_by_type(Image)
    if not policy.user_has_permission_for_instance(request.user, "delete", image):
        raise PermissionDenied
    take_down(image, request.user)
    messages.success(request, _("De foto is weg, ook van alle pagina's."))
    return redirect("wagtailimages:index")
