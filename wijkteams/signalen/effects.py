"""What signals do to the answers that are kept (core.page_cache)."""

from __future__ import annotations

from core.page_cache import ALL, NOTHING, register_effect
from wijkteams.signalen import models

# Seen in the CMS, in mails, and on small pages that are never kept. What a kept page shows of a
# signal is dropped by who hears of the change (`openbaar`).
UNSEEN = (
    models.Attendering,
    models.ConceptFoto,
    models.Doorzending,
    models.Koppeling,
    models.Medemelder,
    models.Melder,
    models.Open311Sleutel,
    models.Opvolging,
    models.Raadpleging,
    models.Signaal,
    models.SignaalFoto,
    models.Signaalconcept,
    models.Signaaldossier,
    models.Themasignaal,
)


def register_effects() -> None:
    """Called when the app is ready."""
    for shown in (models.Categorie, models.SignalenIndexPage, models.SignaalthemaPage):
        register_effect(shown, ALL)
    for model in UNSEEN:
        register_effect(model, NOTHING)
