"""Originals of pictures, for who may use them in the CMS."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.core.files.storage import storages
from django.http import FileResponse, Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe
from wagtail.permissions import policy_registry

from wijkteams.models import Image


@require_safe
@login_required
def original(request: HttpRequest, name: str) -> FileResponse:
    """Send the original of a picture to a volunteer of its ward; 404 for everybody else."""
    if "\0" in name:  # PostgreSQL takes none
        raise Http404
    policy = policy_registry.get_by_type(Image)
    allowed = policy.instances_user_has_any_permission_for(request.user, ["choose", "change"])
    image = get_object_or_404(allowed, file=name)
    response = FileResponse(storages["private"].open(image.file.name), as_attachment=True)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
