"""The style page, and the samples that stand in its frames."""

from __future__ import annotations

from typing import Any

from csp.constants import NONE, SELF
from csp.decorators import csp_replace
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from home.style.catalogue import BLOCK_PREFIX, find_group, find_parts, groups, story_blocks
from home.style.contrast import PAIRS, SHOWN, palette_rows
from home.style.parts import Part
from home.style.sample_data import sample_data
from home.style.switches import Switches

# As strict as the public site, but for standing in a frame of our own.
SAMPLE_POLICY = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF],
    "font-src": [SELF],
    "frame-ancestors": [SELF],
}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The palettes with their contrast, and the way to the groups."""
    context = {
        **_frame(request),
        "schemes": [
            {"title": _("Licht"), "rows": palette_rows(dark=False)},
            {"title": _("Donker"), "rows": palette_rows(dark=True)},
        ],
        "shown": SHOWN.values(),
        "pairs_measured": len(PAIRS),
    }
    return render(request, "home/style/index.html", context)


@require_safe
def group(request: HttpRequest, slug: str) -> HttpResponse:
    """The components or blocks of one group, each with its sample in a frame."""
    found = find_group(slug)
    if found is None:
        raise Http404
    return render(request, "home/style/group.html", {**_frame(request), "group": found})


def _frame(request: HttpRequest) -> dict[str, Any]:
    return {"groups": groups(), "switches": Switches.from_query(request.GET)}


@require_safe
@xframe_options_sameorigin
@csp_replace(SAMPLE_POLICY)
def sample(request: HttpRequest) -> HttpResponse:
    """Samples with the public style sheet only, so that nothing of the CMS leaks in."""
    found = find_parts(request.GET.get("deel", "alles"))
    if found is None:
        raise Http404
    title, parts = found
    switches = Switches.from_query(request.GET)
    with translation.override(switches.language):
        data = sample_data(switches.palette, switches.language)
        shown = [
            {"part": part, "html": _sample_html(part, request, {"sample": data})} for part in parts
        ]
        context = {"switches": switches, "samples": shown, "title": title}
        html = render_to_string("home/style/sample.html", context, request)
    return HttpResponse(switches.force_scheme(html))


def _sample_html(part: Part, request: HttpRequest, context: dict[str, Any]) -> str:
    if part.name.startswith(BLOCK_PREFIX):
        block = story_blocks()[part.name.removeprefix(BLOCK_PREFIX)]
        value = block.get_preview_value()
        return str(block.render(value, context={**context, "request": request}))
    return render_to_string(f"samples/{part.name}.html", context, request)
