"""Throw away all kept answers, by hand."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from core.page_cache.dropping import EVERYTHING, carry_out
from core.page_cache.room import MEGABYTE, count_anew


class Command(BaseCommand):
    """Harmless: each page is made anew when somebody asks for it."""

    help = "Gooit alle bewaarde pagina's weg. Met --tel: toont alleen hoeveel het er zijn."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--tel", action="store_true", help="alleen tellen")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.PAGE_CACHE:
            raise CommandError(_("Deze site bewaart geen pagina's (PAGE_CACHE staat uit)."))
        size = count_anew()
        words = {"count": size.answers, "size": f"{size.bytes / MEGABYTE:.1f}".replace(".", ",")}
        if options["tel"]:
            self.stdout.write(_("%(count)d bewaarde pagina's, %(size)s MB.") % words)
            return
        if not carry_out(frozenset([EVERYTHING])):
            raise CommandError(_("Dat lukte niet. In het logboek staat waarom."))
        self.stdout.write(_("%(count)d bewaarde pagina's weggegooid, %(size)s MB.") % words)
