"""Why something was not fetched, in words for people."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _


class FetchRefused(Exception):  # noqa: N818 - named for what it is, as all refusals here
    """It was not fetched; the text says why, and nothing of what stands behind our door."""

    def __init__(self, message: str, code: str, status: int = 0) -> None:
        super().__init__(message)
        self.code = code
        self.status = status
        "What the site answered, if that was what it was refused for."


def refuse(code: str, **words: Any) -> FetchRefused:
    """The refusal with this code."""
    texts = {
        "address": _("Dit adres begrijpen we niet. Kopieer het nog een keer."),
        "scheme": _("Het adres moet met https:// beginnen."),
        "login": _("In het adres mag geen naam of wachtwoord staan."),
        "port": _("Het adres mag geen eigen poort hebben."),
        "unknown": _("We vinden geen site op dit adres. Klopt het?"),
        "inside": _("Dit adres is niet van een openbare site."),
        "connect": _("De site geeft geen antwoord."),
        "certificate": _("De beveiliging van die site klopt niet (het certificaat)."),
        "slow": _("De site is te langzaam. We proberen het later nog eens."),
        "large": _("Het bestand is te groot: meer dan %(most)s MB."),
        "type": _("Op dit adres staat iets anders dan we zoeken (%(type)s)."),
        "status": _("De site geeft een fout (%(status)s)."),
        "redirects": _("Het adres stuurt te vaak door naar een ander adres."),
        "unsure": _("De verbinding viel weg. We weten niet of het is aangekomen."),
        "answer": _("Het antwoord van de site is niet te begrijpen."),
    }
    return FetchRefused(texts[code] % words, code, int(words.get("status", 0)))
