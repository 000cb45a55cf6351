"""The surveys of a ward, or of the whole city."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from wijkteams.models import SectiePage


class EnqueteIndexPage(SectiePage):
    """What the ward was asked and what came of it; on the hub, of all wards."""

    subpage_types: ClassVar[list[str]] = ["enquetes.EnquetePage"]

    class Meta:
        verbose_name = _("enquêtes")
        verbose_name_plural = _("enquêtes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from enquetes.overzicht.overview import index_context

        context = super().get_context(request, *args, **kwargs)
        return {**context, **index_context(self, request)}
