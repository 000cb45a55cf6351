"""Actions on rows that belong together, for the table of roles (wijkteams.roles)."""

from __future__ import annotations

TEAM = frozenset(
    {
        "wijk.change",
        "lidmaatschap.add",
        "lidmaatschap.change",
        "lidmaatschap.delete",
        "uitnodiging.add",
        "uitnodiging.delete",
        "buurt.add",
        "buurt.change",
        "buurt.delete",
        "thema.add",
        "thema.change",
        "thema.delete",
        "inzage.view",
    }
)
AGENDA = frozenset(
    {
        "activiteit.change",  # one time of it: cancel, move, add a word, say how it was
        "aanmelding.view",
        "aanmelding.add",
        "aanmelding.change",
        "aanmelding.delete",
        "locatie.add",
        "locatie.change",
        "locatie.delete",
        "aanbod.change",  # what an organisation sent in
        "bron.add",  # a calendar of somebody else
        "bron.change",
        "bron.delete",
    }
)
LIJSTEN = frozenset(
    {
        "lijst.add",
        "lijst.change",
        "nieuwsbriefinstellingen.change",
        "abonnement.view",  # numbers, and addresses of which a part is hidden
        "abonnement.add",  # somebody who asked by phone or on paper
        "abonnement.delete",  # at their request
        "editie.view",
        "editie.send",
        "retour.view",
    }
)
CONTACT = frozenset(
    {"abonnement.contact", "abonnement.import", "abonnement.export", "panellid.contact"}
)
"The addresses themselves (R-04): for who is responsible for the ward."
ENQUETES = frozenset(
    {
        "enquete.view",  # how many answered
        "enquete.change",  # a new version, close now, what is shown of the results
        "enquete.export",
        "inzending.view",  # what was answered, once that may be seen
        "citaat.change",  # read open answers, and choose what is shown
        "deelname.add",  # codes on letters, and asking the panel
        "panellid.view",
        "panellid.delete",
    }
)
SIGNALEN = frozenset(
    {
        "signaal.view",  # but not the confidential ones
        "signaal.add",  # told by phone, at the door, in the walk-in hour
        "signaal.change",  # steps, passing on, merging, what stands on the site
        "signaal.export",  # without who told it
        "attendering.view",
        "organisatie.view",
    }
)
SIGNALEN_CONTACT = frozenset(
    {
        "signaal.contact",  # who told it, and how to reach them
        "signaal.confidential",  # care, poverty, persons (requirement G4): a smaller group
    }
)
INITIATIEVEN = frozenset(
    {
        "initiatief.view",
        "initiatief.change",  # steps, partners, what is asked, merging, lists on paper
        "initiatief.contact",  # who wants it and who helps, and how to reach them
        "initiatiefaanvraag.view",
        "initiatiefaanvraag.add",  # told by phone or at the door
        "initiatiefaanvraag.change",  # the answer of the team
    }
)
PARTNERS = frozenset(
    {
        "organisatie.add",
        "organisatie.change",
        "organisatie.delete",
        "categorie.add",
        "categorie.change",
        "categorie.delete",
        "open311sleutel.add",
        "open311sleutel.change",
        "open311sleutel.delete",
    }
)
MODERATIE = frozenset({"moderatie.view", "moderatie.change"})
"What was reported by readers, and what is done about it (requirements M2–M4)."
PAPIER = frozenset({"enquete.view", "papier.add"})
"Typing in what came on paper (requirement S6)."
TEAMWORK = AGENDA | LIJSTEN | ENQUETES | PAPIER | SIGNALEN | INITIATIEVEN
RESPONSIBLE = TEAM | TEAMWORK | CONTACT | PARTNERS | MODERATIE
CITY = frozenset(
    {
        "vakantie.change",
        "wijk.add",
        "importronde.add",
        "importronde.change",
        "settings.change",
        "persoon.change",
    }
)
