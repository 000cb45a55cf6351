"""/livez and /healthz, for who watches the site."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from core.machines.health import problems

TEXT = "text/plain; charset=utf-8"


def livez(request: HttpRequest) -> HttpResponse:
    """The process answers. Asks nothing of the database."""
    return HttpResponse("ok\n", content_type=TEXT)


def healthz(request: HttpRequest) -> HttpResponse:
    """200 when the site can do its work, else 503 with what is wrong."""
    found = problems()
    if found:
        return HttpResponse("\n".join([*found, ""]), status=503, content_type=TEXT)
    return HttpResponse(f"{_('In orde.')}\n", content_type=TEXT)


PROBES: dict[str, Callable[[HttpRequest], HttpResponse]] = {"/livez": livez, "/healthz": healthz}


class ProbeMiddleware:
    """Answers the probes whatever host they ask for: a watcher knows a machine, not its name."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        probe = PROBES.get(request.path_info)
        if probe is None:
            return self.get_response(request)
        if request.method not in {"GET", "HEAD"}:
            return HttpResponse(status=405, headers={"Allow": "GET, HEAD"})
        response = probe(request)
        response["Cache-Control"] = "no-store"
        return response
