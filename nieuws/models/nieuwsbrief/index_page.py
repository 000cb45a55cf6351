"""The newsletters of a ward, or of the city."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from wijkteams.models import SectiePage


class NieuwsbriefIndexPage(SectiePage):
    """The archive of a ward's newsletters, and the way to ask for them (requirement N11)."""

    subpage_types: ClassVar[list[str]] = ["nieuws.NieuwsbriefPage"]

    class Meta:
        verbose_name = _("nieuwsbrieven")
        verbose_name_plural = _("nieuwsbrieven")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from nieuws.nieuwsbrief.archive import archive_context

        context = super().get_context(request, *args, **kwargs)
        return {**context, **archive_context(self, request)}
