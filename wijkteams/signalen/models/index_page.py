"""The signals of a ward, or of the whole city."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.url_routing import RouteResult

from wijkteams.models import SectiePage


class SignalenIndexPage(SectiePage):
    """What residents told, on a map and in a list; on the hub, of all wards."""

    subpage_types: ClassVar[list[str]] = ["signalen.SignaalthemaPage"]

    class Meta:
        verbose_name = _("signalen")
        verbose_name_plural = _("signalen")

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        from wijkteams.signalen.openbaar.routing import route_signal

        return route_signal(self, path_components) or super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        from wijkteams.signalen.openbaar.routing import serve_signal

        if "signaal" in kwargs:
            return serve_signal(self, request, kwargs["signaal"])
        return super().serve(request, *args, **kwargs)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from wijkteams.signalen.openbaar.overview import index_context

        context = super().get_context(request, *args, **kwargs)
        return {**context, **index_context(self, request)}
