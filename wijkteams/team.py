"""Who is in a team: giving, changing and taking away roles. Each change is logged at the ward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from wijkteams.membership import membership_of
from wijkteams.models import Lidmaatschap, Wijk
from wijkteams.roles import CITY_ROLES, WARD_ROLES, Rol

if TYPE_CHECKING:
    from accounts.models import User

MANAGERS_WANTED = 2
LOG_ADDED = "wijkteams.rol_gegeven"
LOG_CHANGED = "wijkteams.rol_gewijzigd"
LOG_REMOVED = "wijkteams.rol_ingetrokken"
# Without somebody in these roles, nobody could let others in.
INDISPENSABLE = frozenset({Rol.WIJKBEHEERDER, Rol.BEHEERDER})


def grantable_roles(giver: User, wijk_id: int | None) -> list[Rol]:
    """The roles that this user may give, change or take away in a ward (None: in the city)."""
    membership = membership_of(giver)
    if not membership.may_for(wijk_id, "rows", "lidmaatschap.add"):
        return []
    if wijk_id is not None:
        return [rol for rol in Rol if rol in WARD_ROLES]
    is_beheerder = membership.is_superuser or (None, Rol.BEHEERDER) in membership.roles
    return [rol for rol in Rol if rol in CITY_ROLES and (is_beheerder or rol != Rol.BEHEERDER)]


def check_may_grant(giver: User, wijk_id: int | None, rol: str) -> None:
    """Refuse, by field, a role that this user may not give here."""
    if not membership_of(giver).may_for(wijk_id, "rows", "lidmaatschap.add"):
        raise ValidationError({"wijk": _("Je mag in deze wijk geen rollen geven.")})
    if rol not in grantable_roles(giver, wijk_id):
        raise ValidationError({"rol": _("Deze rol mag je niet geven.")})


@transaction.atomic
def give_role(*, user: User, wijk: Wijk | None, rol: str, given_by: User | None) -> Lidmaatschap:
    """Let a user take a role; who has it already keeps the one."""
    lidmaatschap, created = Lidmaatschap.objects.get_or_create(user=user, wijk=wijk, rol=rol)
    if created:
        log(lidmaatschap, "wagtail.create", user=given_by)
        _log_at_ward(lidmaatschap, LOG_ADDED, given_by)
    return lidmaatschap


@transaction.atomic
def change_role(lidmaatschap: Lidmaatschap, rol: str, *, changed_by: User) -> Lidmaatschap:
    """Give a member another role instead. Raises ValidationError by field when that cannot be."""
    current = _locked(lidmaatschap)
    if current.rol == rol:
        return current
    check_may_grant(changed_by, current.wijk_id, current.rol)
    check_may_grant(changed_by, current.wijk_id, rol)
    check_not_last(current)
    same = Lidmaatschap.objects.filter(user=current.user, wijk=current.wijk, rol=rol)
    if same.exists():
        raise ValidationError({"rol": _("Deze persoon heeft deze rol al.")})
    old = current.rol
    current.rol = rol
    current.full_clean()
    current.save()
    log(current, "wagtail.edit", user=changed_by)
    _log_at_ward(current, LOG_CHANGED, changed_by, old=old)
    return current


@transaction.atomic
def end_membership(lidmaatschap: Lidmaatschap, *, ended_by: User) -> None:
    """Take a role away, at once. Raises ValidationError for a role that cannot be missed."""
    current = _locked(lidmaatschap)
    check_may_grant(ended_by, current.wijk_id, current.rol)
    check_not_last(current)
    log(current, "wagtail.delete", user=ended_by, deleted=True)
    _log_at_ward(current, LOG_REMOVED, ended_by)
    current.delete()


def check_not_last(lidmaatschap: Lidmaatschap) -> None:
    """Refuse to let go of the last one in a role that a ward or the city cannot do without."""
    if lidmaatschap.rol not in INDISPENSABLE:
        return
    others = Lidmaatschap.objects.filter(
        rol=lidmaatschap.rol, wijk=lidmaatschap.wijk, user__is_active=True
    ).exclude(pk=lidmaatschap.pk)
    if not others.exists():
        raise ValidationError(
            _("Dit is de laatste %(rol)s. Geef eerst iemand anders deze rol.")
            % {"rol": lidmaatschap.get_rol_display().lower()}
        )


def wards_short_of_managers(wards: set[int | None], *, all_wards: bool) -> list[Wijk]:
    """The wards (of these, or of all) in which fewer than two people can let others in."""
    from django.db.models import Count, Q

    own = [pk for pk in wards if pk is not None]
    chosen = Wijk.objects.all() if all_wards else Wijk.objects.filter(pk__in=own)
    managers = Count(
        "lidmaatschappen",
        filter=Q(lidmaatschappen__rol=Rol.WIJKBEHEERDER, lidmaatschappen__user__is_active=True),
    )
    living = chosen.filter(status__in=[Wijk.Status.ACTIEF, Wijk.Status.SLAPEND])
    return list(living.annotate(managers=managers).filter(managers__lt=MANAGERS_WANTED))


def _locked(lidmaatschap: Lidmaatschap) -> Lidmaatschap:
    """The row as it is now; two people cannot each take away the last but one."""
    if lidmaatschap.wijk_id is not None:
        Wijk.objects.select_for_update().get(pk=lidmaatschap.wijk_id)
    else:
        list(Lidmaatschap.objects.select_for_update().filter(wijk=None).order_by("pk"))
    return Lidmaatschap.objects.select_related("user", "wijk").get(pk=lidmaatschap.pk)


def _log_at_ward(
    lidmaatschap: Lidmaatschap, action: str, by: User | None, *, old: str = ""
) -> None:
    """The history of a ward shows who got which role; the row itself may be gone by then."""
    if lidmaatschap.wijk is None:
        return
    data = {"user": lidmaatschap.user_id, "rol": lidmaatschap.rol, "old": old}
    log(lidmaatschap.wijk, action, user=by, data=data)
