"""Drawings made from the boundaries of wards, kept as files that never change."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkteams.models.wijk import Wijk
from wijkteams.querysets import InOwnWijkQuerySet


class Tekening(models.Model):
    """A drawing: where its file stands, how large it is, and what it was made from."""

    file = models.CharField(_("bestand"), max_length=120)
    width = models.PositiveSmallIntegerField(_("breedte"))
    height = models.PositiveSmallIntegerField(_("hoogte"))
    source_hash = models.CharField(max_length=64, editable=False)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.file

    @property
    def url(self) -> str:
        """The address of the file; it holds a hash of the content, so it may be cached for ever."""
        return default_storage.url(self.file)


class Kaart(Tekening):
    """The map of the wards of one gemeente; wards without a gemeente share one."""

    key = models.SlugField(max_length=80, unique=True, editable=False)
    gemeente = models.CharField(_("gemeente"), max_length=80, blank=True)

    class Meta:
        verbose_name = _("kaart")
        verbose_name_plural = _("kaarten")
        ordering = ["gemeente", "key"]


class Omtrek(Tekening):
    """The outline of one ward, and the number that it has on the map."""

    wijk = models.OneToOneField(Wijk, on_delete=models.CASCADE, related_name="omtrek")
    number = models.PositiveSmallIntegerField(_("nummer op de kaart"))

    objects = InOwnWijkQuerySet["Omtrek"].as_manager()

    class Meta:
        verbose_name = _("omtrek")
        verbose_name_plural = _("omtrekken")
        ordering = ["pk"]


class Gezicht(models.Model):
    """How a ward looks in a browser tab, on a telephone and in a shared link: four drawings."""

    wijk = models.OneToOneField(Wijk, on_delete=models.CASCADE, related_name="gezicht")
    icon = models.CharField(_("pictogram"), max_length=120)
    small_icon = models.CharField(_("pictogram van 32 beeldpunten"), max_length=120)
    touch_icon = models.CharField(_("pictogram van 180 beeldpunten"), max_length=120)
    card = models.CharField(_("deelkaart"), max_length=120)
    source_hash = models.CharField(max_length=64, editable=False)

    objects = InOwnWijkQuerySet["Gezicht"].as_manager()

    class Meta:
        verbose_name = _("gezicht")
        verbose_name_plural = _("gezichten")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.card

    @property
    def files(self) -> tuple[str, ...]:
        """The places of the drawings; each holds a hash of its content."""
        return self.icon, self.small_icon, self.touch_icon, self.card
