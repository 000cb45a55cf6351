"""The initiatives of a ward, or of the whole city."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from wijkteams.models import SectiePage


class InitiatievenIndexPage(SectiePage):
    """What residents started, in cards, a list and on a map; on the hub, of all wards."""

    subpage_types: ClassVar[list[str]] = [
        "initiatieven.InitiatiefPage",
        "initiatieven.WegwijzerPage",
    ]

    class Meta:
        verbose_name = _("initiatieven")
        verbose_name_plural = _("initiatieven")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from wijkteams.initiatieven.openbaar.overview import index_context

        context = super().get_context(request, *args, **kwargs)
        return {**context, **index_context(self, request)}
