"""What an account says about a person."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import QuerySet
from django.db.models.fields.files import FieldFile
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from accounts import devices
from accounts.inactivity import INACTIVE, removable
from accounts.models import User
from core.privacy import Person, Processing, register


def _export(person: Person) -> list[dict[str, Any]]:
    return [
        {
            "e-mailadres": user.email,
            "voornaam": user.first_name,
            "achternaam": user.last_name,
            "account sinds": user.date_joined.isoformat(),
            "laatst ingelogd": _moment(user.last_login),
            "30 dagen vooraf gewaarschuwd": _moment(user.warned_30_at),
            "7 dagen vooraf gewaarschuwd": _moment(user.warned_7_at),
            "tweede stap": [
                {
                    "soort": one.type,
                    "sinds": one.created_at.isoformat(),
                    "laatst gebruikt": _moment(one.last_used_at),
                }
                for one in Authenticator.objects.filter(user=user).order_by("pk")
            ],
            "ingelogd op": [
                {"apparaat": one.device, "laatst gezien": one.seen_on.isoformat()}
                for one in user.apparaten.all()
            ],
        }
        for user in User.objects.filter(email=person.email)
    ]


def _portrait(person: Person) -> list[tuple[str, FieldFile]]:
    profiles = UserProfile.objects.filter(user__email=person.email).exclude(avatar="")
    return [("profielfoto", profile.avatar) for profile in profiles]


def _moment(value: datetime | None) -> str:
    return value.isoformat() if value else ""


def _erase(person: Person) -> int:
    EmailAddress.objects.filter(email__iexact=person.email).delete()
    return delete_users(User.objects.filter(email=person.email))


def _purge(now: datetime) -> int:
    return delete_users(removable(now)) + devices.purge(now)


def delete_users(users: QuerySet[User]) -> int:
    """Remove accounts with their portraits and what the log says about the accounts themselves."""
    pks = list(users.values_list("pk", flat=True))
    for profile in UserProfile.objects.filter(user_id__in=pks).exclude(avatar=""):
        storage, name = profile.avatar.storage, profile.avatar.name
        transaction.on_commit(lambda s=storage, n=name: s.delete(n))  # type: ignore[misc]
    ModelLogEntry.objects.filter(
        content_type=ContentType.objects.get_for_model(User), object_id__in=[str(pk) for pk in pks]
    ).delete()
    for model, field in _links():
        model._base_manager.filter(**{f"{field}__in": pks}).update(**{field: None})
    User.objects.filter(pk__in=pks).delete()
    return len(pks)


def _links() -> list[tuple[Any, str]]:
    """Links that the database does not empty by itself: Wagtail's logs."""
    from core.privacy.sweep import user_links

    return [(model, field.attname) for model, field in user_links() if field.null]


KEPT = (
    _("naam"),
    _("e-mailadres"),
    _("wachtwoord (onleesbaar bewaard)"),
    _("uw tweede stap om in te loggen (versleuteld of onleesbaar bewaard)"),
    _("wanneer u het laatst inlogde"),
    _("met welke soort browser u bent ingelogd, zolang u ingelogd bent"),
    _("wanneer we u mailden dat uw account vervalt"),
    _("uw instellingen"),
)
COVERS = {
    "accounts.User": ("email", "first_name", "last_name", "password"),
    "accounts.User_groups": ("user",),
    "accounts.User_user_permissions": ("user",),
    "accounts.Apparaat": ("user", "device", "session_key"),
    "mfa.Authenticator": ("user", "data"),
    "account.EmailAddress": ("user", "email"),
    "account.EmailConfirmation": ("email_address",),
    "wagtailusers.UserProfile": ("user", "avatar"),
    "wagtailcore.APIToken": ("user", "name", "key_hash"),
}


def declare() -> None:
    """Called when the app is ready."""
    register(
        Processing(
            key="account",
            title=_("Account om aan de site te werken"),
            who=_("Vrijwilligers en medewerkers die aan de site werken"),
            data=KEPT,
            purpose=_("U laten inloggen, en alleen u."),
            ground=_("Overeenkomst: u werkt mee aan de site."),
            retention=_(
                "Tot 24 maanden nadat u het laatst inlogde, of tot u vraagt het te wissen. "
                "30 dagen en 7 dagen voordat uw account vervalt, krijgt u een mail."
            ),
            keep=INACTIVE,
            covers=COVERS,
            export=_export,
            files=_portrait,
            erase=_erase,
            purge=_purge,
            order=90,
        )
    )
