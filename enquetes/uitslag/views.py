"""The small page with results for who answered, while others do not see them yet (S7)."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from enquetes.toegang.faces import page_of, survey_frame
from enquetes.toegang.services import has_answered
from enquetes.toegang.views import survey_of
from enquetes.uitslag.showing import shown_results
from enquetes.uitslag.visibility import is_for_who_answered, is_public


@never_cache
@require_safe
def for_who_answered(request: HttpRequest, code: str) -> HttpResponse:
    """The results, for a browser in which it was filled in; else where they come later."""
    enquete = survey_of(code)
    if not is_for_who_answered(enquete):
        raise Http404
    page = page_of(enquete)
    if is_public(enquete) and page is not None:
        return redirect(page.url or "/")
    answered = has_answered(request, enquete)
    found = shown_results(enquete, request) if answered else {}
    title = _("De uitslag tot nu toe")
    context = {**survey_frame(request, enquete, page, title), **found, "answered": answered}
    response = render(request, "enquetes/uitslag/tot_nu_toe.html", context)
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
