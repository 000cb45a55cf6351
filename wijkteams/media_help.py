"""What belongs in each field of a picture or document, with an example."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

IMAGE_HELP = {
    "title": _("Zo vind je de foto terug. Bijvoorbeeld: Bomen planten op het Loodsveld."),
    "file": _("Een foto van je telefoon of computer, hoogstens 15 MB. Bijvoorbeeld: IMG_0412.jpg."),
    "description": _(
        "Wat er te zien is, voor wie de foto niet ziet. "
        "Bijvoorbeeld: Twee buren zetten een boom in de grond."
    ),
    "photographer": _("Wie de foto maakte. Bijvoorbeeld: Lotte."),
    "licence": _("Van internet mag meestal niet. Bijvoorbeeld: Zelf gemaakt."),
    "licence_text": _("Alleen bij 'Anders'. Bijvoorbeeld: Foto: Stadsarchief Sluisdam."),
    "consent": _(
        "Zonder antwoord staat de foto nog niet op de site. "
        "Bijvoorbeeld: Ja, en iedereen vindt het goed."
    ),
    "consent_by": _(
        "Zonder namen van kinderen. Bijvoorbeeld: alle zes op de foto, gevraagd op 3 maart."
    ),
    "consent_until": _(
        "Leeg: zonder einddatum. Twee weken ervoor krijg je een mail. Bijvoorbeeld: 31-12-2027."
    ),
    "consent_withdrawn": _("De foto gaat meteen van alle pagina's. Bijvoorbeeld: Ria belde."),
    "tags": _("Woorden om op te zoeken, met komma's ertussen. Bijvoorbeeld: bomen, Loodsveld."),
}
DOCUMENT_HELP = {
    "title": _("Zo heet het bestand op de site. Bijvoorbeeld: Verslag bewonersavond 3 maart."),
    "file": _("Een bestand van hoogstens 25 MB. Bijvoorbeeld: verslag.pdf."),
    "tags": _("Woorden om op te zoeken, met komma's ertussen. Bijvoorbeeld: verslag, groen."),
}
