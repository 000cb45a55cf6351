"""What an editor is told after saving an activity: when it is, in words, and what looks like it."""

from __future__ import annotations

from collections.abc import Callable

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin import messages

from wijkteams.activiteiten.beheer.hints import similar_to
from wijkteams.activiteiten.beheer.sentence import sentence
from wijkteams.activiteiten.keren.publishing import speaks
from wijkteams.activiteiten.keren.series import series_of_page
from wijkteams.activiteiten.models import Aanmelding, Activiteit, ActiviteitPage


def say_when(request: HttpRequest, page: ActiviteitPage) -> None:
    """Once for each time that somebody chose to save; what saves by itself says nothing."""
    if not request.accepts("text/html") or not speaks(page):
        return
    try:
        series = series_of_page(page)
    except ValidationError:
        return
    messages.info(request, sentence(series), buttons=_buttons(page))
    for one in similar_to(page, series)[:1]:
        day = date_format(timezone.localtime(one.starts_at), "j F Y")
        edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
        text = format_html(
            _("Staat dit al in de agenda? '{title}' op {day} lijkt erop."),
            title=one.page.title,
            day=day,
        )
        messages.warning(
            request, text, buttons=[messages.button(edit, _("Bekijk je eigen pagina"))]
        )


def removing_takes(number: int) -> str:
    """What happens to sign-ups when their page is removed."""
    return _(
        "Aanmeldingen voor deze activiteit: %(number)s. Die verdwijnen mee. Laat haar "
        "liever niet doorgaan: dan krijgt iedereen bericht, met de reden."
    ) % {"number": number}


def hiding_leaves(number: int) -> str:
    """What happens to sign-ups when their page is no longer public."""
    return _(
        "Aanmeldingen voor deze activiteit: %(number)s. Zij hebben nog niets gehoord. Gaat "
        "zij niet door? Zeg het dan hier: dan krijgt iedereen bericht, met de reden."
    ) % {"number": number}


def warn_of_people(
    request: HttpRequest, page: ActiviteitPage, words: Callable[[int], str] = removing_takes
) -> None:
    """How many signed up for what is still to come, in these words, when a page goes."""
    activiteit = Activiteit.objects.of_page(page).first()
    if activiteit is None or not speaks(page):
        return
    coming = activiteit.keren.upcoming()
    rows = activiteit.aanmeldingen.filter(status__in=Aanmelding.HOLDING)
    number = rows.filter(keer__in=coming.values("pk")).count() + rows.filter(keer=None).count()
    if number:
        messages.warning(
            request,
            words(number),
            buttons=[messages.button(reverse("keren:all_off", args=[page.pk]), _("Niet doorgaan"))],
        )


def _buttons(page: ActiviteitPage) -> list[object]:
    if not page.live:
        return []
    return [messages.button(reverse("keren:index", args=[page.pk]), _("Bekijk alle keren"))]
