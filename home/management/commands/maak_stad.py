"""The first start of a city: its name, its address, and somebody who can let others in."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.core.validators import validate_email
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _
from wagtail.models import Site

from home.services import open_city
from wijkteams.invitations import invite
from wijkteams.roles import Rol

DOMAIN = re.compile(r"(?P<host>[a-z0-9]([a-z0-9.-]*[a-z0-9])?)(:(?P<port>[0-9]{1,5}))?")


class Command(BaseCommand):
    help = "Richt de site van een stad in. Kan vaker: wat er al is, blijft."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--naam", required=True, help="Naam van de stad, zoals Sluisdam.")
        parser.add_argument(
            "--domein", default="", help="Waar de site staat, zoals wijken.sluisdam.nl."
        )
        parser.add_argument(
            "--beheerder", default="", metavar="MAIL", help="Krijgt een link om te beginnen."
        )

    def handle(self, *args: Any, naam: str, domein: str, beheerder: str, **options: Any) -> None:
        with translation.override(settings.LANGUAGE_CODE):
            host, port = _domain(domein) if domein else ("", 0)
            with transaction.atomic():
                open_city(stad=_name(naam))
                if host:
                    _set_domain(host, port)
                link = _invite(beheerder) if beheerder else ""
            self.stdout.write(_("De site van %s is klaar voor gebruik.") % naam)
            if host and urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname != host:
                self.stdout.write(
                    _(
                        "Let op: in de instellingen staat BASE_URL=%(base)s. Links in mails "
                        "beginnen daarmee, en bij de volgende start krijgt de site dat adres weer."
                    )
                    % {"base": settings.WAGTAILADMIN_BASE_URL}
                )
            if link:
                self.stdout.write(
                    _("%(email)s krijgt een mail. De link werkt 14 dagen en één keer:")
                    % {"email": beheerder}
                )
                self.stdout.write(link)


def _name(naam: str) -> str:
    name = " ".join(naam.split())
    if not 1 <= len(name) <= 80:
        raise CommandError(_("--naam: geef een naam van 1 tot 80 tekens."))
    return name


def _domain(text: str) -> tuple[str, int]:
    """Host and port of what somebody types or pastes as the address of the site."""
    scheme, _colon, rest = text.strip().lower().rpartition("://")
    match = DOMAIN.fullmatch(rest.rstrip("/"))
    port = int(match["port"] or (80 if scheme == "http" else 443)) if match else 0
    if match is None or not 1 <= port <= 65535 or scheme not in ("", "http", "https"):
        raise CommandError(
            _("--domein: '%s' is geen adres van een site. Schrijf wijken.sluisdam.nl.") % text
        )
    return match["host"], port


def _set_domain(host: str, port: int) -> None:
    site = Site.objects.get(is_default_site=True)
    site.hostname, site.port = host, port
    site.full_clean()
    site.save()


def _invite(email: str) -> str:
    try:
        validate_email(email)
        return invite(email=email, wijk=None, rol=Rol.BEHEERDER).link
    except ValidationError as error:
        raise CommandError(f"--beheerder: {' '.join(error.messages)}") from None
