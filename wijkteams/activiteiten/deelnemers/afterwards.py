"""After it was held: how many people came, and what came of it (requirement A11)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from wijkteams.activiteiten.deelnemers import access
from wijkteams.activiteiten.deelnemers.forms import NaderhandForm
from wijkteams.activiteiten.deelnemers.lijst import Lijst, parts_of
from wijkteams.activiteiten.deelnemers.overview import frame
from wijkteams.activiteiten.keren.publishing import changed
from wijkteams.permissions import page_policy


@require_http_methods(["GET", "HEAD", "POST"])
def after(request: HttpRequest, keer_id: int) -> HttpResponse:
    """How it was, this time."""
    lijst = access.the_list(request, access.AFTER, keer_id=keer_id)
    assert lijst.keer is not None  # noqa: S101 - the address names a time
    sent = request.POST if request.method == "POST" else None
    form = NaderhandForm(sent, instance=lijst.keer)
    if form.is_valid():
        lijst.keer.save(update_fields=["visitors", "opbrengst"])
        changed(lijst.activiteit)
        messages.success(request, _("Bewaard. Dank je wel!"))
        return redirect(f"{reverse('deelnemers:index')}?voorbij=1")
    title = _("Hoe was het?")
    context = {
        "form": form,
        "parts": parts_of(lijst),
        "is_over": lijst.keer.ends_at <= timezone.now(),
        "page_url": _edit_url(request, lijst),
        **frame(title, lijst, title),
    }
    return render(request, "activiteiten/deelnemers/naderhand.html", context)


def _edit_url(request: HttpRequest, lijst: Lijst) -> str:
    """Where a report and photos are put on the page; empty for who may not."""
    page = lijst.page
    if page is None:
        return ""
    may = page_policy().user_has_permission_for_instance(request.user, "change", page)
    return reverse("wagtailadmin_pages:edit", args=[page.pk]) if may else ""
