"""What programs may read of signals, in the words of the standard (requirement O2)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories.signalen import category, confidential, signal
from wijkteams.models import Wijk
from wijkteams.signalen import services
from wijkteams.signalen.merging import merge
from wijkteams.signalen.models import Klasse, Openbaarheid, Signaal, Staat

pytestmark = pytest.mark.django_db
ROOT = "/georeport/v2"


def asked(client: Client, rest: str, **data: Any) -> Any:
    response = client.get(f"{ROOT}/{rest}", data)
    assert response.status_code == 200, response.content
    return response.json()


def codes(found: list[dict[str, Any]]) -> set[str]:
    return {row["service_request_id"] for row in found}


def test_a_signal_is_told_as_the_standard_says(client: Client, haven: Wijk) -> None:
    signaal = signal(haven)
    services.step(signaal.pk, Staat.OPGELOST, openbare_zin="De lantaarn brandt weer.")

    (found,) = asked(client, "requests.json", extended="true")

    assert found["service_request_id"] == signaal.code
    assert (found["status"], found["status_notes"]) == ("closed", "De lantaarn brandt weer.")
    assert found["service_code"] == "verkeer"
    assert found["description"].startswith("Het is donker bij de school")
    assert found["address"] == f"Kadeweg, {haven.name}"
    assert (found["lat"], found["long"]) == (52.01, 4.71)
    assert found["requested_datetime"].endswith("Z")
    assert found["extended_attributes"]["status"] == "FIXED"


def test_json_and_xml_say_the_same(client: Client, haven: Wijk) -> None:
    signal(haven, titel="Kuil & <b>plas</b>", tekst="Regel\x01 twee")
    in_json = asked(client, "requests.json", extended="true")[0]

    response = client.get(f"{ROOT}/requests.xml", {"extended": "true"})

    assert response["Content-Type"] == "text/xml; charset=utf-8"
    assert response.content.startswith(b'<?xml version="1.0" encoding="utf-8"?>')
    root = ET.fromstring(response.content)
    assert (root.tag, root[0].tag) == ("service_requests", "request")
    for name, value in in_json.items():
        if name == "extended_attributes":
            continue
        written = "" if value is None else str(value).replace("\x01", "")
        assert (root[0].findtext(name) or "") == written, name
    assert root[0].findtext("extended_attributes/whole_jurisdiction") == "false"


@pytest.mark.parametrize("fmt", ["json", "xml"])
def test_nothing_is_an_empty_list(client: Client, hub: object, fmt: str) -> None:
    content = client.get(f"{ROOT}/requests.{fmt}").content

    assert content == (b"[]" if fmt == "json" else content)
    if fmt == "xml":
        assert len(ET.fromstring(content)) == 0


def test_of_another_ward_nothing_is_told(client: Client, haven: Wijk, sluis: Wijk) -> None:
    here, there = signal(haven), signal(sluis)

    assert codes(asked(client, "requests.json", jurisdiction_id=haven.slug)) == {here.code}
    assert codes(asked(client, "requests.json", jurisdiction_id="")) == {here.code, there.code}
    url = f"{ROOT}/requests/{there.code}.json"
    assert client.get(url, {"jurisdiction_id": haven.slug}).status_code == 404


def test_states_codes_and_numbers_choose(client: Client, haven: Wijk) -> None:
    still, done = signal(haven), signal(haven, categorie=category("groen"))
    services.step(done.pk, Staat.OPGELOST, openbare_zin="Gesnoeid.")

    assert codes(asked(client, "requests.json", status="open")) == {still.code}
    assert codes(asked(client, "requests.json", status="closed")) == {done.code}
    assert codes(asked(client, "requests.json", status="open,closed")) == {still.code, done.code}
    assert codes(asked(client, "requests.json", service_code="groen,niets")) == {done.code}
    both = f"{still.code},{done.code},2020-zzzzzz"
    found = asked(client, "requests.json", service_request_id=both, status="open")
    assert codes(found) == {still.code, done.code}  # it overrides the others


def test_the_last_ninety_days_unless_asked_otherwise(client: Client, haven: Wijk) -> None:
    old, new = signal(haven), signal(haven)
    long_ago = timezone.now() - timedelta(days=91)
    Signaal.objects.filter(pk=old.pk).update(gemeld_op=long_ago)
    day = f"{long_ago:%Y-%m-%d}"

    assert codes(asked(client, "requests.json")) == {new.code}
    assert codes(asked(client, "requests.json", start_date=f"{day}T00:00:00Z")) == {old.code}
    assert codes(asked(client, "requests.json", start_date=day, end_date=day)) == set()
    until = f"{long_ago + timedelta(days=1):%Y-%m-%dT00:00:00}+00:00"
    assert codes(asked(client, "requests.json", start_date=day, end_date=until)) == {old.code}


def test_pages_follow_one_another(client: Client, haven: Wijk) -> None:
    told = [signal(haven).code for _n in range(3)]

    pages = [asked(client, "requests.json", page=n, page_size=2) for n in (1, 2, 3)]

    assert [len(page) for page in pages] == [2, 1, 0]
    assert [row["service_request_id"] for page in pages for row in page] == told[::-1]


def test_services_leave_out_what_is_about_people(client: Client, haven: Wijk, sluis: Wijk) -> None:
    category("verkeer"), category("zorg", Klasse.VERTROUWELIJK)
    category("haven", wijk=haven), category("oud", is_actief=False)

    everywhere = {row["service_code"] for row in asked(client, "services.json")}
    here = asked(client, "services.json", jurisdiction_id=haven.slug)

    assert "verkeer" in everywhere
    assert everywhere.isdisjoint({"zorg", "haven", "oud", "zorg-en-eenzaamheid"})
    assert {row["service_code"] for row in here} == everywhere | {"haven"}
    assert {(row["metadata"], row["type"]) for row in here} == {(False, "realtime")}
    assert asked(client, "services/verkeer.json") == {"service_code": "verkeer", "attributes": []}
    assert client.get(f"{ROOT}/services/zorg.json").status_code == 404


def test_a_merged_one_leads_to_the_other(client: Client, haven: Wijk) -> None:
    lead, same, hidden = signal(haven), signal(haven), signal(haven, public=False)
    merge(lead.pk, [same.pk, hidden.pk], None)

    assert codes(asked(client, "requests.json")) == {lead.code}
    assert codes(asked(client, f"requests/{same.code}.json")) == {lead.code}
    assert client.get(f"{ROOT}/requests/{hidden.code}.json").status_code == 404


def test_what_is_not_for_all_is_as_what_is_not_there(client: Client, haven: Wijk) -> None:
    waits, secret, hidden = signal(haven, public=False), confidential(haven), signal(haven)
    services.show(hidden.pk, Openbaarheid.VERBORGEN)

    bodies = {
        client.get(f"{ROOT}/requests/{code}.json").content
        for code in (waits.code, secret.code, hidden.code, "2020-zzzzzz", str(secret.pk))
    }

    assert len(bodies) == 1
    assert asked(client, "requests.json") == []


def test_public_steps_are_updates(client: Client, haven: Wijk) -> None:
    signaal = signal(haven)
    services.step(signaal.pk, Staat.BEKEKEN, interne_notitie="Piet belde")
    services.step(signaal.pk, Staat.OPGEPAKT, openbare_zin="Wij gaan kijken.")

    (found,) = asked(client, "servicerequestupdates.json")

    assert found["status"] == "IN_PROGRESS"
    assert found["description"] == "Wij gaan kijken."
    assert found["service_request_id"] == signaal.code


def test_discovery_says_where_and_how(client: Client, hub: object) -> None:
    (endpoint,) = asked(client, "discovery.json")["endpoints"]

    assert endpoint["url"].endswith("/georeport/v2")
    assert endpoint["formats"] == ["text/xml", "application/json"]
    root = ET.fromstring(client.get(f"{ROOT}/discovery.xml").content)
    assert root.findtext("endpoints/endpoint/formats/format") == "text/xml"


def test_other_sites_may_read_and_not_tell(client: Client, hub: object) -> None:
    response = client.get(f"{ROOT}/services.json", headers={"origin": "https://elders.example"})
    preflight = client.options(f"{ROOT}/requests.json")

    assert response["Access-Control-Allow-Origin"] == "*"
    assert "Access-Control-Allow-Credentials" not in response
    assert preflight.status_code == 204
    assert "POST" not in preflight["Access-Control-Allow-Methods"]


@pytest.mark.parametrize(
    ("rest", "status"),
    [
        ("services.json?jurisdiction_id=nergens", 404),
        ("requests.json?jurisdiction_id=nergens", 404),
        ("requests.xml?status=half", 400),
        ("requests.json?start_date=gisteren", 400),
        ("requests.json?start_date=2026-02-30T00:00:00Z", 400),
        ("requests.json?start_date=2026-01-01&end_date=2026-08-01", 400),
        ("requests.json?start_date=2026-02-01&end_date=2026-01-01", 400),
        ("requests.json?page=0", 400),
        ("requests.json?page_size=-1", 400),
        ("requests.json?service_request_id=%00", 400),
        ("requests/2026-k7m2p9.xml", 404),
        ("services/niets.xml", 404),
        ("tokens/1.json", 404),
        ("requests", 404),
        ("", 404),
    ],
)
def test_errors_have_a_code_and_a_sentence(
    client: Client, hub: object, rest: str, status: int
) -> None:
    response = client.get(f"{ROOT}/{rest}")

    assert response.status_code == status
    if ".json" in rest:
        (error,) = response.json()
    else:
        (one,) = ET.fromstring(response.content)
        error = {child.tag: child.text for child in one}
    assert int(error["code"]) == status
    assert error["description"]


def test_one_thousand_take_as_many_queries_as_one(
    client: Client, haven: Wijk, django_assert_max_num_queries: Any
) -> None:
    for _n in range(5):
        signal(haven)

    with django_assert_max_num_queries(2):
        asked(client, "requests.json", jurisdiction_id=haven.slug)
