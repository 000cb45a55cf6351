"""The identity of a survey, whatever language it is read in."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from enquetes.models.choices import Anonimiteit, Stand, Toegang, Zichtbaar
from wijkteams.querysets import InOwnWijkQuerySet

if TYPE_CHECKING:
    from enquetes.models.enquete_page import EnquetePage
    from enquetes.models.versie import Versie


class EnqueteQuerySet(InOwnWijkQuerySet["Enquete"]):
    """Surveys."""

    def of_page(self, page: EnquetePage) -> Self:
        """The identity of this page: the same for its translations."""
        return self.filter(translation_key=page.translation_key)

    def with_wijk(self) -> Self:
        """With the ward, for its colours: of its border, which is heavy, nobody asks here."""
        return self.select_related("wijk").defer("wijk__boundary", "wijk__imported")

    def locked(self, pk: int) -> Enquete:
        """The survey, held until the transaction ends. Raises DoesNotExist.

        On SQLite the transaction itself holds everything (IMMEDIATE).
        """
        return self.select_for_update(of=("self",)).get(pk=pk)


class Enquete(models.Model):
    """A survey as it was last published. `EnquetePage` is its face, one in each language; its
    answers hang here. Written by `publishing` when the page that speaks is published.
    """

    translation_key = models.UUIDField(unique=True, editable=False)
    wijk = models.ForeignKey(
        "wijkteams.Wijk",
        null=True,
        on_delete=models.CASCADE,
        related_name="enquetes",
        verbose_name=_("wijk"),
    )
    code = models.CharField(max_length=10, unique=True)
    "Short, random and public: in the address of the form and on paper."
    title = models.CharField(_("titel"), max_length=255)
    is_live = models.BooleanField(_("gepubliceerd"), default=False)
    toegang = models.CharField(max_length=10, choices=Toegang, default=Toegang.OPEN)
    anonimiteit = models.CharField(max_length=15, choices=Anonimiteit, default=Anonimiteit.ANONIEM)
    opens_at = models.DateTimeField(null=True)
    closes_at = models.DateTimeField(null=True)
    zichtbaar = models.CharField(max_length=12, choices=Zichtbaar, default=Zichtbaar.NA_SLUITING)
    eerlijk_afsluiten = models.BooleanField(default=True)
    "Until it is closed the team sees how many answered, and not what."
    drempel = models.PositiveSmallIntegerField(default=5)
    "No figure about fewer people is shown; split by something: twice as many (requirement S9)."
    doel = models.PositiveIntegerField(null=True)
    "How many answers the team hopes for."
    uitslag_mailen = models.BooleanField(default=True)
    "Whether one may leave an address to hear the results."
    uitslag_op = models.DateTimeField(null=True)
    "When the team published the results."
    teruggehaald = models.BooleanField(default=False)
    "The team took the results back: what else is seen at once is not seen any more either."
    bewaarmaanden = models.PositiveSmallIntegerField(_("bewaren na sluiting"), default=12)
    "In months; the team may choose fewer (requirement S14)."
    bewaard_tot = models.DateField(null=True)
    "The day on which the answers themselves go; the figures stay."
    vorige = models.ForeignKey(
        "self", null=True, on_delete=models.SET_NULL, related_name="volgende"
    )
    "The survey with which its figures are compared: questions with the same id."
    created_at = models.DateTimeField(auto_now_add=True)

    objects = EnqueteQuerySet.as_manager()

    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("enquête")
        verbose_name_plural = _("enquêtes")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    @property
    def versie(self) -> Versie | None:
        """The questions that are asked now."""
        return self.versies.order_by("-nummer").first()

    @cached_property
    def asked(self) -> Versie | None:
        """The same for who only reads it, maybe several times for one answer to a visitor."""
        return self.versies.to_read().order_by("-nummer").first()

    def stand(self, now: datetime | None = None) -> Stand:
        """How far it is at this moment."""
        now = now or timezone.now()
        if self.uitslag_op:
            return Stand.UITSLAG
        if not self.is_live:
            return Stand.CONCEPT
        if self.opens_at and now < self.opens_at:
            return Stand.GEPLAND
        if self.closes_at and now >= self.closes_at:
            return Stand.GESLOTEN
        return Stand.OPEN

    @property
    def is_anoniem(self) -> bool:
        return self.anonimiteit == Anonimiteit.ANONIEM
