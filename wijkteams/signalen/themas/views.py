"""The team's screens of themes, in the CMS."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin import messages

from wijkteams.draden.makers import make_of, makers
from wijkteams.permissions import page_policy
from wijkteams.row_access import demand, may
from wijkteams.signalen.models import (
    Signaal,
    SignaalthemaPage,
    SignalenIndexPage,
    Themasignaal,
)
from wijkteams.signalen.themas import binding
from wijkteams.signalen.themas.forms import CitaatForm, ThemaForm
from wijkteams.signalen.werk.chosen import chosen_signals
from wijkteams.signalen.werk.frame import frame

RIGHT = "signaal.change"


@require_http_methods(["GET", "POST"])
def make(request: HttpRequest) -> HttpResponse:
    """Make a theme of the signals that were ticked, or add them to one that is there."""
    demand(request, RIGHT)
    signalen = list(chosen_signals(request, RIGHT).select_related("categorie", "wijk"))
    wards = {signaal.wijk_id for signaal in signalen}
    if len(wards) != 1:
        text = _("Kies eerst signalen in de lijst.")
        if wards:
            text = _("Kies signalen van één wijk. Een thema hoort bij een wijk.")
        messages.error(request, text)
        return redirect("signalen:index")
    wijk_id = wards.pop()
    form = ThemaForm(request.POST or None, wijk_id=wijk_id)
    if request.method == "POST" and form.is_valid():
        answer = _made(request, form, signalen, wijk_id)
        if answer is not None:
            return answer
    title = _("Maak er een thema van")
    context = {"form": form, "signalen": signalen, **frame(title)}
    return render(request, "signalen/beheer/thema_maken.html", context)


def _made(
    request: HttpRequest, form: ThemaForm, signalen: list[Signaal], wijk_id: int
) -> HttpResponse | None:
    page = form.cleaned_data["page"]
    if page is not None:
        if not _may_change(request, page):
            raise PermissionDenied
        count = binding.add(page, signalen, by=request.user)
        text = ngettext("%(count)d signaal erbij.", "%(count)d signalen erbij.", count)
        messages.success(request, text % {"count": count})
        return redirect("signaalthema:signalen", page.pk)
    try:
        page = binding.make_theme(
            _index_of(wijk_id), form.cleaned_data["title"], signalen, by=request.user
        )
    except ValidationError as error:
        form.add_error("title", error)
        return None
    messages.success(
        request, _("Het thema is een concept. Vertel erbij wat jullie zien en adviseren.")
    )
    return redirect("signaalthema:signalen", page.pk)


@require_http_methods(["GET", "POST"])
def signals(request: HttpRequest, page_id: int) -> HttpResponse:
    """The signals of one theme: take some out, and choose words of others."""
    page = the_theme(request, page_id)
    visible = Signaal.objects.visible_to(request.user)  # type: ignore[arg-type]
    rows = Themasignaal.objects.filter(
        translation_key=page.translation_key, signaal__in=visible.values("pk")
    ).select_related("signaal__categorie")
    bad = None
    if request.method == "POST":
        bad = _change(request, page, rows)
        if bad is None:
            return redirect("signaalthema:signalen", page.pk)
    total = binding.signals_of(page).count()
    context = {
        "page": page,
        "rows": [(row, _form_of(row, bad)) for row in rows],
        "unseen": total - len(rows),
        "makers": makers(),
        "edit_url": reverse("wagtailadmin_pages:edit", args=[page.pk]),
        **frame(page.get_admin_display_title()),
    }
    return render(request, "signalen/beheer/thema_signalen.html", context)


def _form_of(row: Themasignaal, bad: tuple[int, CitaatForm] | None) -> CitaatForm:
    if bad is not None and bad[0] == row.pk:
        return bad[1]
    return CitaatForm(initial={"citaat": row.citaat}, prefix=str(row.pk))


def _change(
    request: HttpRequest, page: SignaalthemaPage, rows: Any
) -> tuple[int, CitaatForm] | None:
    """Do what was asked of one row; gives its form when that could not be."""
    asked = request.POST.get("rij", "")
    is_number = asked.isascii() and asked.isdecimal() and len(asked) < 19
    row = rows.filter(pk=asked).first() if is_number else None
    if row is None:
        raise Http404
    if "weg" in request.POST:
        binding.remove(page, [row.signaal_id])
        messages.success(request, _("Het signaal hoort niet meer bij dit thema."))
        return None
    form = CitaatForm(request.POST, prefix=str(row.pk))
    if form.is_valid():
        try:
            binding.quote(page, row.signaal, form.cleaned_data["citaat"], by=request.user)
        except ValidationError as error:
            form.add_error("citaat", error)
    if form.errors:
        return row.pk, form
    messages.success(request, _("Bewaard."))
    return None


@require_POST
def make_of_it(request: HttpRequest, page_id: int, name: str) -> HttpResponse:
    """Make an activity or a news item of a theme, and keep the thread (requirement G10)."""
    theme = the_theme(request, page_id)
    if theme.wijk is None:
        raise Http404
    try:
        made, is_new = make_of(
            theme, name, theme.wijk, by=request.user, why=_("Dit kwam uit de signalen.")
        )
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return redirect("signaalthema:signalen", theme.pk)
    text = _("Het concept is klaar. De draad met dit thema is gelegd: vul de rest in.")
    if not is_new:
        text = _("Dit concept was er al.")
    messages.success(request, text)
    return redirect("wagtailadmin_pages:edit", made.pk)


def the_theme(request: HttpRequest, page_id: int) -> SignaalthemaPage:
    """A theme that the user may change; else 404 or 403."""
    page: SignaalthemaPage = get_object_or_404(SignaalthemaPage, pk=page_id)
    if not _may_change(request, page):
        raise PermissionDenied
    return page


def _may_change(request: HttpRequest, page: SignaalthemaPage) -> bool:
    allowed = page_policy().user_has_any_permission_for_instance(
        request.user, ["add", "change"], page
    )
    return may(request.user, page.wijk_id, RIGHT) and bool(allowed)


def _index_of(wijk_id: int) -> SignalenIndexPage:
    pages = SignalenIndexPage.objects.filter(wijk=wijk_id, alias_of=None)
    index: SignalenIndexPage = get_object_or_404(
        pages, locale__language_code=settings.LANGUAGE_CODE
    )
    return index
