"""What the DNS must say: SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 7489), MX (RFC 5321)."""

from __future__ import annotations

import base64
import binascii
import re
from email.utils import parseaddr

from django.conf import settings
from django.utils.translation import gettext as _

from nieuws.retouren.dnscheck.findings import Finding, State, no_answer, only_one
from nieuws.retouren.dnscheck.records import Answer, Question, ask

MOST_LOOKUPS = 10  # RFC 7208, 4.6.4
_LOOKUP = re.compile(r"(?:^|\s)[+~?-]?(include|a|mx|ptr|exists|redirect)(?=[:=/\s]|$)", re.I)
SHORT_KEY = 200
"Bytes of a public RSA key of 1,024 bits, with what stands around it; of 2,048 bits it is 294."


def check() -> list[Finding]:
    """Everything about the addresses that the settings name."""
    sender = _domain(settings.DEFAULT_FROM_EMAIL)
    returns = _domain(settings.BOUNCE_ADDRESS) or sender
    keys = [f"{selector}._domainkey.{sender}" for selector in settings.DKIM_SELECTORS]
    above = _above(sender)
    questions: list[Question] = [(returns, "TXT"), (sender, "MX"), (returns, "MX")]
    questions += [(f"_dmarc.{name}", "TXT") for name in (sender, above)]
    questions += [(key, "TXT") for key in keys]
    told = ask(questions)
    return [
        spf(returns, told[returns, "TXT"]),
        *_dkim(keys, told, sender),
        _dmarc(sender, above, told),
        together(sender, returns),
        *(receives(name, told[name, "MX"]) for name in dict.fromkeys((sender, returns))),
    ]


def spf(domain: str, answer: Answer) -> Finding:
    """Which servers may send for a domain; asked of the envelope sender's."""
    record = only_one("SPF", domain, answer, "v=spf1 ")
    if isinstance(record, Finding):
        return record
    lowered = record.lower()
    if re.search(r"(^|\s)\+?all(\s|$)", lowered):
        text = _("Met '+all' mag iedereen namens jullie mailen. Maak er '~all' of '-all' van.")
        return Finding("SPF", domain, State.WRONG, text, record)
    if len(_LOOKUP.findall(record)) > MOST_LOOKUPS:
        text = _("Er wordt naar meer dan 10 andere namen verwezen. Dan telt SPF niet mee.")
        return Finding("SPF", domain, State.WRONG, text, record)
    if not re.search(r"[~-]all(\s|$)|redirect=", lowered):
        text = _("Er staat niet wat er met andere servers moet. Eindig met '~all' of '-all'.")
        return Finding("SPF", domain, State.LOOK, text, record)
    text = _("Kijk zelf na of jullie mailserver of verzenddienst erin staat.")
    return Finding("SPF", domain, State.GOOD, text, record)


def dkim(name: str, answer: Answer) -> Finding:
    """The key by which others see that a mail was not changed on its way."""
    if answer.failed:
        return no_answer("DKIM", name)
    record = next((one for one in answer.records or () if "p=" in one), "")
    if not record:
        text = _("Deze sleutel staat niet in de DNS. Zet hem erin, of verbeter DKIM_SELECTORS.")
        return Finding("DKIM", name, State.WRONG, text)
    tags = _tags(record)
    key = re.sub(r"\s", "", tags.get("p", ""))
    if not key:
        text = _("Deze sleutel is ingetrokken. Teken met een andere.")
        return Finding("DKIM", name, State.WRONG, text, record)
    try:
        size = len(base64.b64decode(key, validate=True))
    except (binascii.Error, ValueError):
        text = _("Deze sleutel is niet te lezen. Zet hem opnieuw in de DNS.")
        return Finding("DKIM", name, State.WRONG, text, record)
    if tags.get("k", "rsa") == "rsa" and size < SHORT_KEY:
        text = _("Deze sleutel is kort. Maak een nieuwe van 2048 bits.")
        return Finding("DKIM", name, State.LOOK, text, record)
    return Finding("DKIM", name, State.GOOD, _("De sleutel is in orde."), record)


def dmarc(name: str, answer: Answer) -> Finding:
    """What others should do with mail that says to be ours, but is not."""
    record = only_one("DMARC", name, answer, "v=dmarc1")
    if isinstance(record, Finding):
        return record
    policy = _tags(record).get("p", "").lower()
    if policy not in ("none", "quarantine", "reject"):
        text = _("Er staat niet wat anderen moeten doen: p=quarantine of p=reject ontbreekt.")
        return Finding("DMARC", name, State.WRONG, text, record)
    if policy == "none":
        text = _("Valse mail wordt nog gewoon bezorgd. Gaat alles goed? Kies dan p=quarantine.")
        return Finding("DMARC", name, State.LOOK, text, record)
    return Finding("DMARC", name, State.GOOD, _("Valse mail wordt tegengehouden."), record)


def together(sender: str, returns: str) -> Finding:
    """SPF only helps DMARC when both addresses are of one organisation (RFC 7489, 3.1.2)."""
    where = f"{sender} · {returns}"
    if _above(sender) == _above(returns):
        text = _("Afzender en retouradres horen bij elkaar.")
        return Finding(_("Afzender"), where, State.GOOD, text)
    text = _("Het retouradres is van een ander domein dan de afzender. Dan telt alleen DKIM.")
    return Finding(_("Afzender"), where, State.LOOK, text)


def receives(domain: str, answer: Answer) -> Finding:
    """Whether answers and returns can arrive."""
    if answer.failed:
        return no_answer("MX", domain)
    servers = [one for one in answer.records or () if one.split(" ")[-1] != "."]
    if not servers:
        text = _("Hier kan geen mail aankomen: ook antwoorden en retouren niet.")
        return Finding("MX", domain, State.WRONG, text)
    return Finding("MX", domain, State.GOOD, _("Hier kan mail aankomen."), ", ".join(servers))


def _dkim(keys: list[str], told: dict[Question, Answer], sender: str) -> list[Finding]:
    if not keys:
        text = _("Zet in DKIM_SELECTORS hoe de sleutels heten; dan kijken we ze hier na.")
        return [Finding("DKIM", sender, State.LOOK, text)]
    return [dkim(key, told[key, "TXT"]) for key in keys]


def _dmarc(sender: str, above: str, told: dict[Question, Answer]) -> Finding:
    """What the domain itself says comes first, then that of the organisation (RFC 7489, 6.6.3)."""
    own = told[f"_dmarc.{sender}", "TXT"]
    name = sender if own.failed or own.starting("v=dmarc1") else above
    return dmarc(f"_dmarc.{name}", told[f"_dmarc.{name}", "TXT"])


def _tags(record: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in record.split(";") if "=" in part)
    return {name.strip().lower(): value.strip() for name, _sign, value in pairs}


def _domain(address: str) -> str:
    return parseaddr(address)[1].rpartition("@")[2].lower()


def _above(domain: str) -> str:
    """The domain of the organisation; Dutch and most other ones have two parts."""
    return ".".join(domain.split(".")[-2:])
