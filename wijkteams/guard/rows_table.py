"""Screens of the rows of a ward (each a `WijkModelViewSet`) and of who works for the city."""

from __future__ import annotations

from wijkteams.guard.questions import inside, own, own_page
from wijkteams.guard.rules import CITY, OPEN, Table, asks

_LISTS = ("index", "index_results", "add")
_OF_ONE = ("edit", "delete", "history", "history_results", "usage", "inspect", "copy")


def screens_of(model: str, *more: str, name: str = "") -> Table:
    """The lines of a `WijkModelViewSet`: `screens_of("signalen.Signaal", "afhandelen")`."""
    name = name or model.lower().rpartition(".")[2]
    question = own(model)
    lists = {f"{name}:{screen}": OPEN for screen in _LISTS}
    return lists | {f"{name}:{screen}": asks({"pk": question}) for screen in (*_OF_ONE, *more)}


ROWS: Table = {
    **screens_of("wijkteams.Wijk"),
    **screens_of("wijkteams.Lidmaatschap"),
    **screens_of("wijkteams.Uitnodiging", "resend"),
    **screens_of("wijkteams.Buurt"),
    **screens_of("wijkteams.Thema"),
    **screens_of("wijkteams.Organisatie", "link", "voorstel"),
    **screens_of("activiteiten.Aanbod", "read", "take", "refuse"),
    **screens_of("activiteiten.Locatie"),
    **screens_of("activiteiten.Bron", "voorbeeld", "ophalen", "kiezen"),
    **{f"vakantie:{name}": CITY for name in (*_LISTS, "edit", "delete")},
    # What is said while somebody types; the view asks about the agenda itself.
    "agenda_hulp:zin": OPEN,
    "agenda_hulp:dubbel": asks({"?agenda": own_page()}),
    **{f"keren:{name}": asks({"page_id": own_page()}) for name in ("index", "all_off", "all_on")},
    **{
        f"keren:{name}": asks({"pk": own("activiteiten.Keer")})
        for name in ("edit", "off", "on", "part")
    },
    # Its view lists what was made for the own wards.
    "drukwerk:index": OPEN,
    "drukwerk:agenda": asks({"=agenda": own_page()}),
    "drukwerk:poster": asks({"page_id": own_page()}),
    "drukwerk:download": asks({"pk": own("activiteiten.Drukwerk")}),
    # enquetes
    "enquete_respons": asks({"pk": own("enquetes.Enquete")}),
    **{
        f"uitvoer:{name}": asks({"pk": own("enquetes.Enquete")})
        for name in ("index", "order", "codebook")
    },
    **{
        f"uitslag:{name}": asks({"pk": own("enquetes.Enquete")})
        for name in ("index", "publish", "take_back", "lezen", "getoond", "unshow")
    },
    "uitvoer:download": asks({"pk": own("enquetes.Uitvoer")}),
    **{
        f"toegang:{name}": asks({"pk": own("enquetes.Enquete")})
        for name in (
            "codes",
            "codes_maken",
            "codes_opnieuw",
            "panel",
            "panel_mailen",
            "bewaren",
        )
    },
    "toegang:codeblad": asks({"pk": own("enquetes.Codeblad")}),
    "toegang:lid_weg": asks({"pk": own("enquetes.Panellid")}),
    # Its view lists the members of the own wards' panels.
    "toegang:leden": OPEN,
    "papier:index": OPEN,
    **{
        f"papier:{name}": asks({"pk": own("enquetes.Enquete")}) for name in ("enquete", "afdrukken")
    },
    **{
        f"papier:{name}": asks({"stapel_id": own("enquetes.Papierstapel")})
        for name in ("stapel", "begin", "verschillen", "tellen")
    },
    **{
        f"papier:{name}": asks({"invoer_id": own("enquetes.Papierinvoer")})
        for name in ("formulier", "weg")
    },
    "papier:download": asks({"druk_id": own("enquetes.Formulierdruk")}),
    # signalen
    **screens_of("signalen.Categorie"),
    **screens_of("signalen.Open311Sleutel"),
    "signalen:index": OPEN,
    "signalen:kaart": OPEN,
    "signalen:nieuw": OPEN,
    "signalen:jaar": OPEN,
    # Its view lists what was made for the own wards.
    "signalen:dossiers": OPEN,
    "signalen:dossier": OPEN,
    "signalen:dossier_pdf": asks({"dossier_id": own("signalen.Signaaldossier")}),
    # Numbers of the own wards.
    "signaalattenderingen": OPEN,
    # Their views ask about each of the signals that were ticked.
    "signalen:stappen": OPEN,
    "signalen:samen": OPEN,
    **{
        f"signalen:{name}": asks({"pk": own("signalen.Signaal")})
        for name in ("een", "stap", "regelen", "soort", "site", "los", "mee", "tekst")
    },
    # The views look the rest up within that signal.
    "signalen:tweede": asks({"pk": own("signalen.Signaal"), "opvolging_id": inside}),
    **{
        f"signalen:{name}": asks({"pk": own("signalen.Signaal"), "foto_id": inside})
        for name in ("foto", "foto_site", "foto_weg", "afdekken")
    },
    "signaalpartner:doorzetten": asks({"pk": own("signalen.Signaal")}),
    "signaalpartner:koppeling": asks({"pk": own("wijkteams.Organisatie")}),
    **{
        f"signaalpartner:{name}": asks({"pk": own("signalen.Doorzending")})
        for name in ("nakijken", "intrekken")
    },
    # Its view asks about each of the signals that were ticked.
    "signaalthema:maken": OPEN,
    **{
        f"signaalthema:{name}": asks({"page_id": own_page()}) for name in ("signalen", "maak_ervan")
    },
    # initiatieven
    **{f"initiatieven:{name}": OPEN for name in ("index", "ideeen", "nieuw")},
    **{
        f"initiatieven:{name}": asks({"pk": own("initiatieven.InitiatiefAanvraag")})
        for name in ("idee", "aannemen", "vragen", "afwijzen", "meedoen", "oppakken")
    },
    **{
        f"initiatieven:{name}": asks({"pk": own("initiatieven.Initiatief")})
        for name in ("een", "stap", "plek", "partner", "draad", "maak_ervan")
    },
    # Its view offers only initiatives that the user may see.
    **{
        f"samenvoegen:{name}": asks({"pk": own("initiatieven.Initiatief")})
        for name in ("samen", "los")
    },
    "initiatiefhulp:overzicht": asks({"pk": own("initiatieven.Initiatief")}),
    **{
        f"initiatiefhulp:{name}": asks({"pk": own("initiatieven.Initiatief"), "code": inside})
        for name in ("vraag", "opschrijven")
    },
    "initiatiefsteun:overzicht": asks({"pk": own("initiatieven.Initiatief")}),
    **{
        f"initiatiefsteun:{name}": asks({"pk": own("initiatieven.Initiatief"), "lijst_id": inside})
        for name in ("scan", "weg")
    },
    # The views look the rest up within that idea or initiative.
    "initiatieven:foto": asks({"pk": own("initiatieven.InitiatiefAanvraag"), "beeld_id": inside}),
    "initiatieven:partner_weg": asks({"pk": own("initiatieven.Initiatief"), "rol_id": inside}),
    "initiatieven:draad_weg": asks({"pk": own("initiatieven.Initiatief"), "draad_id": inside}),
    **{
        f"initiatieven:{name}": asks({"pk": own("initiatieven.Initiatief"), "nemer_id": inside})
        for name in ("link", "vertrouwen")
    },
    **{
        f"initiatieven:{name}": asks({"pk": own("initiatieven.Initiatief"), "update_id": inside})
        for name in ("bericht_ja", "bericht_nee", "berichtfoto")
    },
    **{
        f"initiatieven:{name}": asks({"pk": own("initiatieven.Initiatief"), "wijziging_id": inside})
        for name in ("wijziging_ja", "wijziging_nee")
    },
    # moderatie
    "moderatie:index": OPEN,
    # Its view asks about each of the reports that were ticked.
    "moderatie:onzin": OPEN,
    **{
        f"moderatie:{name}": asks({"pk": own("moderatie.Inhoudsmelding")})
        for name in ("een", "besluit", "mening")
    },
    "moderatie:herziening": asks({"pk": own("moderatie.Herziening")}),
    "nieuwsbrief_maken:concept": asks({"index_id": own_page()}),
    "tweede_stap_uitzetten": CITY,
    "taken:index": CITY,
    "taken:again": CITY,
    "mailcontrole": CITY,
    **{f"personen:{name}": CITY for name in ("index", "export", "erase", "purged")},
    # Its view lists what the own ward's team took out.
    "inzage": OPEN,
    "wijk_openen:add": CITY,
    "wijk_openen:done": CITY,
    **{
        f"wijkimport:{name}": CITY
        for name in ("index", "upload", "ronde", "confirm", "drop", "undo")
    },
}
