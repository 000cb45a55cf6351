"""What surveys do to the answers that are kept (core.page_cache)."""

from __future__ import annotations

from collections.abc import Iterable

from core.page_cache import ALL, NOTHING, Always, register_effect
from enquetes import models


def of_survey(page: models.EnquetePage) -> Always | Iterable[str]:
    """The survey itself; the lists that it stands in drop by its row (wijkteams.vermeldingen)."""
    if page.get_translations().exists():
        return ALL
    return [f"pagina:{page.pk}"]


# Seen in the CMS, in mails, and on small pages that are never kept. What the page of a survey
# shows of its row and its figures is dropped by who writes those (`publishing`, `uitslag`).
UNSEEN = (
    models.Afzender,
    models.AntwoordFoto,
    models.Citaat,
    models.Codeblad,
    models.Concept,
    models.ConceptFoto,
    models.Deelname,
    models.Enquete,
    models.Envelop,
    models.Formulierdruk,
    models.Inzending,
    models.Panellid,
    models.Panelronde,
    models.Papierinvoer,
    models.Papierstapel,
    models.Uitslag,
    models.Uitslagmail,
    models.Uitvoer,
    models.Versie,
)


def register_effects() -> None:
    """Called when the app is ready."""
    register_effect(models.EnqueteIndexPage, ALL)
    register_effect(models.EnquetePage, of_survey)
    for model in UNSEEN:
        register_effect(model, NOTHING)
