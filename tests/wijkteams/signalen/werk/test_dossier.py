"""Chosen signals on paper, and the figures of a year."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts.models import User
from tests.factories import signalen as make
from wijkteams.models import Wijk
from wijkteams.signalen import services
from wijkteams.signalen.models import Klasse, Signaaldossier, Staat
from wijkteams.signalen.werk.dossier import make as make_pdf
from wijkteams.signalen.werk.dossier import order, purge_dossiers, sheet_of

pytestmark = pytest.mark.django_db
DOSSIERS = "/beheer/signalen/dossiers/"


def test_nothing_confidential_no_names_and_no_notes_go_along(haven: Wijk, joris: User) -> None:
    signaal = make.signal(haven, email="jan@bewoner.example", tekst="De lamp is stuk.")
    services.step(
        signaal.pk,
        Staat.OPGEPAKT,
        openbare_zin="Wij belden de gemeente.",
        interne_notitie="Jan belde boos.",
    )
    limited = make.signal(haven, titel="Buren met herrie", tekst="Op nummer 12.")
    services.classify(limited.pk, Klasse.BEPERKT)
    hidden = make.confidential(haven)
    row = order(haven, [signaal.pk, limited.pk, hidden.pk], "Voor het overleg", by=joris)

    data, _files = sheet_of(row)

    told = str(data["signals"])
    assert len(data["signals"]) == 2
    assert "Wij belden de gemeente." in told
    assert "De lamp is stuk." in told
    for word in ("jan", "Jan", "boos", "Buren", "nummer 12", hidden.code):
        assert word not in told


def test_the_pdf_is_made_and_fetched_by_the_own_team(
    as_joris: Client, as_ans: Client, haven: Wijk
) -> None:
    pks = [make.signal(haven).pk, make.confidential(haven).pk]
    sent = {"pk": pks, "title": "Overleg"}
    assert as_joris.get(f"{DOSSIERS}nieuw/", {"pk": pks}).status_code == 200
    assert as_joris.post(f"{DOSSIERS}nieuw/", {"pk": pks}).status_code == 422
    assert as_joris.post(f"{DOSSIERS}nieuw/", sent).status_code == 302
    row = Signaaldossier.objects.get()
    assert row.gekozen == pks[:1]
    make_pdf.func(row.pk)
    made = as_joris.get(f"{DOSSIERS}{row.pk}/")
    assert b"".join(made.streaming_content).startswith(b"%PDF")  # type: ignore[attr-defined]
    assert "Overleg" in as_joris.get(DOSSIERS).content.decode()
    assert "Overleg" not in as_ans.get(DOSSIERS).content.decode()
    assert as_ans.get(f"{DOSSIERS}{row.pk}/").status_code != 200


def test_signals_of_another_ward_do_not_go_along(as_joris: Client, sluis: Wijk) -> None:
    sent = {"pk": [make.signal(sluis).pk], "title": "Overleg"}
    assert as_joris.post(f"{DOSSIERS}nieuw/", sent).status_code == 302
    assert not Signaaldossier.objects.exists()


def test_an_old_file_goes(haven: Wijk, joris: User) -> None:
    for days in (29, 31):
        row = order(haven, [], "Overleg", by=joris)
        made = timezone.now() - timedelta(days=days)
        Signaaldossier.objects.filter(pk=row.pk).update(created_at=made)
    assert purge_dossiers.func() == 1
    assert Signaaldossier.objects.count() == 1


def test_the_figures_of_a_year_are_those_of_the_own_ward(
    as_joris: Client, haven: Wijk, sluis: Wijk
) -> None:
    make.signal(haven)
    make.confidential(haven)
    make.signal(sluis)
    page = as_joris.get("/beheer/signalen/jaar/", {"wijk": sluis.slug, "jaar": "x"})
    assert page.context["wijk"] == haven
    assert page.context["figures"].signalen == 2
    assert sum(kind["number"] for kind in page.context["kinds"]) == 2
    assert as_joris.get("/beheer/signalen/jaar/", {"jaar": "1900"}).context["year"] == 2020
