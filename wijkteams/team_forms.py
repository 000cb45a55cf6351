"""Forms about who is in a team."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from wijkteams.models import Lidmaatschap
from wijkteams.roles import CITY_ROLES, Rol
from wijkteams.row_forms import WijkRowForm
from wijkteams.team import check_may_grant, check_not_last, grantable_roles


class LidmaatschapForm(WijkRowForm):
    """Another role for a member. Never another person or another ward."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = grantable_roles(self.user, self.instance.wijk_id)
        field: Any = self.fields["rol"]
        field.choices = [(rol.value, rol.label) for rol in roles]
        field.help_text = _("Wat iemand mag. Twijfel je? Begin met schrijver.")

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        rol = data.get("rol")
        current = Lidmaatschap.objects.get(pk=self.instance.pk)
        if rol and rol != current.rol:
            try:
                check_may_grant(self.user, current.wijk_id, current.rol)
                check_not_last(current)
            except ValidationError as error:
                raise ValidationError(error.messages) from None
            others = Lidmaatschap.objects.filter(user_id=current.user_id, wijk=current.wijk)
            if others.filter(rol=rol).exists():
                self.add_error("rol", _("Deze persoon heeft deze rol al."))
        return data


class UitnodigingForm(WijkRowForm):
    """Whom to invite, where, as what."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].help_text = _(
            "Krijgt een mail met een link die 7 dagen werkt. Bijvoorbeeld: amira@voorbeeld.nl."
        )
        self.fields["rol"].help_text = _("Wat iemand mag. Twijfel je? Begin met schrijver.")
        wards = self.membership.wards_with("rows", "uitnodiging.add")
        if not self.membership.is_superuser and None not in wards:
            field: Any = self.fields["rol"]
            field.choices = [(r.value, r.label) for r in Rol if r not in CITY_ROLES]
        else:
            wijk: Any = self.fields["wijk"]
            only = _("Kies 'De hele stad' alleen voor de rollen Stadsredactie en Beheerder.")
            wijk.help_text = f"{only} {wijk.help_text}".strip()

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if "wijk" in data and data.get("rol") and data.get("email"):
            self._check_role(data)
        return data

    def _check_role(self, data: dict[str, Any]) -> None:
        wijk, rol = data["wijk"], data["rol"]
        if (rol in CITY_ROLES) != (wijk is None):
            return  # the model says so, at the field
        try:
            check_may_grant(self.user, wijk.pk if wijk else None, rol)
        except ValidationError as error:
            self.add_error(None, error)
        there = Lidmaatschap.objects.filter(user__email=data["email"], wijk=wijk, rol=rol)
        if there.exists():
            self.add_error("email", _("Dit adres heeft deze rol hier al."))
