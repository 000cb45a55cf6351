"""What this room keeps about people."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.privacy import Processing, register, register_harmless
from wijkteams.initiatieven.aanvragen import people, retention

TEAM = _("Het wijkteam van uw wijk. Wij geven niets aan anderen als u dat niet goedvindt.")


def declare() -> None:
    """Called when the app is ready."""
    _declare_ideas()
    _declare_drafts()
    # A volunteer's own account says what they did; with the account the link goes.
    register_harmless(
        "initiatieven.InitiatiefAanvraag", "ingevoerd_door", "toegewezen_aan", "beslist_door"
    )
    register_harmless("initiatieven.Aanvraagstap", "door")


def _declare_ideas() -> None:
    register(
        Processing(
            key="initiatieven-aanvraag",
            title=_("Een idee voor de wijk"),
            who=_("Bewoners die een idee vertellen, en wie met hen meedoet"),
            data=(
                _("naam, en e-mailadres of telefoonnummer"),
                _("of uw naam op de site mag"),
                _("wat u wilt doen, waarom, waar, met wie, en uw foto"),
                _("wat het wijkteam antwoordde"),
            ),
            purpose=_("U antwoord geven op uw idee, en u op weg helpen."),
            ground=_("Toestemming: u vertelt ons zelf uw idee, en u kunt het intrekken."),
            retention=_(
                "Tot 1 jaar na het antwoord. Een e-mailadres dat niet is bevestigd: 7 dagen. "
                "Wordt het een initiatief? Dan zolang dat loopt."
            ),
            receivers=TEAM,
            keep=retention.CONTACT,
            covers={
                "initiatieven.InitiatiefAanvraag": (
                    "titel",
                    "idee",
                    "waarom",
                    "wie",
                    "nodig",
                    "plaats_tekst",
                    "latitude",
                    "longitude",
                    "reden",
                    "code",
                ),
                "initiatieven.AanvraagFoto": ("file", "code"),
                "initiatieven.Aanvraagstap": ("tekst",),
                "initiatieven.Initiatiefnemer": ("name", "email", "phone", "language", "code"),
            },
            export=people.export_ideas,
            files=people.photos_of,
            erase=people.erase_ideas,
            purge=retention.purge_ideas,
        )
    )


def _declare_drafts() -> None:
    register(
        Processing(
            key="initiatieven-half-verteld",
            title=_("Een idee dat u nog niet verstuurde"),
            who=_("Bewoners die een idee opschrijven"),
            data=(_("wat u tot nu toe opschreef, en uw foto"),),
            purpose=_("U kunt even stoppen en dan verdergaan."),
            ground=_("Toestemming: u begint zelf met schrijven."),
            retention=_("Tot u verstuurt, en anders 30 dagen."),
            keep=retention.DRAFT,
            covers={"initiatieven.Aanvraagconcept": ("code", "inhoud", "foto")},
            erase=people.erase_drafts,
            purge=retention.purge_drafts,
        )
    )
