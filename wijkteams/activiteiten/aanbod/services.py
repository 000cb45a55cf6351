"""Sending an activity in, and deciding about it. Every decision is made once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijkteams.activiteiten.aanbod import mails
from wijkteams.activiteiten.aanbod.draft import make_draft
from wijkteams.activiteiten.aanbod.tokens import code_in, new_code
from wijkteams.activiteiten.models import Aanbod, ActiviteitPage

if TYPE_CHECKING:
    from accounts.models import User
    from wijkteams.models import Wijk

CONFIRM_WITHIN = timedelta(days=7)
MOST_TO_CONFIRM = 3
Status = Aanbod.Status


class AanbodGone(Exception):  # noqa: N818 - named for its reason, as all refusals here
    """Nothing that can be confirmed belongs to this link: wrong, or too old."""


@dataclass(frozen=True)
class SentIn:
    """What somebody filled in, checked by a form."""

    title: str
    day: date
    begins: time
    ends: time
    place: str
    text: str
    organisation: str
    contact_name: str
    contact_email: str
    when_in_words: str = ""
    audience: str = ""
    costs: str = ""
    contact_phone: str = ""
    show_contact: bool = False


@transaction.atomic
def send_in(sent: SentIn, *, wijk: Wijk | None, request_key: str) -> Aanbod:
    """Keep what was sent in, and mail its sender a link. The same form sent twice is one."""
    aanbod, is_new = Aanbod.objects.get_or_create(
        request_key=request_key,
        defaults={
            **vars(sent),
            "wijk": wijk,
            "code": new_code(),
            "language": get_language() or "nl",
        },
    )
    if is_new:
        mails.ask_to_confirm(aanbod, expires=timezone.now() + CONFIRM_WITHIN)
    return aanbod


def has_enough_to_confirm(email: str) -> bool:
    """Whether an address got some links already: nobody's mailbox is filled by another (R-34)."""
    yesterday = timezone.now() - timedelta(days=1)
    waiting = Aanbod.objects.filter(
        contact_email=email, status=Status.TE_BEVESTIGEN, created_at__gt=yesterday
    )
    return waiting.count() >= MOST_TO_CONFIRM


def find(token: str) -> Aanbod:
    """What a link is about; changes nothing. Raises AanbodGone."""
    code = code_in(token)
    aanbod = Aanbod.objects.select_related("wijk").filter(code=code).first() if code else None
    if aanbod is None:
        raise AanbodGone
    if aanbod.confirmed_at is None and aanbod.created_at + CONFIRM_WITHIN <= timezone.now():
        raise AanbodGone
    return aanbod


@transaction.atomic
def confirm(token: str) -> Aanbod:
    """Its sender says that it is theirs; the editors hear of it. A second click changes nothing.

    Raises AanbodGone.
    """
    aanbod = _locked(find(token).pk)
    if aanbod.status == Status.TE_BEVESTIGEN:
        aanbod.status, aanbod.confirmed_at = Status.NIEUW, timezone.now()
        aanbod.save(update_fields=["status", "confirmed_at"])
        mails.tell_editors(aanbod)
    return aanbod


@transaction.atomic
def refuse(aanbod: Aanbod, reason: str, *, by: User) -> Aanbod:
    """It does not come in the agenda, and its sender hears why. Raises ValidationError."""
    aanbod = _decided(aanbod, Status.AFGEWEZEN, by)
    aanbod.reason = reason
    aanbod.save()
    mails.tell_refused(aanbod)
    return aanbod


@transaction.atomic
def take_over(aanbod: Aanbod, *, by: User) -> ActiviteitPage:
    """Make a draft of it under the agenda. An editor publishes it, or does not.

    Raises ValidationError when somebody decided already, or when there is no agenda.
    """
    aanbod = _decided(aanbod, Status.OVERGENOMEN, by)
    page = make_draft(aanbod, by=by)
    aanbod.page_key = page.translation_key
    aanbod.save()
    return page


@transaction.atomic
def tell_published(page: ActiviteitPage) -> None:
    """What was sent in stands in the agenda: its sender hears that once, whatever follows."""
    waiting = Aanbod.objects.filter(page_key=page.translation_key, told_at=None)
    if waiting.update(told_at=timezone.now()):
        aanbod = Aanbod.objects.select_related("wijk").get(page_key=page.translation_key)
        mails.tell_published(aanbod, page)


def page_of(aanbod: Aanbod) -> ActiviteitPage | None:
    """The page that was made of it, if it is still there."""
    if aanbod.page_key is None:
        return None
    return ActiviteitPage.objects.filter(translation_key=aanbod.page_key).order_by("pk").first()


def can_be_decided(aanbod: Aanbod) -> bool:
    """Whether an editor still has to say something; also when the draft was thrown away."""
    if aanbod.status == Status.OVERGENOMEN:
        return page_of(aanbod) is None
    return aanbod.status == Status.NIEUW


def _decided(aanbod: Aanbod, status: Aanbod.Status, by: User) -> Aanbod:
    """The row, held, with this decision; of two editors at once the second hears that."""
    done = _("Iemand van je team heeft dit al gedaan.")
    try:
        aanbod = _locked(aanbod.pk)
    except AanbodGone:
        raise ValidationError(done) from None
    if not can_be_decided(aanbod):
        raise ValidationError(done)
    aanbod.status, aanbod.handled_by, aanbod.handled_at = status, by, timezone.now()
    return aanbod


def _locked(pk: int) -> Aanbod:
    held = Aanbod.objects.select_for_update(of=("self",)).select_related("wijk")
    try:
        return held.get(pk=pk)
    except Aanbod.DoesNotExist:
        raise AanbodGone from None
