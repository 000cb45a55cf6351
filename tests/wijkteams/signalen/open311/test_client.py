"""A client of Open311 that we did not write understands us (requirement O2)."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import georeport
import pytest
import requests
from django.test import Client

from tests.factories.signalen import category, signal
from wijkteams.models import Wijk
from wijkteams.signalen import services
from wijkteams.signalen.models import Staat

pytestmark = pytest.mark.django_db
ROOT = "http://testserver/georeport/v2"


@pytest.fixture(autouse=True)
def wire(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the client sends comes to us, and our bytes to it: in the transaction of the test."""

    def send(self: Any, request: requests.PreparedRequest, **kwargs: Any) -> requests.Response:
        sent = client.generic(str(request.method), request.path_url, request.body or b"")
        found = requests.Response()
        found.status_code, found.url = sent.status_code, str(request.url)
        found.headers.update(sent.headers)
        found.encoding = "utf-8"
        found.raw = BytesIO(sent.content)
        return found

    monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", send)


@pytest.mark.parametrize("fmt", ["json", "xml"])
def test_a_client_reads_services_and_signals(haven: Wijk, fmt: str) -> None:
    category("verkeer")
    still, done = signal(haven), signal(haven)
    services.step(done.pk, Staat.OPGELOST, openbare_zin="De lantaarn brandt weer.")
    program = georeport.GeoReport(ROOT, jurisdiction=haven.slug, output_format=fmt)

    codes = {row["service_code"] for row in program.get_service_list()}
    listed = {row["service_request_id"] for row in program.get_service_requests()}
    one = program.get_service_request(done.code)

    assert "verkeer" in codes
    assert program.get_service_definition("verkeer")["service_code"] == "verkeer"
    assert listed == {still.code, done.code}
    assert (one["status"], one["status_notes"]) == ("closed", "De lantaarn brandt weer.")
    assert float(one["lat"]) == 52.01


def test_a_client_chooses_by_state_and_number(haven: Wijk) -> None:
    still, done = signal(haven), signal(haven)
    services.step(done.pk, Staat.GEEN_ACTIE, openbare_zin="Dit hoort bij de gemeente.")
    program = georeport.GeoReport(ROOT)

    (found,) = program.get_service_requests(status="open", start_date="", service_code="verkeer")
    (asked,) = program.get_service_requests(service_request_id=done.code)

    assert found["service_request_id"] == still.code
    assert asked["service_request_id"] == done.code


def test_a_client_hears_that_there_is_no_such_ward(haven: Wijk) -> None:
    program = georeport.GeoReport(ROOT, jurisdiction="nergens")

    with pytest.raises(requests.HTTPError, match="404"):
        program.get_service_list()
