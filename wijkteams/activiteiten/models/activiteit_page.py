"""An activity, as an editor writes it and as a resident reads it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _
from wagtail.search import index
from wagtail.url_routing import RouteResult
from wagtail_localize.fields import SynchronizedField

from core.blocks.field import BlocksField
from core.models import BasePage
from wijkteams.activiteiten.beheer.page_form import ONLY_ON_THE_SOURCE, ActiviteitPageForm
from wijkteams.activiteiten.blocks import AfterBlock, PapersBlock, QuestionsBlock, RouteBlock
from wijkteams.activiteiten.models.choices import RESERVED, Soort
from wijkteams.activiteiten.models.good_to_know import GoodToKnowFields
from wijkteams.activiteiten.models.sign_up_fields import SignUpFields
from wijkteams.activiteiten.panels import tabs
from wijkteams.models import InWijk, Verhaal


class ActiviteitPage(SignUpFields, GoodToKnowFields, Verhaal, InWijk, BasePage):
    """Something that one can come to (requirements A1 and A14); once, or again and again.

    What counts for sign-ups and times is taken over into `Activiteit` when it is published.
    """

    soort = models.CharField(
        _("soort"),
        max_length=15,
        choices=Soort,
        default=Soort.ACTIVITEIT,
        help_text=_("Bijvoorbeeld: Bewonersavond. Dan kun je ook de agenda en het verslag kwijt."),
    )
    starts_at = models.DateTimeField(
        _("begint op"), help_text=_("De eerste keer. Bijvoorbeeld: 12-1-2027 10:00.")
    )
    ends_at = models.DateTimeField(
        _("tot"), help_text=_("Het einde van de eerste keer. Bijvoorbeeld: 12-1-2027 12:00.")
    )
    all_day = models.BooleanField(
        _("hele dag"),
        default=False,
        help_text=_("Dan tellen alleen de dagen. Bijvoorbeeld bij een straatfeest."),
    )
    herhaling = models.TextField(blank=True, editable=False)
    "The rule and the days that differ, as text (recurrence.series_text); empty: it is once."
    locatie = models.ForeignKey(
        "activiteiten.Locatie",
        verbose_name=_("plek"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Staat de plek er niet bij? Maak haar bij 'Plekken'. Bijvoorbeeld: De Brug."),
    )
    place_note = models.CharField(
        _("waar precies"),
        max_length=120,
        blank=True,
        help_text=_("Bijvoorbeeld: 'Grote zaal, ingang aan de achterkant'."),
    )
    online_link = models.URLField(
        _("link om mee te doen"),
        blank=True,
        help_text=_(
            "Alleen als het (ook) online is. Bijvoorbeeld: https://meet.voorbeeld.nl/wijk."
        ),
    )
    stukken = BlocksField(PapersBlock(), blank=True, verbose_name=_("agenda, stukken en besluiten"))
    looproute = BlocksField(RouteBlock(), blank=True, verbose_name=_("route"))
    verslag = BlocksField(AfterBlock(), blank=True, verbose_name=_("na afloop"))
    vragen = BlocksField(QuestionsBlock(), blank=True, verbose_name=_("eigen vragen"))

    voorop = models.BooleanField(
        _("vooraan op de voorpagina van de wijk"),
        default=False,
        help_text=_("Bijvoorbeeld: het straatfeest waar iedereen van moet weten."),
    )
    voorop_stad = models.BooleanField(
        _("vooraan op de voorpagina van de stad"),
        default=False,
        help_text=_("De stadsredactie kiest. Bijvoorbeeld: de Open Dag van alle wijken."),
    )

    # For its times: /<page>/<date>/ (core.routing).
    answers_behind: ClassVar[bool] = True
    parent_page_types = ["activiteiten.AgendaPage"]
    base_form_class = ActiviteitPageForm
    subpage_types: ClassVar[list[str]] = []
    visit_related: ClassVar[tuple[str, ...]] = (*InWijk.visit_related, "locatie")
    edit_handler = tabs()
    # When it is and for how many is the same in every language: a translator is not asked.
    override_translatable_fields: ClassVar[list[Any]] = [
        *BasePage.override_translatable_fields,
        *(
            SynchronizedField(name, overridable=False)
            for name in ("starts_at", "ends_at", "all_day", *ONLY_ON_THE_SOURCE)
        ),
    ]
    search_fields: ClassVar[list[Any]] = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.SearchField("organiser"),
        index.FilterField("wijk"),
    ]

    class Meta:
        verbose_name = _("activiteit")
        verbose_name_plural = _("activiteiten")

    def clean(self) -> None:
        super().clean()
        if self.starts_at and self.ends_at and self.ends_at <= self.starts_at:
            raise ValidationError({"ends_at": _("Het einde moet na het begin liggen.")})
        if self.slug in RESERVED:
            raise ValidationError({"slug": _("Daar staat al een formulier. Kies een ander adres.")})

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Also answer for one time: `/<page>/<date>/` is a row, not a page."""
        from wijkteams.activiteiten.agenda.routing import route_time

        found = route_time(self, path_components) if path_components else None
        result: RouteResult = found or super().route(request, path_components)
        return result

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        from wijkteams.activiteiten.agenda.routing import serve_time

        if "dag" in kwargs:
            return serve_time(self, request, kwargs["dag"])
        answer: HttpResponseBase = super().serve(request, *args, **kwargs)
        return answer

    def structured_data(self, request: HttpRequest) -> dict[str, Any] | None:
        from wijkteams.activiteiten.structured import event

        return event(self, request)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from wijkteams.activiteiten.agenda.detail import activity_context
        from wijkteams.activiteiten.agenda.occasion import occasion_of
        from wijkteams.activiteiten.agenda.one_time import time_frame

        occasion = occasion_of(self)
        context = super().get_context(request, *args, **kwargs)
        context |= activity_context(self, request)
        return {**context, **time_frame(self, occasion, context, request)}
