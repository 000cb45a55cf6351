"""The agenda of a ward; on the hub, of all wards."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from wijkteams.models import SectiePage


class AgendaPage(SectiePage):
    """What there is to do in a ward; on the hub, in all wards. Activities hang under it."""

    subpage_types: ClassVar[list[str]] = ["activiteiten.ActiviteitPage"]

    class Meta:
        verbose_name = _("agenda")
        verbose_name_plural = _("agenda's")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from wijkteams.activiteiten.agenda.overview import list_context

        context = super().get_context(request, *args, **kwargs)
        return {**context, **list_context(self, request)}
