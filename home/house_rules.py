"""The city's own house rules at /huisregels/: useful as they are, and the city's to rewrite."""

from __future__ import annotations

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from home.models import HomePage
from wijkteams.models import TekstPage
from wijkteams.moderatie.house_rules import RULES

SLUG = "huisregels"
"The footer of each page leads there (`core.surroundings`)."


def write_house_rules(hub: HomePage) -> None:
    """Give a new city its page of rules, unless it has one. Repeatable."""
    if hub.get_children().filter(slug=SLUG).exists():
        return
    now = timezone.now()
    hub.refresh_from_db(fields=["numchild"])
    hub.add_child(
        instance=TekstPage(
            title=_("Huisregels"),
            slug=SLUG,
            summary=_("Zo gaan we met elkaar om op deze site."),
            body=[{"type": "text", "value": {"text": _rules()}}],
            locale=hub.locale,
            first_published_at=now,
            last_published_at=now,
        )
    )


def _rules() -> str:
    """The same as at the form with which readers report: who is told a ground finds it here."""
    rules = format_html_join("", "<li>{}</li>", ((rule.ask,) for rule in RULES.values()))
    return format_html(
        '<h2>{}</h2><ul>{}</ul><h2>{}</h2><p>{}</p><p><a href="{}">{}</a></p>',
        _("Dit vragen wij van iedereen"),
        rules,
        _("Wat doet het wijkteam?"),
        _(
            "Het wijkteam haalt weg wat kwetst, discrimineert of niet mag van de wet. U krijgt dan "
            "bericht, met de reden. Bent u het er niet mee eens? Vraag herziening, met de link in "
            "dat bericht. Iemand anders kijkt er dan opnieuw naar."
        ),
        reverse("huisregels"),
        _("Lees de regels met voorbeelden"),
    )
