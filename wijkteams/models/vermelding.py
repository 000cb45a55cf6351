"""The listing row: what lists, feeds and search engines show of something, ready to read."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page

from wijkteams.models.wijk import Wijk
from wijkteams.querysets import InOwnWijkQuerySet

PUBLIC = models.Q(is_public=True)
# Few things go on for days: an index of just those finds what began long ago and still goes on.
RUNNING = PUBLIC & models.Q(last_day__isnull=False)
# Behind what a list is ordered by: what it may leave out, so that it is chosen in the index.
SIEVE = ("ends_at", "last_day", "marks")


class Vermelding(models.Model):
    """One published thing in one language, as lists show it; of a series one row for each date.

    Kept by `wijkteams.vermeldingen`, never by hand. There is none of what is not published. Name,
    colours and address of the ward are not here: lists read them along.
    """

    kind = models.CharField(_("soort"), max_length=20)
    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    object_id = models.PositiveBigIntegerField()
    page = models.ForeignKey(Page, null=True, on_delete=models.CASCADE, related_name="vermeldingen")
    occurrence = models.CharField(_("keer"), max_length=40, blank=True)
    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+", db_index=False)
    translation_key = models.UUIDField()
    title = models.CharField(_("titel"), max_length=255)
    url = models.TextField(_("adres"))
    summary = models.TextField(_("samenvatting"), blank=True)
    starts_at = models.DateTimeField(_("van"), null=True)
    ends_at = models.DateTimeField(_("tot"), null=True)
    has_time = models.BooleanField(_("met tijdstip"), default=False)
    last_day = models.DateField(_("laatste dag"), null=True)
    "Of what goes on for more than one day."
    relevant_until = models.DateField(_("van belang tot en met"), null=True)
    image = models.ForeignKey(
        "wijkteams.Image", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    picture = models.JSONField(_("foto"), null=True)
    picture_until = models.DateField(_("foto tot en met"), null=True)
    status = models.CharField(_("stand"), max_length=20, blank=True)
    place = models.CharField(_("plek"), max_length=200, blank=True)
    marks = models.BigIntegerField(_("kenmerken"), default=0)
    "A bit for each of the kind's `marks` (vermeldingen.registry)."
    wijk = models.ForeignKey(Wijk, null=True, on_delete=models.CASCADE, related_name="+")
    is_public = models.BooleanField(_("voor iedereen"), default=False)
    first_published_at = models.DateTimeField(_("eerst gepubliceerd"), null=True)
    last_published_at = models.DateTimeField(_("laatst gewijzigd"), null=True)

    objects = InOwnWijkQuerySet["Vermelding"].as_manager()

    # Nobody has to know of it before a photo or a page may go.
    wagtail_reference_index_ignore: ClassVar[bool] = True

    class Meta:
        verbose_name = _("vermelding")
        verbose_name_plural = _("vermeldingen")
        ordering = ["-starts_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "locale", "occurrence"],
                name="vermelding_once",
            )
        ]
        # A condition, not a column: SQLite looks up no bare boolean in an index.
        indexes = [
            models.Index(
                fields=["kind", "locale", "-starts_at", "-id", *SIEVE],
                condition=PUBLIC,
                name="vermelding_newest",
            ),
            models.Index(
                fields=["place", "kind", "locale", "-starts_at", "-id", *SIEVE],
                condition=PUBLIC,
                name="vermelding_at_place",
            ),
            models.Index(
                fields=["kind", "locale", "ends_at"], condition=RUNNING, name="vermelding_running"
            ),
            models.Index(fields=["translation_key", "locale"], name="vermelding_versions"),
            models.Index(
                fields=["occurrence", "object_id", "locale", "last_published_at"],
                condition=PUBLIC,
                name="vermelding_sitemap",
            ),
        ]

    def __str__(self) -> str:
        return self.title
