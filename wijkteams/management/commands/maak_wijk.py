"""Open a ward from the command line: the same as the form 'Nieuwe wijk' in the CMS."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext as _

from wijkteams.palettes import Palet
from wijkteams.services import next_palette
from wijkteams.wizard.forms import WARD_ROLE_CHOICES, NieuweWijkForm
from wijkteams.wizard.opening import open_with_team

OPTIONS = {"slug": "--adres", "palette": "--palet", "codes": "--code", "boundary": "--grens"}


class Command(BaseCommand):
    help = "Opent een nieuwe wijk: gegevens, pagina's met een eerste tekst en uitnodigingen."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("naam", help="Naam van de wijk, bijvoorbeeld 'Havenkwartier'.")
        parser.add_argument("--adres", default="", help="Bijvoorbeeld havenkwartier.")
        parser.add_argument(
            "--palet", default="", help=f"Een van: {', '.join(Palet.values)}. Anders kiezen wij."
        )
        parser.add_argument(
            "--code", action="append", default=[], help="CBS-code, zoals WK051301. Mag vaker."
        )
        parser.add_argument("--gemeente", default="", help="Naam van de gemeente.")
        parser.add_argument("--buurten", default="", help="Met komma's ertussen.")
        parser.add_argument("--postcodes", default="", help="Met komma's ertussen.")
        parser.add_argument("--grens", default="", help="GeoJSON-bestand met één gebied.")
        parser.add_argument("--e-mail", dest="contact_email", default="")
        parser.add_argument("--telefoon", dest="contact_phone", default="")
        parser.add_argument("--ontmoetingsplek", dest="meeting_place", default="")
        parser.add_argument(
            "--nodig-uit",
            action="append",
            default=[],
            metavar="MAIL:ROL",
            help="Bijvoorbeeld amira@voorbeeld.nl:wijkbeheerder. Mag vaker.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override("nl"):
            form = NieuweWijkForm(self._data(options))
            invitations = tuple(_invitation(text) for text in options["nodig_uit"])
            if not form.is_valid():
                raise CommandError(_lines(form))
            try:
                wijk = open_with_team(form.plan(invitations))
            except ValidationError as error:
                form.take_refusal(error)
                raise CommandError(_lines(form)) from None
            self.stdout.write(
                _("De wijk %(name)s staat er: /%(slug)s/ (code %(code)s, %(count)d uitgenodigd).")
                % {
                    "name": wijk.name,
                    "slug": wijk.slug,
                    "code": wijk.code,
                    "count": len(invitations),
                }
            )

    def _data(self, options: dict[str, Any]) -> dict[str, str]:
        """The form as somebody would have filled it in."""
        same = ("gemeente", "postcodes", "contact_email", "contact_phone", "meeting_place")
        return {
            "name": options["naam"],
            "slug": options["adres"],
            "palette": options["palet"] or next_palette(),
            "codes": "\n".join(options["code"]),
            "buurten": options["buurten"].replace(",", "\n"),
            "boundary": _read(options["grens"]) if options["grens"] else "",
            **{name: options[name] for name in same},
        }


def _read(path: str) -> str:
    try:
        with open(path, encoding="utf-8-sig") as file:
            return file.read(2 * 1024 * 1024 + 1)
    except (OSError, UnicodeDecodeError) as error:
        raise CommandError(
            _("Het bestand met de grens kan niet worden gelezen: %s") % error
        ) from None


def _invitation(text: str) -> tuple[str, str]:
    """An address and a role, from 'mail:rol'."""
    email, _colon, rol = text.rpartition(":")
    roles = [value for value, _label in WARD_ROLE_CHOICES]
    if not email or rol not in roles:
        raise CommandError(
            _("--nodig-uit %(text)s: schrijf mail:rol, met als rol een van: %(roles)s.")
            % {"text": text, "roles": ", ".join(roles)}
        )
    return email, rol


def _lines(form: NieuweWijkForm) -> str:
    """All errors, each with the option that it is about."""
    lines = [_("De wijk is niet gemaakt. Er is niets veranderd.")]
    for field, errors in form.errors.items():
        option = OPTIONS.get(field, f"--{field}" if field in form.fields else "")
        option = "naam" if field == "name" else option
        lines += [f"- {option}: {error}" if option else f"- {error}" for error in errors]
    return "\n".join(lines)
