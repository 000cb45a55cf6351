"""What surveys keep about people."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from core.privacy import Processing, register, register_harmless
from enquetes.privacy_credits import declare_credits
from enquetes.toegang import people, retention

YEAR = timedelta(days=365)
TEAM = _("Het wijkteam dat de enquête houdt. Wij geven niets aan anderen.")


def declare() -> None:
    """Called when the app is ready."""
    declare_credits()
    _declare_answers()
    _declare_drafts()
    _declare_rights()
    _declare_addresses()
    _declare_panel()
    # A volunteer's own account says what they made or read; with the account the link goes.
    for model in ("Codeblad", "Formulierdruk", "Panelronde", "Papierstapel", "Uitvoer"):
        register_harmless(f"enquetes.{model}", "made_by")
    register_harmless("enquetes.Citaat", "read_by")


def _declare_answers() -> None:
    register(
        Processing(
            key="enquetes",
            title=_("Antwoorden op een enquête"),
            who=_("Bewoners die een enquête invullen"),
            data=(
                _("wat u antwoordt, en een foto als u die stuurt"),
                _("in welke taal u invult, en hoe: op de site, op papier of door de telefoon"),
                _("de dag waarop uw antwoorden bij de andere kwamen, niet het uur"),
                _("uw buurt, als u die zelf opgeeft of als u een code uit een brief gebruikt"),
                _("uw naam en e-mailadres, alleen als de enquête daarom vraagt"),
                _("wie van het wijkteam een papieren formulier overtypte, tot het is meegeteld"),
            ),
            purpose=_("Weten wat de wijk vindt, en laten zien wat wij ermee doen."),
            ground=_("Toestemming: u kiest zelf of u invult, en u kunt vragen overslaan."),
            retention=_(
                "De antwoorden tot 12 maanden na de sluiting, of korter als het wijkteam dat "
                "koos. De cijfers van de uitslag blijven. Daarin is niemand te herkennen. Is een "
                "enquête anoniem? Dan kunnen wij uw antwoorden niet terugvinden, ook niet voor u. "
                "Bent u jonger dan 16 jaar? Vraag dan eerst aan uw ouder of verzorger of u mag "
                "invullen."
            ),
            receivers=TEAM,
            keep=YEAR,
            covers={
                "enquetes.Inzending": ("antwoorden", "buurt", "kanaal", "language", "dag"),
                "enquetes.Envelop": ("inhoud", "dag"),
                "enquetes.AntwoordFoto": ("file",),
                "enquetes.Afzender": ("name", "email"),
                "enquetes.Papierinvoer": ("antwoorden", "entered_by"),
                "enquetes.Citaat": ("tekst",),
            },
            export=people.export_answers,
            erase=people.erase_answers,
            purge=retention.purge_answers,
        )
    )


def _declare_drafts() -> None:
    register(
        Processing(
            key="enquete-half-ingevuld",
            title=_("Een enquête die u nog niet verstuurde"),
            who=_("Bewoners die een enquête invullen"),
            data=(_("wat u tot nu toe antwoordde, op slot: alleen met uw link te lezen"),),
            purpose=_("U kunt stoppen en later verdergaan."),
            ground=_("Toestemming: u begint zelf met invullen."),
            retention=_("Tot u verstuurt, en anders tot de dag die bij uw link staat."),
            covers={
                "enquetes.Concept": ("sleutel", "inhoud"),
                "enquetes.ConceptFoto": ("naam", "inhoud"),
            },
            keep=timedelta(days=30),
            purge=retention.purge_drafts,
        )
    )


def _declare_rights() -> None:
    register(
        Processing(
            key="enquete-een-keer",
            title=_("Dat een enquête niet twee keer wordt ingevuld"),
            who=_("Bewoners die een enquête invullen met een mail of een code uit een brief"),
            data=(
                _("een code waaruit uw adres niet te lezen is, en of die gebruikt is"),
                _("van een brief: voor welke buurt die was, en welk nummer de code had"),
                _("een teken in uw browser dat daar is ingevuld, bij iedereen hetzelfde"),
            ),
            purpose=_("Iedereen telt één keer mee."),
            ground=_("Gerechtvaardigd belang: een eerlijke uitslag."),
            retention=_(
                "Tegelijk met de antwoorden: tot 12 maanden na de sluiting. Bladen met codes "
                "30 dagen. Het teken in uw browser tot een jaar na de sluiting."
            ),
            receivers=TEAM,
            keep=YEAR,
            covers={
                "enquetes.Deelname": ("digest", "nummer", "buurt", "used"),
                "enquetes.Codeblad": ("file",),
            },
            purge=retention.purge_sheets,
        )
    )


def _declare_addresses() -> None:
    register(
        Processing(
            key="enquete-uitslag-mail",
            title=_("Wie de uitslag van een enquête gemaild wil krijgen"),
            who=_("Bewoners die daarvoor hun adres opgeven"),
            data=(_("e-mailadres"), _("in welke taal")),
            purpose=_("U de uitslag mailen, één keer."),
            ground=_("Toestemming. Uw adres staat los van wat u antwoordde."),
            retention=_("Tot de uitslag gemaild is, en hoogstens tot 12 maanden na de sluiting."),
            receivers=_("Alleen de dienst die onze mail bezorgt."),
            keep=YEAR,
            covers={"enquetes.Uitslagmail": ("email", "language")},
            export=people.export_addresses,
            erase=people.erase_addresses,
            purge=retention.purge_addresses,
        )
    )


def _declare_panel() -> None:
    register(
        Processing(
            key="bewonerspanel",
            title=_("Wie in het bewonerspanel zit"),
            who=_("Bewoners die mee willen denken"),
            data=(
                _("e-mailadres"),
                _("uw naam, als u die invulde"),
                _("in welke taal"),
                _("voor welke enquêtes wij u vroegen, en of u invulde; niet wat u invulde"),
            ),
            purpose=_("U vragen wat u vindt, en u één keer herinneren."),
            ground=_("Toestemming. U kunt altijd stoppen, met de link in elke mail."),
            retention=_("Tot u stopt; niet bevestigd 7 dagen."),
            receivers=_(
                "Wie in uw wijk voor de enquêtes zorgt, en (alleen uw adres) de dienst die onze "
                "mail bezorgt."
            ),
            covers={
                "enquetes.Panellid": ("email", "email_key", "name", "language", "code"),
            },
            export=people.export_panel,
            erase=people.erase_panel,
            keep=retention.TO_CONFIRM,
            purge=retention.purge_panel,
        )
    )
