"""The screen 'Concept maken': what is new since the last newsletter, and one button."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from nieuws.models import NieuwsbriefIndexPage
from nieuws.nieuwsbrief.drafts import Last, gather_for, last_of, make_draft
from wijkteams.membership import membership_of

LONGEST_AGO = 366 * 2
"In days; a newsletter of what was two years ago is none."


class ConceptForm(forms.Form):
    """Since when."""

    since = forms.DateField(
        label=gettext_lazy("Alles sinds"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=gettext_lazy("De dag van de vorige nieuwsbrief staat er al."),
    )

    def clean_since(self) -> date:
        """A day that was."""
        since: date = self.cleaned_data["since"]
        today = timezone.localdate()
        if since > today:
            raise forms.ValidationError(_("Die dag moet nog komen. Kies vandaag of eerder."))
        if (today - since).days > LONGEST_AGO:
            raise forms.ValidationError(_("Dat is te lang geleden. Kies een dag dichterbij."))
        return since


@require_http_methods(["GET", "HEAD", "POST"])
def concept(request: HttpRequest, index_id: int) -> HttpResponse:
    """Show what there is since the last newsletter; on POST make the draft and open it."""
    index = _index(request, index_id)
    last = last_of(index)
    asked = request.POST if request.method == "POST" else request.GET
    day = timezone.localtime(last.since).date()
    form = ConceptForm(asked) if "since" in asked else ConceptForm(initial={"since": day})
    if form.is_bound and not form.is_valid():
        return _screen(request, index, form, last, None)
    since = _moment(form.cleaned_data["since"], day) if form.is_bound else None
    gathered = gather_for(index, since)
    if request.method != "POST" or "bekijken" in request.POST:
        return _screen(request, index, form, last, gathered)
    page = make_draft(index, gathered, by=request.user)  # type: ignore[arg-type]
    messages.success(request, _("Het concept is klaar. Schuif, schrijf en kijk hoe het eruitziet."))
    return redirect("wagtailadmin_pages:edit", page.pk)


def _moment(chosen: date, day_of_last: date) -> datetime | None:
    """From when on; None if the day is left as it was: then the hour of the last counts too."""
    return None if chosen == day_of_last else timezone.make_aware(datetime.combine(chosen, time()))


def _index(request: HttpRequest, pk: int) -> NieuwsbriefIndexPage:
    pages = NieuwsbriefIndexPage.objects.select_related("wijk", "locale")
    index: NieuwsbriefIndexPage = get_object_or_404(pages, pk=pk)
    if not membership_of(request.user).may_for(index.wijk_id, "pages", "add"):  # type: ignore[arg-type]
        raise PermissionDenied
    return index


def _screen(
    request: HttpRequest, index: NieuwsbriefIndexPage, form: ConceptForm, last: Last, gathered: Any
) -> HttpResponse:
    crumbs = [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("wagtailadmin_explore", args=[index.pk]), "label": index.title},
        {"url": "", "label": _("Concept maken")},
    ]
    context = {
        "index": index,
        "form": form,
        "last": last,
        "gathered": gathered,
        "page_title": _("Concept maken"),
        "header_icon": "mail",
        "breadcrumbs_items": crumbs,
    }
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "nieuws/nieuwsbrief/beheer/concept.html", context, status=status)
