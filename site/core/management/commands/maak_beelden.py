from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import ngettext

from core.pictures.making import ask_for_missing


class Command(BaseCommand):
    """After an update or a restore: pages show the quick version of a picture until this ran."""

    help = "Laat op de achtergrond de foto's maken die pagina's nodig hebben en die er niet zijn."

    def handle(self, *args: Any, **options: Any) -> None:
        number = ask_for_missing()
        self.stdout.write(
            ngettext(
                "%d foto wordt gemaakt.",
                "%d foto's worden gemaakt.",
                number,
            )
            % number
        )
