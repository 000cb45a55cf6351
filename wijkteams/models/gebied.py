"""What a ward covers: areas, neighbourhoods, postcodes, figures, and addresses it once had."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkteams.models.wijk import Wijk
from wijkteams.querysets import InOwnWijkQuerySet


class Gebiedscode(models.Model):
    """A CBS code of an area that this ward covers; one ward may cover several."""

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="gebiedscodes")
    code = models.CharField(_("CBS-code"), max_length=10, unique=True)

    objects = InOwnWijkQuerySet["Gebiedscode"].as_manager()

    class Meta:
        verbose_name = _("gebiedscode")
        verbose_name_plural = _("gebiedscodes")
        ordering = ["code"]

    def __str__(self) -> str:
        return self.code


class Buurt(models.Model):
    """A neighbourhood within a ward, by the CBS or as residents feel it."""

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="buurten")
    code = models.CharField(_("CBS-code"), max_length=10, unique=True, null=True, blank=True)
    name = models.CharField(_("naam"), max_length=100)
    slug = models.SlugField(_("adres"), max_length=60)
    boundary = models.JSONField(_("grens"), null=True, blank=True)
    imported = models.JSONField(default=dict, blank=True, editable=False)

    objects = InOwnWijkQuerySet["Buurt"].as_manager()

    class Meta:
        verbose_name = _("buurt")
        verbose_name_plural = _("buurten")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["wijk", "slug"], name="buurt_slug_unique_in_wijk")
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        self.code = self.code or None


class Postcode(models.Model):
    """A postcode (four digits, or with two letters) of which at least a part lies in the ward."""

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="postcodes")
    postcode = models.CharField(_("postcode"), max_length=6, db_index=True)

    objects = InOwnWijkQuerySet["Postcode"].as_manager()

    class Meta:
        verbose_name = _("postcode")
        verbose_name_plural = _("postcodes")
        ordering = ["postcode"]
        constraints = [
            models.UniqueConstraint(fields=["wijk", "postcode"], name="postcode_once_per_wijk")
        ]

    def __str__(self) -> str:
        return self.postcode


class Kerncijfer(models.Model):
    """One figure about a ward, with its year and source."""

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="kerncijfers")
    indicator = models.SlugField(_("indicator"), max_length=60)
    jaar = models.PositiveSmallIntegerField(_("jaar"))
    waarde = models.DecimalField(_("waarde"), max_digits=14, decimal_places=2)
    bron = models.CharField(_("bron"), max_length=120, blank=True)

    objects = InOwnWijkQuerySet["Kerncijfer"].as_manager()

    class Meta:
        verbose_name = _("kerncijfer")
        verbose_name_plural = _("kerncijfers")
        ordering = ["indicator", "-jaar"]
        constraints = [
            models.UniqueConstraint(
                fields=["wijk", "indicator", "jaar"], name="kerncijfer_once_a_year"
            )
        ]

    def __str__(self) -> str:
        return f"{self.indicator} {self.jaar}: {self.waarde}"


class OudAdres(models.Model):
    """An address that a ward once had: everything under it leads on to the new one."""

    wijk = models.ForeignKey(Wijk, on_delete=models.CASCADE, related_name="oude_adressen")
    slug = models.SlugField(_("oud adres"), max_length=60, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = InOwnWijkQuerySet["OudAdres"].as_manager()

    class Meta:
        verbose_name = _("oud adres")
        verbose_name_plural = _("oude adressen")
        ordering = ["slug"]

    def __str__(self) -> str:
        return self.slug
