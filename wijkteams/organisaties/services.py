"""What happens to an entry besides typing: its link, looking it over, and the log of that."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from wijkteams.models import Organisatie
from wijkteams.models.organisatie import organisatie_code
from wijkteams.organisaties import mails
from wijkteams.organisaties.proposals import PUBLIC, propose

LOG_LINK = "wijkteams.organisatie.link"
LOG_CHECKED = "wijkteams.organisatie.nagekeken"
LOG_CHANGED = "wijkteams.organisatie.bijgewerkt"


def entered(organisatie: Organisatie) -> None:
    """Before the team saves it: another contact gets a link of their own, the old one ends."""
    if not organisatie.pk:
        organisatie.nagekeken_op = timezone.localdate()
        return
    before = Organisatie.objects.filter(pk=organisatie.pk).values_list("contact_email", flat=True)
    if organisatie.contact_email.lower() != str(before.first() or "").lower():
        organisatie.code = organisatie_code()


@transaction.atomic
def send_link(organisatie: Organisatie, *, door: Any) -> None:
    """Mail the link to the contact. Raises ValidationError when there is no address."""
    if not organisatie.contact_email:
        raise ValidationError(_("Van deze organisatie is geen e-mailadres bekend."))
    log(organisatie, LOG_LINK, user=door)
    mails.send("organisatie_link", organisatie)


@transaction.atomic
def all_is_right(pk: int) -> None:
    """The partner looked, and nothing has to change."""
    organisatie = Organisatie.objects.select_for_update(of=("self",)).get(pk=pk)
    organisatie.nagekeken_op = timezone.localdate()
    organisatie.save(update_fields=["nagekeken_op"])
    log(organisatie, LOG_CHECKED)


@transaction.atomic
def changed_by_partner(organisatie: Organisatie, fields: Sequence[str]) -> None:
    """Keep what the partner typed. The log says which fields, never what stood in them.

    What residents read waits for the team; whom to write to there is changed at once.

    Who hands it over to a colleague loses the link: the colleague gets a new one, and the old
    address is told, in case somebody else had the link.
    """
    before = Organisatie.objects.select_for_update(of=("self",)).get(pk=organisatie.pk)
    old, new = before.contact_email, organisatie.contact_email
    moved = old.lower() != new.lower()
    organisatie.code = organisatie_code() if moved else before.code
    organisatie.nagekeken_op = timezone.localdate()
    propose(organisatie, before)
    own = [field for field in fields if field not in PUBLIC]
    organisatie.save(update_fields=[*own, "code", "nagekeken_op", "voorstel", "voorstel_op"])
    log(organisatie, LOG_CHANGED, data={"velden": sorted(fields)})
    if moved and new:
        mails.send("organisatie_link", organisatie)
    if moved and old:
        mails.send("organisatie_overgedragen", organisatie, to=old, link="")
