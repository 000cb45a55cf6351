"""What the dashboard says to people whose own work the site cannot do yet."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wijkteams.roles import Rol

NOTES = {
    Rol.SCHRIJVER: _(
        "Wat je schrijft, gaat eerst langs iemand van je team. Die leest mee en plaatst het."
    ),
    Rol.MODERATOR: _(
        "Jij leest wat bezoekers melden, en besluit wat ermee gebeurt. Wat wacht, staat hieronder "
        "bij ‘Gemelde inhoud’."
    ),
    Rol.SIGNALENTEAM: _(
        "Jij volgt op wat bewoners vertellen, ook wat vertrouwelijk is. Wat wacht, staat "
        "hieronder bij ‘Signalen’."
    ),
    Rol.INVOERDER_PAPIER: _(
        "Meldt iemand zich op papier of aan de telefoon aan voor een activiteit? Dan zet jij "
        "die op de lijst. Enquêtes op papier voer je in bij ‘Papier invoeren’, onder Enquêtes."
    ),
    Rol.PENNINGMEESTER: _(
        "Geld voor initiatieven bijhouden kan nog niet. Nu kun je documenten klaarzetten, "
        "bijvoorbeeld een begroting."
    ),
}


def note_for(rol: str) -> str:
    """A few words for a role; empty for roles whose buttons say it all."""
    return str(NOTES.get(Rol(rol), ""))
