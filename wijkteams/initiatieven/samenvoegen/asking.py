"""What is behind the link in the mail to a supporter: may it count where it goes on? (I5)"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from wijkteams.initiatieven import tokens
from wijkteams.initiatieven.doors import code_of, leads_nowhere
from wijkteams.initiatieven.frame import in_ward
from wijkteams.initiatieven.mailing import page_of
from wijkteams.initiatieven.models import Steun
from wijkteams.initiatieven.samenvoegen.moving import move_support


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def support(request: HttpRequest, token: str) -> HttpResponse:
    """Where the support counts, and whether it may move. Only the button moves it (R-09)."""
    code = code_of(request, tokens.STEUN, token)
    if isinstance(code, HttpResponse):
        return code
    near = ("initiatief__wijk", "initiatief__samengevoegd_in", "verhuisd_van")
    rows = Steun.objects.select_related(*near).filter(code=code)
    steun = rows.exclude(bevestigd_op=None).first()
    if steun is None:
        return leads_nowhere(request)
    if request.method == "POST":
        move_support(steun.pk)
        return redirect(request.path)
    return _show(request, steun)


def _show(request: HttpRequest, steun: Steun) -> HttpResponse:
    now, into = steun.initiatief, steun.initiatief.samengevoegd_in
    both = into is not None and into.steun.filter(kenmerk=steun.kenmerk, bevestigd_op__isnull=False)
    page = page_of(now)
    page_into = page_of(into) if into is not None else None
    return in_ward(
        request,
        "samenvoegen/steun",
        _("Uw steun"),
        wijk=now.wijk,
        initiatief=now,
        url=(page.get_url(request) or "") if page else "",
        into=into,
        into_url=(page_into.get_url(request) or "") if page_into else "",
        has_both=bool(both),
        moved_from=steun.verhuisd_van,
    )
