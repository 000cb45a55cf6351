"""The first start of a city: its name, and somebody who can let others in."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from home.house_rules import write_house_rules
from home.services import open_city
from wijkteams.invitations import VALID_FOR, invite
from wijkteams.roles import Rol


class Command(BaseCommand):
    help = "Richt de site van een stad in. Kan vaker: wat er al is, blijft."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--naam", required=True, help="Naam van de stad, zoals Sluisdam.")
        parser.add_argument(
            "--beheerder", default="", metavar="MAIL", help="Krijgt een link om te beginnen."
        )

    def handle(self, *args: Any, naam: str, beheerder: str, **options: Any) -> None:
        with translation.override(settings.LANGUAGE_CODE):
            with transaction.atomic():
                write_house_rules(open_city(stad=_name(naam)))
                link = _invite(beheerder) if beheerder else ""
            self.stdout.write(_("De site van %s is klaar voor gebruik.") % naam)
            if link:
                self.stdout.write(
                    _("%(email)s krijgt een mail. De link werkt %(days)d dagen en één keer:")
                    % {"email": beheerder, "days": VALID_FOR.days}
                )
                self.stdout.write(link)


def _name(naam: str) -> str:
    name = " ".join(naam.split())
    if not 1 <= len(name) <= 80:
        raise CommandError(_("--naam: geef een naam van 1 tot 80 tekens."))
    return name


def _invite(email: str) -> str:
    try:
        validate_email(email)
        return invite(email=email, wijk=None, rol=Rol.BEHEERDER).link
    except ValidationError as error:
        raise CommandError(f"--beheerder: {' '.join(error.messages)}") from None
