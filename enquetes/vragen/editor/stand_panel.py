"""Above the questions: how many there are, how long it takes, what is locked, and where to try."""

from __future__ import annotations

import json
from typing import Any

from django import forms
from django.forms.widgets import Script
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.panels import Panel

from enquetes.vragen.antwoord import ANDERS, BUITEN, JA, NEE, WEET_NIET
from enquetes.vragen.controle import fouten_in_woorden
from enquetes.vragen.duur import LONG, minutes
from enquetes.vragen.lijst import Soort
from enquetes.vragen.reading import vragenlijst_of
from enquetes.vragen.regels import toetsen_voor

SCRIPTS = ("js/enquete-beheer.js", "js/enquete-namen.js")
STYLE = "css/enquetes-beheer.css"
MOST_FAULTS = 8


class StandPanel(Panel):
    """What the survey is now, as it was saved; and what the script that offers conditions needs."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "enquetes/beheer/stand_panel.html"

        @property
        def media(self) -> forms.Media:
            # A module waits until the form is there: Wagtail puts scripts before it.
            scripts: list[Any] = [Script(name, type="module") for name in SCRIPTS]
            return forms.Media(js=scripts, css={"all": [static(STYLE)]})

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {
                **context,
                **self._numbers(),
                "words_json": json.dumps(words(self._wijk_id())),
                "is_locked": getattr(self.form, "is_locked", False),
                "new_version": self._tick("nieuwe_versie"),
                "reopens": self._tick("weer_openen"),
            }

        def _numbers(self) -> dict[str, Any]:
            page = self.instance
            if not page.pk:
                return {}
            lijst = vragenlijst_of(page.vragen)
            time = minutes(lijst)
            return {
                "count": sum(1 for _one in lijst.vragen()),
                "minutes": time,
                "is_long": time > LONG,
                "faults": fouten_in_woorden(lijst)[:MOST_FAULTS],
                "ways_url": reverse("enquetes:paden", args=[page.pk]),
                "try_url": reverse("enquetes:proefrit", args=[page.pk]),
                "one_url": reverse("enquetes:een", args=[page.pk]),
            }

        def _tick(self, name: str) -> Any:
            return self.form[name] if name in self.form.fields else None

        def _wijk_id(self) -> int | None:
            parent = self.form.parent_page
            return parent.specific.wijk_id if parent is not None else self.instance.wijk_id


def words(wijk_id: int | None) -> dict[str, Any]:
    """What the script says, and what can be asked of each kind of question."""
    from wijkteams.models import Buurt

    buurten = Buurt.objects.filter(wijk_id=wijk_id) if wijk_id is not None else Buurt.objects.none()
    return {
        "soorten": {soort.value: [str(one) for one in toetsen_voor(soort)] for soort in Soort},
        "waarden": {
            "ja": [[JA, _("Ja")], [NEE, _("Nee")]],
            "buurt": [[str(buurt.pk), buurt.name] for buurt in buurten]
            + [[BUITEN, _("Woont ergens anders")]],
            "anders": [ANDERS, _("Anders, namelijk")],
            "weet_niet": [WEET_NIET, _("Weet ik niet")],
        },
        "kies": _("Kies een vraag"),
        "geen": _("Er komt geen vraag voor deze. Zet hem verderop, of zet er een vraag voor."),
        "weg": _("Deze vraag is er niet meer, of komt pas later"),
        "bladzijde": _("Bladzijde"),
        "zonder": _("Vraag zonder tekst"),
        "getal": _("Getal"),
    }
