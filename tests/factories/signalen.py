from __future__ import annotations

from typing import Any

from wijkteams.models import Organisatie, Wijk
from wijkteams.signalen import services
from wijkteams.signalen.models import Categorie, Klasse, Melder, Openbaarheid, Signaal, Soortplaats


def category(slug: str = "verkeer", klasse: str = Klasse.OPENBAAR, **fields: Any) -> Categorie:
    """A category of the city; the same one when it is there."""
    defaults = {"name": slug.capitalize(), "klasse": klasse, "plaats": Soortplaats.PRECIES}
    found, _made = Categorie.objects.get_or_create(slug=slug, defaults=defaults | fields)
    return found


def signal(wijk: Wijk, *, public: bool = True, email: str = "", **fields: Any) -> Signaal:
    """A signal as `services.tell` writes it; on the site unless that may not be."""
    categorie = fields.pop("categorie", None) or category()
    made = {
        "titel": "Het is donker bij de school",
        "tekst": "De lantaarn is al weken stuk.",
        "latitude": 52.01,
        "longitude": 4.71,
        "plaats_tekst": "Kadeweg 12",
    }
    melder = Melder(email=email, name="Jan Bakker") if email else None
    signaal = services.tell(Signaal(wijk=wijk, categorie=categorie, **made | fields), melder=melder)
    if public and not signaal.is_vertrouwelijk:
        signaal = services.show(signaal.pk, Openbaarheid.OPENBAAR)
    return signaal


def confidential(wijk: Wijk, **fields: Any) -> Signaal:
    """Something about people, that nobody but a few may know."""
    zorg = category("zorg", Klasse.VERTROUWELIJK)
    return signal(wijk, categorie=zorg, titel="Mijn buurvrouw komt niet meer buiten", **fields)


def partner(wijk: Wijk | None = None, **fields: Any) -> Organisatie:
    """An organisation that can be written to."""
    made = {"name": "Woongoed Sluis", "contact_email": "wijk@woongoed.example"}
    return Organisatie.objects.create(wijk=wijk, **made | fields)
