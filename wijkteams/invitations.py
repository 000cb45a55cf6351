"""Inviting somebody into a team by mail. Only a hash of the link is kept."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Site

from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen
from wijkteams.models import Lidmaatschap, Uitnodiging, Wijk
from wijkteams.team import check_may_grant, give_role

if TYPE_CHECKING:
    from accounts.models import User

VALID_FOR = timedelta(days=7)
TOKEN_BYTES = 32


class InvitationGone(Exception):  # noqa: N818 - named for its reason, as all refusals here
    """No open invitation belongs to this link: wrong, used, withdrawn or too old."""


class AccountExists(Exception):  # noqa: N818
    """Whoever is invited can log in already, and must do so to accept."""


class NotYourInvitation(Exception):  # noqa: N818
    """This invitation is for somebody else's address."""


@dataclass(frozen=True)
class SentInvitation:
    """An invitation and its link: the only moment at which the link is known."""

    uitnodiging: Uitnodiging
    link: str


@transaction.atomic
def invite(
    *, email: str, wijk: Wijk | None, rol: str, invited_by: User | None = None
) -> SentInvitation:
    """Invite somebody to take a role, and put the mail in the outbox.

    Without `invited_by` it is the site's own doing (a command). Raises ValidationError by field
    for a role that may not be given here or that somebody has already. An earlier invitation for
    the same role is replaced: its link stops working.
    """
    email = email.strip().lower()
    if invited_by is not None:
        check_may_grant(invited_by, wijk.pk if wijk else None, rol)
    if Lidmaatschap.objects.filter(user__email=email, wijk=wijk, rol=rol).exists():
        raise ValidationError({"email": _("Dit adres heeft deze rol hier al.")})
    Uitnodiging.objects.filter(email=email, wijk=wijk, rol=rol, accepted_at=None).delete()
    token = secrets.token_urlsafe(TOKEN_BYTES)
    uitnodiging = Uitnodiging(
        email=email,
        wijk=wijk,
        rol=rol,
        invited_by=invited_by,
        token_hash=hash_token(token),
        expires_at=timezone.now() + VALID_FOR,
    )
    uitnodiging.full_clean()
    uitnodiging.save()
    log(uitnodiging, "wagtail.create", user=invited_by)
    return _send(uitnodiging, token)


@transaction.atomic
def resend(uitnodiging: Uitnodiging, *, sent_by: User) -> SentInvitation:
    """Send the invitation again with a new link and a new term; the old link stops working."""
    if uitnodiging.accepted_at is not None:
        raise ValidationError(_("Deze uitnodiging is al aangenomen."))
    return invite(
        email=uitnodiging.email, wijk=uitnodiging.wijk, rol=uitnodiging.rol, invited_by=sent_by
    )


@transaction.atomic
def withdraw(uitnodiging: Uitnodiging, *, withdrawn_by: User) -> None:
    """Take an invitation back: its link stops working at once."""
    check_may_grant(withdrawn_by, uitnodiging.wijk_id, uitnodiging.rol)
    log(uitnodiging, "wagtail.delete", user=withdrawn_by, deleted=True)
    uitnodiging.delete()


def open_invitation(token: str) -> Uitnodiging:
    """The invitation of a link; changes nothing. Raises InvitationGone."""
    found = Uitnodiging.objects.select_related("wijk", "invited_by")
    uitnodiging = found.filter(token_hash=hash_token(token)).first()
    if uitnodiging is None or not uitnodiging.is_open or not _sender_still_may(uitnodiging):
        raise InvitationGone
    return uitnodiging


def _sender_still_may(uitnodiging: Uitnodiging) -> bool:
    """Whoever left the team lets nobody in any more, not by an old link either."""
    if uitnodiging.invited_by is None:
        return True
    try:
        check_may_grant(uitnodiging.invited_by, uitnodiging.wijk_id, uitnodiging.rol)
    except ValidationError:
        return False
    return True


def account_of(uitnodiging: Uitnodiging) -> User | None:
    """Whoever logs in with the invited address, if anybody does."""
    return get_user_model().objects.filter(email=uitnodiging.email).first()


@transaction.atomic
def accept_with_new_account(token: str, *, first_name: str, last_name: str, password: str) -> User:
    """Make an account for the invited address and give it the role. The link works once."""
    uitnodiging = _locked(token)
    if account_of(uitnodiging) is not None:
        raise AccountExists
    user = get_user_model().objects.create_user(
        email=uitnodiging.email, password=password, first_name=first_name, last_name=last_name
    )
    log(user, "wagtail.create", user=uitnodiging.invited_by)
    _accept(uitnodiging, user)
    return user


@transaction.atomic
def accept(token: str, *, user: User) -> Lidmaatschap:
    """Give the role to somebody who has an account, and only to the one who was invited."""
    uitnodiging = _locked(token)
    if user.email != uitnodiging.email or not user.is_active:
        raise NotYourInvitation
    return _accept(uitnodiging, user)


def hash_token(token: str) -> str:
    """What the database keeps of a link."""
    return hashlib.sha256(token.encode()).hexdigest()


def _accept(uitnodiging: Uitnodiging, user: User) -> Lidmaatschap:
    uitnodiging.accepted_at = timezone.now()
    uitnodiging.save(update_fields=["accepted_at"])
    return give_role(
        user=user, wijk=uitnodiging.wijk, rol=uitnodiging.rol, given_by=uitnodiging.invited_by
    )


def _locked(token: str) -> Uitnodiging:
    """The open invitation of a link, held: of two clicks at once, one finds it used."""
    uitnodiging = open_invitation(token)
    held = Uitnodiging.objects.select_for_update(of=("self",)).filter(pk=uitnodiging.pk)
    current = held.select_related("wijk", "invited_by").first()
    if current is None or not current.is_open:
        raise InvitationGone
    return current


def _send(uitnodiging: Uitnodiging, token: str) -> SentInvitation:
    path = reverse("invitation", kwargs={"token": token})
    link = f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{path}"
    site = Site.objects.get(is_default_site=True)
    # The CMS may be in another language; this mail is for whoever is invited.
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "uitnodiging": uitnodiging,
            "link": link,
            "stad": StadInstellingen.for_site(site),
            "days": VALID_FOR.days,
        }
        enqueue_mail("uitnodiging", to=uitnodiging.email, context=context)
    return SentInvitation(uitnodiging, link)
