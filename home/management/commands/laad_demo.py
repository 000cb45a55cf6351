"""The demo city: Sluisdam with eight wards, their news, and people to log in as."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.signal_handlers import disable_reference_index_auto_update

import enquetes.demo
import home.demo
import nieuws.demo
import wijkteams.activiteiten.demo
import wijkteams.demo
import wijkteams.initiatieven.demo
import wijkteams.moderatie.demo
import wijkteams.signalen.demo
from home.demo import PASSWORD, PEOPLE
from home.services import open_city
from wijkteams.demo import DemoPictures
from wijkteams.signalen.models import Signaal


class Command(BaseCommand):
    help = "Vult de site met Sluisdam, de stad om te proberen. Kan vaker: wat er al is, blijft."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--toch", action="store_true", help="Ook als dit geen site is om te proberen."
        )

    def handle(self, *args: Any, toch: bool, **options: Any) -> None:
        with translation.override(settings.LANGUAGE_CODE):
            if not settings.DEMO and not toch:
                raise CommandError(
                    _(
                        "Dit is geen site om te proberen. De demo zou hier verzonnen wijken maken, "
                        "en mensen met een wachtwoord dat iedereen kent. Start de demo met "
                        "'make run'. Weet je het zeker? Gebruik dan --toch."
                    )
                )
            load_all()
            self.stdout.write(summary())


def load_all() -> None:
    """Load everything in one transaction: after a failure no row and no file is left."""
    pictures = DemoPictures()
    try:
        with transaction.atomic():
            known = Page.objects.count()
            # Once at the end: else hundreds of tasks wait, some of them for rows that are gone.
            with disable_reference_index_auto_update():
                for step in steps(pictures):
                    step()
            if Page.objects.count() > known:
                call_command("rebuild_references_index", verbosity=0)
    except BaseException:
        pictures.discard()
        raise


def steps(pictures: DemoPictures) -> list[Callable[[], object]]:
    """What is loaded, in the order in which it needs one another."""
    today = timezone.localdate()
    albums = [nieuws.demo.HERE]
    return [
        open_city,
        lambda: wijkteams.demo.load(pictures, today),
        home.demo.load_people,
        lambda: home.demo.load(pictures, today),
        lambda: nieuws.demo.load(pictures, today),
        lambda: wijkteams.activiteiten.demo.load(pictures, today, albums),
        lambda: enquetes.demo.load(pictures, today),
        # After the activity that came of them.
        lambda: wijkteams.signalen.demo.load(pictures, today, [*albums, wijkteams.demo.wards.HERE]),
        # After the signals that it is about.
        lambda: wijkteams.moderatie.demo.load(
            Signaal.objects.select_related("wijk", "categorie", "buurt")
        ),
        # After the theme and the activities that they hang together with.
        lambda: wijkteams.initiatieven.demo.load(
            pictures, today, [*albums, wijkteams.demo.wards.HERE, wijkteams.activiteiten.demo.HERE]
        ),
        # After what they tell about.
        lambda: nieuws.demo.load_letters(today),
        lambda: home.demo.load_translations(today),
    ]


def summary() -> str:
    """Where to look, and who can log in."""
    address = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    lines = [
        _("Sluisdam is klaar."),
        "",
        f"  {address}/            {_('de stad')}",
        f"  {address}/oude-sluis/ {_('een wijk; ook in het Engels (/en/) en Arabisch (/ar/)')}",
        f"  {address}/beheer/     {_('waar je werkt aan de site')}",
        "",
        _("Inloggen kan als (wachtwoord voor allemaal: %s):") % PASSWORD,
    ]
    lines += [f"  {p.email:34} {p.rol.label}{f', {p.wijk}' if p.wijk else ''}" for p in PEOPLE]
    return "\n".join(lines)
