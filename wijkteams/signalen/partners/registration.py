"""What partners tell the rest of the site when it starts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.scheduler import register_job
from wijkteams.signalen.models import Signaal
from wijkteams.signalen.partners.koppeling.tasks import follow_systems
from wijkteams.signalen.partners.part import passed_on
from wijkteams.signalen.partners.reminding import remind_partners
from wijkteams.signalen.werk.actions import register_action
from wijkteams.signalen.werk.parts import register_part


def register_partners() -> None:
    """Called when the app is ready."""
    register_action(
        "doorzetten",
        _("Zet door naar een partner"),
        "signaalpartner:doorzetten",
        "signaal.change",
        shown=_is_open,
        icon="mail",
        order=20,
    )
    register_part("signalen/beheer/partner_deel.html", passed_on, order=20)
    register_job("follow_partner_systems", {"hour": 6, "minute": 15}, follow_systems)
    register_job("remind_partners", {"hour": 9, "minute": 20}, remind_partners)


def _is_open(signaal: Signaal) -> bool:
    return not signaal.is_gesloten and signaal.samengevoegd_in_id is None
