"""What is done with several signals at once."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories import signalen as make
from wijkteams.models import Wijk
from wijkteams.signalen.models import Opvolging, Signaal, Staat
from wijkteams.signalen.werk import together
from wijkteams.signalen.werk.bulk import step_all_later

pytestmark = pytest.mark.django_db
STEP, MERGE = "/beheer/signalen/stap/", "/beheer/signalen/samenvoegen/"


def _states() -> list[str]:
    return list(Signaal.objects.order_by("pk").values_list("staat", flat=True))


def test_one_step_for_all_that_were_ticked(as_joris: Client, haven: Wijk) -> None:
    pks = [make.signal(haven).pk for _ in range(3)]
    assert as_joris.get(STEP, {"pk": pks}).status_code == 200
    sent = {"pk": pks[:2], "naar": Staat.OPGEPAKT, "openbare_zin": "Wij zijn bezig."}
    assert as_joris.post(STEP, sent).status_code == 302
    assert _states() == ["opgepakt", "opgepakt", "nieuw"]


def test_what_may_not_be_seen_or_changed_is_left_alone(
    as_joris: Client, haven: Wijk, sluis: Wijk
) -> None:
    own, theirs, hidden = make.signal(haven), make.signal(sluis), make.confidential(haven)
    pks = [own.pk, theirs.pk, hidden.pk]
    page = as_joris.get(STEP, {"pk": pks}).content.decode()
    assert own.code in page
    assert theirs.code not in page
    assert hidden.code not in page
    as_joris.post(STEP, {"pk": pks, "naar": Staat.BEKEKEN})
    assert _states() == ["bekeken", "nieuw", "nieuw"]


def test_where_the_move_is_not_allowed_it_stays(as_joris: Client, haven: Wijk) -> None:
    pks = [make.signal(haven).pk, make.signal(haven, staat=Staat.OPGEPAKT).pk]
    as_joris.post(STEP, {"pk": pks, "naar": Staat.BEKEKEN})
    assert _states() == ["bekeken", "opgepakt"]


def test_many_go_to_the_worker(
    as_joris: Client, haven: Wijk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(together, "AT_ONCE", 1)
    pks = [make.signal(haven).pk for _ in range(2)]
    assert as_joris.post(STEP, {"pk": pks, "naar": Staat.BEKEKEN}).status_code == 302


def test_the_worker_does_it_once(haven: Wijk) -> None:
    pks = [make.signal(haven).pk for _ in range(2)]
    for _ in range(2):
        step_all_later.func(pks, 0, Staat.BEKEKEN, "Gezien.", "")
    assert _states() == ["bekeken", "bekeken"]
    assert Opvolging.objects.filter(naar=Staat.BEKEKEN).count() == 2


@pytest.mark.parametrize("url", [STEP, MERGE])
@pytest.mark.parametrize("pk", ["", "x", "999999", "1" * 30])
def test_nothing_ticked_leads_back(as_joris: Client, url: str, pk: str) -> None:
    assert as_joris.get(url, {"pk": pk}).status_code == 302


def test_who_merges_chooses_the_one_that_goes_on(as_joris: Client, haven: Wijk) -> None:
    one, two = make.signal(haven), make.signal(haven)
    sent = {"pk": [one.pk, two.pk]}
    assert as_joris.post(MERGE, sent).status_code == 422
    assert as_joris.post(MERGE, {**sent, "verder": two.pk}).status_code == 302
    one.refresh_from_db()
    assert one.samengevoegd_in == two
    steps = one.opvolgingen.count()
    sent = {"naar": one.staat, "interne_notitie": "Hier?", "seen": one.stap}
    assert as_joris.post(f"/beheer/signalen/{one.pk}/stap/", sent).status_code == 302
    assert one.opvolgingen.count() == steps
    as_joris.post(f"/beheer/signalen/{one.pk}/los/")
    one.refresh_from_db()
    assert one.samengevoegd_in is None
