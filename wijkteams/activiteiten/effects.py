"""What activities do to the answers that are kept (core.page_cache)."""

from __future__ import annotations

from collections.abc import Iterable

from core.page_cache import ALL, NOTHING, Always, register_effect
from wijkteams.activiteiten import models


def of_page(page: models.ActiviteitPage) -> Always | Iterable[str]:
    """The page itself; the lists that it stands in drop by its rows (wijkteams.vermeldingen).

    Links to a page lead to its translation as soon as there is one: nobody knows who links.
    """
    if page.get_translations().exists():
        return ALL
    return [f"pagina:{page.pk}"]


def register_effects() -> None:
    """Called when the app is ready."""
    register_effect(models.AgendaPage, ALL)
    register_effect(models.ActiviteitPage, of_page)
    # Seldom changed, and shown with many activities.
    register_effect(models.Locatie, ALL, created=NOTHING)
    # Whoever changes these says so by `keren.changed`.
    for model in (models.Activiteit, models.Keer, models.Aanmelding):
        register_effect(model, NOTHING)
    # Read in the CMS and in mails only.
    for sent in (models.Aanbod, models.Bericht, models.Ontvanger):
        register_effect(sent, NOTHING)
    # Pages are made of these; calendars are dropped by `ical.gone`.
    for other in (models.Bron, models.BronActiviteit, models.Vervallen):
        register_effect(other, NOTHING)
    # Nobody sees what was told already, or made for on paper.
    register_effect(models.Herinnering, NOTHING)
    register_effect(models.Drukwerk, NOTHING)
    # Times are reckoned anew by a task (keren.horizon), which says what changed.
    register_effect(models.Vakantie, NOTHING)
    register_effect(models.AgendaInstellingen, NOTHING)
