"""The single truth about rights, and the invitation that leads to it."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from wijkteams.querysets import TeamQuerySet
from wijkteams.roles import CITY_ROLES, Rol

_ROLE_FITS_WIJK = models.Q(rol__in=sorted(CITY_ROLES), wijk__isnull=True) | (
    ~models.Q(rol__in=sorted(CITY_ROLES)) & models.Q(wijk__isnull=False)
)


def check_role_fits_wijk(rol: str, has_wijk: bool) -> None:
    """Ward roles need a ward, city roles have none; raises ValidationError at the field."""
    if rol in CITY_ROLES and has_wijk:
        raise ValidationError({"wijk": _("Deze rol geldt voor de hele stad: laat de wijk leeg.")})
    if rol not in CITY_ROLES and not has_wijk:
        raise ValidationError({"wijk": _("Kies de wijk waarvoor deze rol geldt.")})


class Lidmaatschap(models.Model):
    """What a user may do in a ward, or (without wijk) in the city."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("persoon"),
        on_delete=models.CASCADE,
        related_name="lidmaatschappen",
    )
    wijk = models.ForeignKey(
        "wijkteams.Wijk",
        verbose_name=_("wijk"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="lidmaatschappen",
    )
    rol = models.CharField(_("rol"), max_length=20, choices=Rol)
    created_at = models.DateTimeField(_("sinds"), auto_now_add=True)

    objects = TeamQuerySet["Lidmaatschap"].as_manager()

    class Meta:
        verbose_name = _("lidmaatschap")
        verbose_name_plural = _("lidmaatschappen")
        ordering = ["wijk__name", "rol", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "wijk", "rol"],
                name="lidmaatschap_once",
            ),
            models.UniqueConstraint(
                fields=["user", "rol"],
                condition=models.Q(wijk=None),
                name="lidmaatschap_city_once",
            ),
            models.CheckConstraint(condition=_ROLE_FITS_WIJK, name="lidmaatschap_rol_fits_wijk"),
        ]

    def __str__(self) -> str:
        return f"{self.get_rol_display()} – {self.wijk or _('de stad')}: {self.user}"

    def clean(self) -> None:
        super().clean()
        check_role_fits_wijk(self.rol, self.wijk_id is not None)


class Uitnodiging(models.Model):
    """An invitation by mail to take a role; only a hash of its link is kept."""

    email = models.EmailField(_("e-mailadres"))
    wijk = models.ForeignKey(
        "wijkteams.Wijk",
        verbose_name=_("wijk"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="uitnodigingen",
    )
    rol = models.CharField(_("rol"), max_length=20, choices=Rol)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uitgenodigd door"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    created_at = models.DateTimeField(_("verstuurd"), auto_now_add=True)
    expires_at = models.DateTimeField(_("geldig tot"))
    accepted_at = models.DateTimeField(_("aangenomen"), null=True, blank=True)

    objects = TeamQuerySet["Uitnodiging"].as_manager()

    class Meta:
        verbose_name = _("uitnodiging")
        verbose_name_plural = _("uitnodigingen")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.CheckConstraint(condition=_ROLE_FITS_WIJK, name="uitnodiging_rol_fits_wijk")
        ]

    def __str__(self) -> str:
        return f"{self.email}: {self.get_rol_display()} – {self.wijk or _('de stad')}"

    def clean(self) -> None:
        super().clean()
        check_role_fits_wijk(self.rol, self.wijk_id is not None)

    @property
    def is_open(self) -> bool:
        """Whether the link in the mail still works."""
        return self.accepted_at is None and self.expires_at > timezone.now()
