"""What signals keep about people."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from core.privacy import Processing, register, register_harmless
from wijkteams.privacy_credits import declare_credits
from wijkteams.signalen.bewaren import files, people, retention, terms
from wijkteams.signalen.models import SignaalthemaPage

TEAM = _("Het wijkteam van uw wijk. Wij geven niets aan anderen als u dat niet goedvindt.")


def declare() -> None:
    """Called when the app is ready."""
    files.connect()
    _declare_signals()
    _declare_contact()
    _declare_drafts()
    _declare_alerts()
    _declare_partners()
    _declare_access()
    declare_credits(
        SignaalthemaPage,
        "foto-bij-signaalthema",
        _("Wie de foto bij een thema van signalen maakte"),
        "thema",
    )
    _declare_harmless()


def _declare_signals() -> None:
    register(
        Processing(
            key="signalen",
            title=_("Wat bewoners vertellen over de wijk"),
            who=_("Bewoners die een signaal geven, en over wie het gaat"),
            data=(
                _("wat u vertelt, waar het is, en de foto's die u stuurt"),
                _("of wij uw woorden mogen gebruiken"),
                _("wat het wijkteam ermee deed"),
            ),
            purpose=_("Zien wat er speelt in de wijk, er iets aan doen, en u dat laten weten."),
            ground=_(
                "Toestemming: u kiest zelf wat u vertelt. Gaat het over zorg, geld of mensen? "
                "Dan leest alleen een kleine groep het, en komt het nooit op de site."
            ),
            retention=_(
                "Wat niet op de site staat, wissen wij 12 maanden nadat het signaal klaar is; "
                "ook wat het wijkteam er voor zichzelf bij schreef. Wat op de site staat, blijft: "
                "zonder uw naam, zonder huisnummer."
            ),
            receivers=TEAM,
            keep=terms.TEXT,
            covers={
                "signalen.Signaal": ("titel", "tekst", "plaats_tekst", "latitude", "longitude"),
                "signalen.SignaalFoto": ("file", "small"),
                "signalen.Opvolging": ("openbare_zin", "interne_notitie"),
                "signalen.Themasignaal": ("citaat",),
            },
            purge=retention.purge_texts,
        )
    )


def _declare_contact() -> None:
    register(
        Processing(
            key="signalen-contact",
            title=_("Wie een signaal gaf, en wie het volgt"),
            who=_("Bewoners die hun naam, e-mailadres of telefoonnummer invullen"),
            data=(
                _("naam, e-mailadres en telefoonnummer, als u die invult"),
                _("of u wilt horen wat ermee gebeurt"),
                _("van wie er ook last van heeft: een code, zodat ieder één keer telt"),
                _("uw antwoord op de vraag of het echt is opgelost"),
            ),
            purpose=_("U laten weten wat er met uw signaal gebeurt, en u iets kunnen vragen."),
            ground=_("Toestemming: u kiest zelf of u dit invult, en u kunt altijd stoppen."),
            retention=_(
                "Tot 90 dagen nadat het signaal klaar is. Volgt u een signaal en bevestigt u dat "
                "niet? Dan 7 dagen."
            ),
            receivers=TEAM,
            keep=terms.CONTACT,
            covers={
                "signalen.Melder": ("name", "email", "phone", "code", "is_opgelost"),
                "signalen.Medemelder": ("email", "language", "code", "kenmerk", "is_opgelost"),
            },
            export=people.export_signals,
            files=people.photos_of,
            erase=people.erase_signals,
            purge=retention.purge_contact,
        )
    )


def _declare_drafts() -> None:
    register(
        Processing(
            key="signalen-half-verteld",
            title=_("Een signaal dat u nog niet verstuurde"),
            who=_("Bewoners die een signaal geven"),
            data=(_("wat u tot nu toe vertelde, en uw foto's"),),
            purpose=_("U kunt even stoppen en dan verdergaan."),
            ground=_("Toestemming: u begint zelf met vertellen."),
            retention=_("Tot u verstuurt, en anders 24 uur."),
            keep=timedelta(days=1),
            covers={
                "signalen.Signaalconcept": ("sleutel", "inhoud"),
                "signalen.ConceptFoto": ("inhoud",),
            },
            erase=people.erase_drafts,
            purge=retention.purge_drafts,
        )
    )


def _declare_alerts() -> None:
    register(
        Processing(
            key="signalen-attendering",
            title=_("Mail over nieuwe signalen in uw wijk"),
            who=_("Wie daarom vraagt"),
            data=(_("e-mailadres"), _("van welke wijk, hoe vaak en in welke taal")),
            purpose=_("U mailen wat er speelt in uw wijk."),
            ground=_("Toestemming. U kunt altijd stoppen, met de link in elke mail."),
            retention=_("Tot u stopt; niet bevestigd 7 dagen."),
            receivers=_("Alleen de dienst die onze mail bezorgt."),
            keep=terms.UNCONFIRMED,
            covers={"signalen.Attendering": ("email", "language", "code")},
            export=people.export_alerts,
            erase=people.erase_alerts,
            purge=retention.purge_alerts,
        )
    )


def _declare_partners() -> None:
    register(
        Processing(
            key="signalen-partners",
            title=_("Wie bij een partner een signaal beantwoordt"),
            who=_("Medewerkers van de gemeente, corporaties en andere partners"),
            data=(_("naam en e-mailadres"), _("wat wij schreven en wat u antwoordde")),
            purpose=_("Een signaal doorgeven aan wie er iets aan kan doen."),
            ground=_("Gerechtvaardigd belang: samen de wijk beter maken."),
            retention=_(
                "Naam en e-mailadres tot 90 dagen, de brieven tot 12 maanden nadat het signaal "
                "klaar is."
            ),
            covers={"signalen.Doorzending": ("email", "antwoord_door", "bericht", "antwoord")},
            export=people.export_forwarded,
            erase=people.erase_forwarded,
        )
    )


def _declare_access() -> None:
    register(
        Processing(
            key="signalen-inzage",
            title=_("Wie een vertrouwelijk signaal las"),
            who=_("Vrijwilligers van een wijkteam"),
            data=(_("wie"), _("welk signaal"), _("wanneer")),
            purpose=_("Kunnen laten zien dat alleen wie dat mag het las."),
            ground=_("Wettelijke plicht: de AVG vraagt om goede beveiliging."),
            retention=_("2 jaar."),
            keep=terms.ACCESS,
            covers={"signalen.Raadpleging": ("door", "wat", "wanneer")},
            purge=retention.purge_access,
        )
    )


def _declare_harmless() -> None:
    """A volunteer's own account says what they did; with the account the link goes."""
    register_harmless("signalen.Signaal", "ingevoerd_door", "toegewezen_aan")
    register_harmless("signalen.Opvolging", "door", "bevestigd_door")
    register_harmless("signalen.Doorzending", "door", "nagekeken_door")
    register_harmless("signalen.Themasignaal", "door")
    register_harmless("signalen.Signaaldossier", "made_by", "title")
    register_harmless("signalen.Open311Sleutel", "name", "made_by")
    register_harmless("signalen.Koppeling", "adres")
    register_harmless("signalen.Categorie", "name", "loket_telefoon")
