"""'Wilt u dit ook?': what one ward did, begun in another, with credit (requirement H11, I14)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from core.errors import too_many_requests
from core.forms import HouseHelper
from wijkteams.initiatieven.aanvragen import brakes, concept
from wijkteams.initiatieven.frame import in_ward
from wijkteams.initiatieven.models import Initiatief, InitiatiefPage
from wijkteams.initiatieven.openbaar.choosing import on_the_site
from wijkteams.models import Wijk
from wijkteams.models.wijk import ENDED


class ReceptForm(forms.Form):
    """In which ward they want it."""

    wijk = forms.ChoiceField(
        label=gettext_lazy("In welke wijk wilt u dit?"),
        error_messages={
            "required": gettext_lazy("Kies de wijk."),
            "invalid_choice": gettext_lazy("Deze wijk kennen wij niet. Kies een wijk."),
        },
    )
    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = list(Wijk.objects.exclude(status__in=ENDED).values_list("slug", "name"))
        self.fields["wijk"].choices = [("", _("Kies een wijk")), *named]  # type: ignore[attr-defined]

    @property
    def helper(self) -> HouseHelper:
        return HouseHelper(self, submit=_("Begin hiermee"))


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def ook(request: HttpRequest, key: UUID) -> HttpResponse:
    """What there is to copy, and for which ward; a POST begins an idea that names its source."""
    bron = on_the_site().filter(translation_key=key).select_related("wijk").first()
    if bron is None:
        raise Http404
    form = ReceptForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        if not brakes.BEGUN.allows_one_more(request):
            return too_many_requests(request, seconds=brakes.HOUR)
        wijk = Wijk.objects.get(slug=form.cleaned_data["wijk"])
        token = concept.start(wijk.pk, **_known(bron))
        return redirect(reverse("idee:verder", args=[token]))
    title = _("Wilt u dit ook in uw wijk?")
    page = page_of(bron)
    url = page.get_url(request) if page else ""
    return in_ward(
        request, "wegwijzer/ook", title, wijk=bron.wijk, form=form, bron=bron, bron_url=url
    )


def _known(bron: Initiatief) -> dict[str, Any]:
    """What the new idea says already: its name and what it needs; the rest is of their own ward."""
    needs = bron.hulpvragen.values_list("soort", "titel", "aantal")
    nodig: dict[str, str] = {}
    for soort, titel, count in needs:
        words = f"{count} × {titel}" if count > 1 else titel
        nodig[soort] = f"{nodig[soort]}; {words}" if soort in nodig else words
    return {
        "titel": bron.title[:120],
        "nodig": {soort: words[:300] for soort, words in nodig.items()},
        "recept": bron.pk,
    }


def page_of(initiatief: Initiatief) -> InitiatiefPage | None:
    """Its public page in the language of the reader, else in Dutch."""
    pages = {
        page.locale.language_code: page
        for page in InitiatiefPage.objects.live()
        .public()
        .filter(translation_key=initiatief.translation_key)
        .select_related("locale")
    }
    return pages.get(get_language() or "") or pages.get(settings.LANGUAGE_CODE)
