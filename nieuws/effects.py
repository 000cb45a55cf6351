"""What news does to the answers that are kept (core.page_cache)."""

from __future__ import annotations

from collections.abc import Iterable

from core.page_cache import ALL, NOTHING, Always, register_effect
from nieuws import models


def of_item(page: models.NieuwsPage | models.NieuwsbriefPage) -> Always | Iterable[str]:
    """The item itself; the lists that it stands in drop by its row (wijkteams.vermeldingen).

    Links to a page lead to its translation as soon as there is one: nobody knows who links.
    """
    if page.get_translations().exists():
        return ALL
    return [f"pagina:{page.pk}"]


# Seen in the CMS, in mails, and on small pages that are never kept.
UNSEEN = (
    models.Abonnee,
    models.Abonnement,
    models.Editie,
    models.Kliktelling,
    models.Lijstimport,
    models.NieuwsbriefInstellingen,
    models.Rem,
    models.Retour,
    models.Tempo,
    models.Toestemming,
    models.Toestemmingstekst,
    models.Zending,
)


def register_effects() -> None:
    """Called when the app is ready."""
    register_effect(models.NieuwsIndexPage, ALL)
    register_effect(models.NieuwsJaarPage, ALL)
    register_effect(models.NieuwsPage, of_item)
    register_effect(models.NieuwsbriefIndexPage, ALL)
    register_effect(models.NieuwsbriefPage, of_item)
    # The offer to subscribe shows their names; they change a few times a year.
    register_effect(models.Lijst, ALL)
    for model in UNSEEN:
        register_effect(model, NOTHING)
