"""What rows of wards do to the answers that are kept (core.page_cache)."""

from __future__ import annotations

from collections.abc import Iterator

from core.page_cache import ALL, NOTHING, register_effect
from wijkteams import models

# Frames, maps, lists and the finder show these; they change a few times a year.
EVERYWHERE = (
    models.Wijk,
    models.Buurt,
    models.Gebiedscode,
    models.Gezicht,
    models.Kaart,
    models.Kerncijfer,
    models.Omtrek,
    models.Organisatie,
    models.Postcode,
    models.Teamlid,
    models.TekstPage,
    models.Thema,
    models.WijkPage,
    models.WijkteamPage,
)
# Rights, rounds of importing, and old addresses: those are looked for when nothing was found.
UNSEEN = (
    # Who binds two things drops what shows them (wijkteams.draden.services).
    models.Draad,
    models.Importregel,
    models.Importronde,
    models.Lidmaatschap,
    models.OudAdres,
    models.OudPad,
    models.Uitnodiging,
    models.WijkApprovalTask,
    # Whoever writes these drops exactly what shows them (wijkteams.vermeldingen.writing).
    models.Vermelding,
    models.VermeldingBuurt,
    models.VermeldingThema,
    models.VermeldingWijk,
)


def of_rendition(rendition: models.Rendition) -> Iterator[str]:
    """Pages show the sizes of a picture that are there: one more changes them."""
    yield f"beeld:{rendition.image_id}"


def register_effects() -> None:
    """Called when the app is ready."""
    for model in EVERYWHERE:
        register_effect(model, ALL)
    for unseen in UNSEEN:
        register_effect(unseen, NOTHING)
    # Nothing shows a new file yet; whoever begins to show it is dropped for that.
    register_effect(models.Image, ALL, created=NOTHING)
    register_effect(models.Document, ALL, created=NOTHING)
    register_effect(models.Rendition, of_rendition)
