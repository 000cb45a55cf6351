"""The journal of imports: what a run of the importer did, object by object."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkteams.querysets import OfTheCityQuerySet


def private_storage() -> Storage:
    """Uploaded files are nobody's business but the city editors'."""
    return storages["private"]


class Importronde(models.Model):
    """One run of the ward importer: from the preview to the last row, and back again."""

    class Status(models.TextChoices):
        VOORBEELD = "voorbeeld", _("Voorbeeld: nog niet ingelezen")
        WACHT = "wacht", _("Wacht op uitvoering")
        BEZIG = "bezig", _("Bezig")
        KLAAR = "klaar", _("Klaar")
        DEELS = "deels", _("Deels uitgevoerd")
        TERUGDRAAIEN = "terugdraaien", _("Wordt teruggedraaid")
        ONGEDAAN = "ongedaan", _("Teruggedraaid")

    status = models.CharField(
        _("status"), max_length=20, choices=Status.choices, default=Status.BEZIG
    )
    created_at = models.DateTimeField(_("gemaakt op"), auto_now_add=True)
    updated_at = models.DateTimeField(_("bijgewerkt op"), auto_now=True)
    finished_at = models.DateTimeField(_("klaar op"), null=True, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("gestart door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    file_name = models.CharField(_("bestand"), max_length=255)
    sha256 = models.CharField(_("vingerafdruk van het bestand"), max_length=64)
    arguments = models.JSONField(_("opties"), default=dict, blank=True)
    counts = models.JSONField(_("aantallen"), default=dict, blank=True)
    preview = models.JSONField(_("voorbeeld"), default=list, blank=True)
    warnings = models.JSONField(_("waarschuwingen"), default=list, blank=True)
    message = models.TextField(_("melding"), blank=True)
    total = models.PositiveIntegerField(_("aantal wijken"), default=0)
    done = models.PositiveIntegerField(_("aantal wijken klaar"), default=0)
    wijken_file = models.FileField(
        _("bestand met wijken"), storage=private_storage, upload_to="importrondes", blank=True
    )
    buurten_file = models.FileField(
        _("bestand met buurten"), storage=private_storage, upload_to="importrondes", blank=True
    )
    kerncijfers_file = models.FileField(
        _("bestand met kerncijfers"), storage=private_storage, upload_to="importrondes", blank=True
    )

    objects = OfTheCityQuerySet["Importronde"].as_manager()

    class Meta:
        verbose_name = _("importronde")
        verbose_name_plural = _("importrondes")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.file_name} ({self.get_status_display()})"

    @property
    def is_running(self) -> bool:
        """Whether the page about this run should look again in a moment."""
        return self.status in {self.Status.WACHT, self.Status.BEZIG, self.Status.TERUGDRAAIEN}

    @property
    def can_be_undone(self) -> bool:
        return self.status in {self.Status.KLAAR, self.Status.DEELS}


class Importregel(models.Model):
    """What one run did with one object, and how that object looked before and after."""

    class Soort(models.TextChoices):
        WIJK = "wijk", _("wijk")
        BUURT = "buurt", _("buurt")
        KERNCIJFERS = "kerncijfers", _("kerncijfers")

    class Actie(models.TextChoices):
        GEMAAKT = "gemaakt", _("gemaakt")
        GEWIJZIGD = "gewijzigd", _("gewijzigd")
        ONGEWIJZIGD = "ongewijzigd", _("ongewijzigd")
        OVERGESLAGEN = "overgeslagen", _("overgeslagen")

    ronde = models.ForeignKey(
        Importronde, verbose_name=_("importronde"), on_delete=models.CASCADE, related_name="regels"
    )
    kind = models.CharField(_("soort"), max_length=20, choices=Soort.choices)
    code = models.CharField(_("code"), max_length=20, blank=True, db_index=True)
    name = models.CharField(_("naam"), max_length=255, blank=True)
    wijk_code = models.CharField(_("code van de wijk"), max_length=20, blank=True)
    action = models.CharField(_("actie"), max_length=20, choices=Actie.choices)
    reason = models.TextField(_("reden"), blank=True)
    before: models.JSONField[Any, Any] = models.JSONField(
        _("voor"), default=dict, blank=True, encoder=DjangoJSONEncoder
    )
    after: models.JSONField[Any, Any] = models.JSONField(
        _("na"), default=dict, blank=True, encoder=DjangoJSONEncoder
    )
    undone_at = models.DateTimeField(_("teruggedraaid op"), null=True, blank=True)
    undo_reason = models.TextField(_("waarom niet teruggedraaid"), blank=True)

    class Meta:
        verbose_name = _("importregel")
        verbose_name_plural = _("importregels")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.code}: {self.get_action_display()}"
