"""Mails to who signed up, in the outbox of the caller's transaction. Without an address: none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from core.mail.outbox import enqueue_mail, enqueue_message
from core.models import StadInstellingen
from wijkteams.activiteiten.aanmelden.face import face_of, moment_in_words, page_of
from wijkteams.activiteiten.aanmelden.letters import letter
from wijkteams.activiteiten.aanmelden.tokens import manage_url
from wijkteams.activiteiten.models import Aanmelding, ActiviteitPage, Herinnering, Keer

Facts = Callable[[], dict[str, str]]
WITH_LINK = {"bevestig", "komt", "wachtlijst", "plek", "aantal", "al", "verplaatst", "gaat_door"}
WITH_LINK |= {"herinnering"}
FOR_WHO_COMES = {"komt", "herinnering", "verplaatst", "gaat_door", "aantal"}
"Only these tell the link to take part online."


def tell(
    aanmelding: Aanmelding,
    kind: str,
    *,
    page: ActiviteitPage | None = None,
    about: Keer | None = None,
    facts: Facts | None = None,
    expires: datetime | None = None,
    gone: bool = False,
) -> None:
    """Write the mail of this kind (see `letters`), in the language in which they signed up.

    `about` is the time it is about, for who signed up for a series. `facts` is worked out with
    that language on. `gone`: there is no page any more to lead to.
    """
    if not aanmelding.email:
        return
    activiteit, keer = aanmelding.activiteit, about or aanmelding.keer
    page = page or page_of(activiteit, aanmelding.language)
    language = page.locale.language_code if page else aanmelding.language
    with translation.override(language):
        face = face_of(activiteit, keer, page)
        face = replace(face, url="") if gone else face
        said = {"status": aanmelding.get_status_display(), **(facts() if facts else {})}
        comes = kind in FOR_WHO_COMES and aanmelding.status == Aanmelding.Status.BEVESTIGD
        context = {
            "letter": letter(kind, aanmelding, face, said),
            "face": face,
            "name": aanmelding.name,
            "link": manage_url(aanmelding, language) if kind in WITH_LINK else "",
            "online_link": face.online_link if comes else "",
            "stad": StadInstellingen.objects.filter(site__is_default_site=True).first(),
            "language": language,
        }
        enqueue_mail("aanmelding", to=aanmelding.email, context=context, expires=expires)


def tell_team(aanmelding: Aanmelding) -> None:
    """Somebody without an address is offered a place: the team has to phone. Names nobody."""
    activiteit, keer = aanmelding.activiteit, aanmelding.keer
    with translation.override(settings.LANGUAGE_CODE):
        face = face_of(activiteit, keer, page_of(activiteit, settings.LANGUAGE_CODE))
        if not face.email or aanmelding.hold_until is None:
            return
        said = {
            "title": face.title,
            "when": face.when,
            "until": moment_in_words(aanmelding.hold_until),
        }
        enqueue_message(
            to=face.email,
            subject=_("Bel iemand van de wachtlijst: %(title)s") % said,
            text=_(
                "Bij %(title)s (%(when)s) is een plek vrijgekomen voor iemand zonder e-mailadres. "
                "Bel diegene, en zet daarna in de lijst of het doorgaat. "
                "De plek blijft vrij tot %(until)s. In de lijst staat er: Plek aangeboden."
            )
            % said,
            expires=aanmelding.hold_until,
        )


def tell_again(aanmelding: Aanmelding) -> None:
    """Somebody on the list asked once more: the mail tells how it stands, at most once an hour.

    The page says the same to everybody; else a stranger would learn who is on the list.
    """
    if not Herinnering.once(aanmelding, "nogmaals", f"{timezone.now():%Y%m%d%H}"):
        return
    waits_for_answer = {"onbevestigd": "bevestig", "aangeboden": "plek"}
    tell(aanmelding, waits_for_answer.get(aanmelding.status, "al"))
