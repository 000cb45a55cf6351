"""Who can log in. What somebody may do stands in wijkteams.Lidmaatschap."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class UserManager(BaseUserManager["User"]):
    """Users are known by their e-mail address, always stored in lower case."""

    def create_user(self, email: str, password: str | None = None, **extra: Any) -> User:
        """Make a user; without a password nobody can log in until one is set by a link."""
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=email, **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **extra: Any) -> User:
        """Make a user who may do everything; for who runs the site."""
        return self.create_user(email, password, is_staff=True, is_superuser=True, **extra)

    def get_by_natural_key(self, username: str | None) -> User:
        """Find the user who logs in, whatever capitals were typed."""
        return self.get(email=(username or "").lower())


class User(AbstractUser):
    """A volunteer, partner or runner of the site who can log in, by e-mail address."""

    username = None  # type: ignore[assignment]
    email = models.EmailField(
        _("e-mailadres"), unique=True, error_messages={"unique": _("Dit adres is al in gebruik.")}
    )
    # When we mailed that the account goes: see accounts.inactivity. Logging in empties them.
    warned_30_at = models.DateTimeField(
        _("30 dagen vooraf gewaarschuwd op"), null=True, editable=False
    )
    warned_7_at = models.DateTimeField(
        _("7 dagen vooraf gewaarschuwd op"), null=True, editable=False
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    objects: ClassVar[UserManager] = UserManager()  # type: ignore[assignment]

    class Meta:
        verbose_name = _("gebruiker")
        verbose_name_plural = _("gebruikers")
        constraints = [
            models.UniqueConstraint(Lower("email"), name="user_email_unique_whatever_capitals")
        ]

    def clean(self) -> None:
        super().clean()
        self.email = self.email.lower()

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.email = self.email.lower()
        super().save(*args, **kwargs)

    def __str__(self) -> str:
        return self.get_full_name() or self.email


class Apparaat(models.Model):
    """A browser in which somebody is logged in, in words that the owner recognises."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="apparaten")
    session_key = models.CharField(max_length=40, unique=True, editable=False)
    device = models.CharField(_("apparaat"), max_length=80)
    created_at = models.DateTimeField(_("ingelogd op"), default=timezone.now)
    seen_on = models.DateField(_("laatst gezien"), default=timezone.localdate)

    class Meta:
        verbose_name = _("apparaat")
        verbose_name_plural = _("apparaten")
        ordering = ["-seen_on", "-pk"]

    def __str__(self) -> str:
        return self.device
