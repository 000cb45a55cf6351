"""What the team enters, by phone or from an existing list: they are asked too (N13, PL6)."""

from __future__ import annotations

import pytest

from accounts.models import User
from nieuws.abonneren import services
from nieuws.models import Abonnement, Lijst, Toestemming
from tests.nieuws.abonneren.conftest import Reads


@pytest.mark.parametrize("kanaal", ["telefoon", "papier", "deur", "spreekuur", "import"])
def test_nobody_is_on_the_list_before_they_say_so(
    lijst: Lijst, joris: User, mails: Reads, kanaal: str
) -> None:
    done = services.enter(
        "cor@bewoner.example",
        [lijst],
        kanaal=kanaal,
        by=joris,
        name="Cor",
        toelichting="formulier met handtekening, 12 mei",
    )
    row = Abonnement.objects.get()
    assert (row.status, row.bron, row.entered_by) == ("onbevestigd", kanaal, joris)
    event = Toestemming.objects.get()
    assert (event.door, event.kanaal) == (joris, kanaal)
    assert event.toelichting == "formulier met handtekening, 12 mei"
    assert event.soort == ("uitgenodigd" if kanaal == "import" else "gevraagd")
    assert done.mailed == ("uitgenodigd" if kanaal == "import" else "bevestig")
    services.confirm(row.aanvraag)
    assert Abonnement.objects.reachable().count() == 1
    assert len(mails()) == 1


def test_who_is_on_the_list_stays_as_they_are(lijst: Lijst, joris: User, anna: Abonnement) -> None:
    done = services.enter(
        "Anna@bewoner.example", [lijst], kanaal="import", by=joris, name="A. de Groot"
    )
    anna.refresh_from_db()
    assert (anna.name, anna.status, anna.bron) == ("Anna", "actief", "web")
    assert done.mailed == "al"


def test_an_address_that_is_none_is_refused(lijst: Lijst, joris: User) -> None:
    with pytest.raises(Exception, match="geen e-mailadres"):
        services.enter("cor", [lijst], kanaal="papier", by=joris)
