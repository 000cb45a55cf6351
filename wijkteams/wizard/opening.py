"""Opening a ward with its team: everything at once, or nothing at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from wijkteams.address_check import check_address_is_free
from wijkteams.invitations import invite
from wijkteams.models import Gebiedscode, Wijk
from wijkteams.services import BuurtInvoer, hub_page, open_ward

if TYPE_CHECKING:
    from accounts.models import User


@dataclass(frozen=True)
class NieuweWijk:
    """What is known of a ward that is to be opened."""

    name: str
    slug: str = ""
    codes: tuple[str, ...] = ()
    gemeente: str = ""
    palette: str = ""
    buurten: tuple[str, ...] = ()
    postcodes: tuple[str, ...] = ()
    boundary: dict[str, Any] | None = None
    contact_email: str = ""
    contact_phone: str = ""
    meeting_place: str = ""
    invitations: tuple[tuple[str, str], ...] = ()
    "Pairs of e-mail address and role."


@transaction.atomic
def open_with_team(plan: NieuweWijk, *, opened_by: User | None = None) -> Wijk:
    """Open the ward and invite its team, in one transaction: rows, pages and mail, or none.

    Raises ValidationError by field (invitations as `invitation_1`, `invitation_2`, …).
    """
    hub_page()  # held until the end: of two clicks on the button, the second finds the name taken
    _check_told_apart(plan)
    _check_codes(plan)
    if plan.slug:
        check_address_is_free(plan.slug)
    code = plan.codes[0] if plan.codes else ""
    wijk = open_ward(
        name=plan.name,
        slug=plan.slug,
        code=code,
        palette=plan.palette,
        gemeente=plan.gemeente,
        gemeentecode=f"GM{code[2:6]}" if code else "",
        boundary=plan.boundary,
        buurten=[BuurtInvoer(name) for name in plan.buurten],
        postcodes=plan.postcodes,
        opened_by=opened_by,
    )
    _add_contact(wijk, plan)
    for extra in plan.codes[1:]:
        Gebiedscode.objects.create(wijk=wijk, code=extra)
    _invite_team(wijk, plan, opened_by)
    return wijk


def _check_told_apart(plan: NieuweWijk) -> None:
    """A ward of the same name must be meant: with an address of its own choosing."""
    same = Wijk.objects.filter(name__iexact=plan.name, gemeente__iexact=plan.gemeente)
    if not plan.slug and same.exists():
        raise ValidationError(
            {
                "slug": _(
                    "Er is al een wijk die %(name)s heet. Is dit toch een andere wijk? "
                    "Vul dan zelf een adres in."
                )
                % {"name": plan.name}
            }
        )


def _check_codes(plan: NieuweWijk) -> None:
    """An area belongs to one ward."""
    area = Gebiedscode.objects.filter(code__in=plan.codes).select_related("wijk").first()
    wijk = area.wijk if area else Wijk.objects.filter(code__in=plan.codes).first()
    if wijk is not None:
        raise ValidationError(
            {
                "codes": _("Wijkcode %(code)s hoort al bij de wijk %(name)s.")
                % {"code": area.code if area else wijk.code, "name": wijk.name}
            }
        )


def _add_contact(wijk: Wijk, plan: NieuweWijk) -> None:
    wijk.contact_email = plan.contact_email
    wijk.contact_phone = plan.contact_phone
    wijk.meeting_place = plan.meeting_place
    wijk.full_clean()
    wijk.save()


def _invite_team(wijk: Wijk, plan: NieuweWijk, opened_by: User | None) -> None:
    for number, (email, rol) in enumerate(plan.invitations, 1):
        try:
            invite(email=email, wijk=wijk, rol=rol, invited_by=opened_by)
        except ValidationError as error:
            raise ValidationError({f"invitation_{number}": error.messages}) from error
