"""Whether a signal can go to the system of a partner, and what is said there."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from wijkteams.models import Organisatie
from wijkteams.signalen.models import Doorzending, Koppeling, Melder, Signaal
from wijkteams.signalen.partners.koppeling.sealing import unseal

MOST_TEXT = 4000


def has_system(rows: QuerySet[Organisatie]) -> bool:
    """Whether one of them can be reached by a system."""
    return Koppeling.objects.filter(is_actief=True, organisatie__in=rows.values("pk")).exists()


def demand_system(signaal: Signaal, organisatie: Organisatie) -> Koppeling:
    """The system to which this signal can go; raises ValidationError when it cannot.

    What is confidential goes to no system: nobody knows who reads along there.
    """
    if signaal.is_vertrouwelijk:
        raise ValidationError({"weg": _("Een vertrouwelijk signaal gaat niet naar een systeem.")})
    found = Koppeling.objects.filter(organisatie=organisatie, is_actief=True).first()
    if found is None:
        raise ValidationError({"weg": _("Het systeem van deze organisatie is niet gekoppeld.")})
    if not service_code(found, signaal):
        text = _("Voor deze categorie is bij die koppeling nog geen code ingevuld.")
        raise ValidationError({"weg": text})
    return found


def service_code(koppeling: Koppeling, signaal: Signaal) -> str:
    """What our category is called there; '' when it has no place there."""
    codes = koppeling.diensten
    return str(codes.get(signaal.categorie.slug) or codes.get("") or "")


def fields_of(koppeling: Koppeling, doorzending: Doorzending) -> dict[str, str]:
    """The form of GeoReport v2. Who told it is only there when that was agreed (rule R-41)."""
    signaal = doorzending.signaal
    texts = (signaal.titel, signaal.tekst, doorzending.bericht, signaal.code)
    told = {
        "api_key": unseal(koppeling.sleutel),
        "jurisdiction_id": koppeling.jurisdictie,
        "service_code": service_code(koppeling, signaal),
        "description": "\n\n".join(text for text in texts if text)[:MOST_TEXT],
        "address_string": signaal.plaats_tekst or signaal.wijk.name,
    }
    if signaal.latitude is not None and signaal.longitude is not None:
        told |= {"lat": f"{signaal.latitude:.6f}", "long": f"{signaal.longitude:.6f}"}
    if doorzending.met_contact:
        told |= _contact(signaal)
    return {name: value for name, value in told.items() if value}


def _contact(signaal: Signaal) -> dict[str, str]:
    melder = Melder.objects.filter(signaal=signaal).first()
    if melder is None:
        return {}
    return {"first_name": melder.name, "email": melder.email, "phone": melder.phone}
