"""'Deze keer', 'deze en volgende': screens that say first who is told, and then do it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.admin import messages

from wijkteams.activiteiten.beheer.keren_forms import (
    AfgelastForm,
    DezeKeerForm,
    put_errors,
    too_late,
)
from wijkteams.activiteiten.beheer.keren_list import activity_of, frame, may_change
from wijkteams.activiteiten.beheer.told import Told, told_about
from wijkteams.activiteiten.keren import one
from wijkteams.activiteiten.keren.parting import split_page
from wijkteams.activiteiten.keren.publishing import speaker_of
from wijkteams.activiteiten.models import ActiviteitPage, Keer


def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Another day or hour, a text, a number of places."""
    page, keer = _time(request, pk)
    form = DezeKeerForm(_sent(request), keer=keer)
    sent = request.method == "POST" and form.is_valid()
    if sent and _done(form, lambda: _keep(request, keer, form)):
        messages.success(request, _("Deze keer is bijgewerkt."))
        return redirect("keren:index", page.pk)
    told = told_about(keer.activiteit, [keer])
    return _screen(request, "keer.html", page, keer, form, told)


def off(request: HttpRequest, pk: int) -> HttpResponse:
    """It does not take place."""
    page, keer = _time(request, pk)
    form = AfgelastForm(_sent(request))
    if request.method == "POST" and form.is_valid():
        reason, user = form.cleaned_data["reason"], _user(request)
        if _done(form, lambda: one.cancel(keer, reason, by=user)):
            messages.success(request, _("Deze keer gaat niet door. Dat staat nu op de site."))
            return redirect("keren:index", page.pk)
    told = told_about(keer.activiteit, [keer])
    return _screen(request, "keer_afgelasten.html", page, keer, form, told)


def on(request: HttpRequest, pk: int) -> HttpResponse:
    """It takes place after all."""
    page, keer = _time(request, pk)
    form = forms.Form(_sent(request))
    if request.method == "POST" and _done(form, lambda: one.resume(keer, by=_user(request))):
        messages.success(request, _("Deze keer gaat weer door."))
        return redirect("keren:index", page.pk)
    told = told_about(keer.activiteit, [keer])
    return _screen(request, "keer_hervatten.html", page, keer, form, told)


def part(request: HttpRequest, pk: int) -> HttpResponse:
    """From this time on it is another page, that may be changed without touching what was."""
    page, keer = _time(request, pk)
    agenda = page.get_parent()
    if not agenda.permissions_for_user(request.user).can_publish_subpage():
        raise PermissionDenied
    form = forms.Form(_sent(request))
    if request.method == "POST":
        made: list[ActiviteitPage] = []
        if _done(form, lambda: made.append(split_page(page, keer, by=_user(request)))):
            messages.success(
                request,
                _("Vanaf %(day)s is het een eigen pagina. Verander hier wat er anders wordt.")
                % {"day": date_format(timezone.localtime(keer.starts_at), "j F Y")},
            )
            return redirect("wagtailadmin_pages:edit", made[0].pk)
    later = list(keer.activiteit.keren.filter(key__gte=keer.key))
    told = told_about(keer.activiteit, later)
    return _screen(request, "keer_volgende.html", page, keer, form, told)


def all_off(request: HttpRequest, page_id: int) -> HttpResponse:
    """Nothing of it takes place any more."""
    page, activiteit = activity_of(request, page_id)
    if activiteit is None:
        return redirect("keren:index", page_id)
    form = AfgelastForm(_sent(request))
    if request.method == "POST" and form.is_valid():
        one.cancel_all(activiteit, form.cleaned_data["reason"], by=_user(request))
        messages.success(request, _("De hele activiteit gaat niet door. Dat staat nu op de site."))
        return redirect("keren:index", page.pk)
    told = told_about(activiteit, activiteit.keren.upcoming().filter(cancelled_at=None))
    return _screen(request, "alles_afgelasten.html", page, None, form, told)


def all_on(request: HttpRequest, page_id: int) -> HttpResponse:
    """It takes place after all."""
    page, activiteit = activity_of(request, page_id)
    if activiteit is None or activiteit.cancelled_at is None:
        return redirect("keren:index", page_id)
    form = forms.Form(_sent(request))
    if request.method == "POST":
        one.resume_all(activiteit, by=_user(request))
        messages.success(request, _("De activiteit gaat weer door."))
        return redirect("keren:index", page.pk)
    told = told_about(activiteit, activiteit.keren.upcoming().filter(cancelled_at=None))
    return _screen(request, "alles_hervatten.html", page, None, form, told)


def _time(request: HttpRequest, pk: int) -> tuple[ActiviteitPage, Keer]:
    """A time and the page that says when it is, for who may change it."""
    keer = get_object_or_404(Keer.objects.select_related("activiteit"), pk=pk)
    if not may_change(request.user, keer.activiteit.wijk_id):
        raise PermissionDenied
    key = keer.activiteit.translation_key
    page = ActiviteitPage.objects.filter(translation_key=key).first()
    speaker = speaker_of(page) if page else None
    return speaker or get_object_or_404(ActiviteitPage, translation_key=key), keer


def _keep(request: HttpRequest, keer: Keer, form: DezeKeerForm) -> None:
    start, end = form.span()
    if keer.all_day:
        old_start, old_end = one.on_clock(keer)
        end = start + (old_end - old_start)
    if {"dag", "van", "tot"} & set(form.changed_data):
        if keer.starts_at <= timezone.now():
            raise ValidationError(too_late())
        one.move(keer, start, end, by=_user(request))
    capacity = form.cleaned_data.get("capacity", keer.capacity)
    one.describe(keer, note=form.cleaned_data["note"], capacity=capacity)


def _done(form: forms.Form, do: Callable[[], Any]) -> bool:
    """Whether it could be done; what was refused stands in the form."""
    if not form.is_valid():
        return False
    try:
        do()
    except ValidationError as refusal:
        put_errors(form, refusal)
        return False
    return True


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _user(request: HttpRequest) -> Any:
    return request.user


def _screen(
    request: HttpRequest,
    template: str,
    page: ActiviteitPage,
    keer: Keer | None,
    form: forms.Form,
    told: Told,
) -> HttpResponse:
    title = page.title
    if keer is not None:
        day = date_format(timezone.localtime(keer.starts_at), "l j F Y")
        title = f"{page.title}, {day}"
    context = {"page": page, "keer": keer, "form": form, "told": told, **frame(page, title)}
    return render(request, f"activiteiten/beheer/{template}", context)
