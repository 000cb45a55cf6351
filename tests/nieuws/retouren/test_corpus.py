from __future__ import annotations

import pytest

from nieuws.retouren.parsing import read
from nieuws.retouren.report import What
from tests.nieuws.retouren.messages import ABONNEMENT, EXPECTED, HERE, ZENDING, message


def test_every_message_is_in_the_list() -> None:
    assert {path.stem for path in HERE.glob("*.eml")} == set(EXPECTED)
    assert len(EXPECTED) >= 30


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_message_is_read_for_what_it_is(name: str) -> None:
    what, *how = EXPECTED[name]
    reading = read(message(name))
    assert reading.what == what, reading
    if what == What.RETURN:
        assert reading.report is not None
        assert [reading.report.soort, reading.report.code] == how, reading
        assert (reading.zending or reading.abonnement) in (ZENDING, ABONNEMENT)
    if what == What.LEAVE:
        assert reading.abonnement == ABONNEMENT


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_no_address_stays_in_the_reason(name: str) -> None:
    report = read(message(name)).report
    assert report is None or "@" not in report.reden
