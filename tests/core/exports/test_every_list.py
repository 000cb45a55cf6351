"""Every list of the CMS that can be downloaded goes through the one writer (R-24, V4, V6)."""

from __future__ import annotations

import csv
import io
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import get_resolver
from openpyxl import load_workbook
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from accounts.models import User
from core.exports.wagtail_lists import as_spreadsheet
from core.models import Inzage
from core.privacy.access_processing import lists_with
from core.privacy.person import find_person
from nieuws.models import Lijst, NieuwsIndexPage, NieuwsPage
from tests.conftest import client_of
from tests.factories import news
from tests.routes import all_routes
from wijkteams.activiteiten.models import Bron, Locatie
from wijkteams.models import Buurt, Thema, Wijk

pytestmark = pytest.mark.django_db
ATTACK = '=HYPERLINK("https://kwaad.example","klik")'
LISTS = {
    "/beheer/reports/site-history/": ATTACK,
    "/beheer/reports/locked/": ATTACK,
    "/beheer/reports/aging-pages/": ATTACK,
    "/beheer/reports/workflow/": "",
    "/beheer/reports/workflow_tasks/": "",
    "/beheer/redirects/": "",
    "/beheer/wijk/": ATTACK,
    "/beheer/buurt/": ATTACK,
    "/beheer/thema/": ATTACK,
    "/beheer/locatie/": ATTACK,
    "/beheer/bron/": ATTACK,
    "/beheer/lijst/": ATTACK,
}
"The lists of the CMS with a button to download, and whether our marker stands in them."


@pytest.fixture
def item(haven: Wijk, haven_news: NieuwsIndexPage, joris: User, bea: User) -> NieuwsPage:
    """A page, a ward, a buurt and a thema that are all called after a formula."""
    made = news(haven_news, ATTACK, owner=joris, locked=True, locked_by=bea)
    made.save_revision(user=joris, log_action=True).publish(user=joris)
    Buurt.objects.create(wijk=haven, name=ATTACK, code="BU99990101")
    Thema.objects.create(wijk=haven, name=ATTACK)
    Locatie.objects.create(wijk=haven, name=ATTACK)
    Bron.objects.create(wijk=haven, name=ATTACK)
    Lijst.objects.update_or_create(wijk=haven, thema=None, defaults={"title": ATTACK})
    Wijk.objects.filter(pk=haven.pk).update(name=ATTACK)
    return made


def download(client: Client, url: str, form: str) -> tuple[Any, bytes]:
    response: Any = client.get(f"{url}?export={form}")
    return response, b"".join(response) if response.streaming else response.content


def export_views() -> set[str]:
    """The addresses of which the view can make a file that has columns."""
    found = set()
    for route in all_routes():
        if not route.is_cms or "^" in route.path or "<" in route.path or "_results" in route.name:
            continue
        match = get_resolver().resolve(f"/{route.path}")
        view: Any = getattr(match.func, "view_class", None)
        kwargs = getattr(match.func, "view_initkwargs", {})
        if view and issubclass(view, SpreadsheetExportMixin):
            columns = kwargs.get("list_export", view.list_export)
            if columns:
                found.add(f"/{route.path}")
    return found


def test_every_address_that_makes_a_file_is_tried_here() -> None:
    forgotten = export_views() - set(LISTS) - {"/beheer/reports/page-types-usage/"}

    assert not forgotten


def test_no_view_writes_a_file_in_a_way_of_its_own() -> None:
    def below(view: type) -> list[type]:
        return [v for sub in view.__subclasses__() for v in (sub, *below(sub))]

    assert SpreadsheetExportMixin.as_spreadsheet is as_spreadsheet
    own = [v for v in below(SpreadsheetExportMixin) if "as_spreadsheet" in vars(v)]
    assert own == []


@pytest.fixture
def chief(db: None) -> User:
    """Runs the site: sees every list."""
    return User.objects.create_superuser("chef@sluisdam.example")


@pytest.mark.parametrize("url", LISTS)
def test_csv_holds_no_formula_and_is_not_kept(url: str, item: NieuwsPage, chief: User) -> None:
    response, content = download(client_of(chief), url, "csv")

    assert response.status_code == 200
    assert {"private", "no-store"} <= set(response["Cache-Control"].split(", "))
    values = [v for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))) for v in row]
    assert [v for v in values if v[:1] in "=+-@|\t\r" and v] == []
    if LISTS[url]:
        assert f"'{ATTACK}" in values


@pytest.mark.parametrize("url", LISTS)
def test_xlsx_holds_no_formula(url: str, item: NieuwsPage, chief: User) -> None:
    _response, content = download(client_of(chief), url, "xlsx")

    found = [cell for row in load_workbook(BytesIO(content)).active.iter_rows() for cell in row]
    assert [cell.value for cell in found if cell.data_type == "f"] == []
    if LISTS[url]:
        (marked, *_more) = [cell for cell in found if cell.value == ATTACK]
        assert marked.quotePrefix


def test_wagtails_own_way_would_let_the_formula_out(
    item: NieuwsPage, bea: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    def own_way(self: Any, queryset: Any, spreadsheet_format: str) -> Any:
        return self.write_csv_response(queryset)

    monkeypatch.setattr(SpreadsheetExportMixin, "as_spreadsheet", own_way)

    _response, content = download(client_of(bea), "/beheer/buurt/", "csv")

    first = [row[0] for row in csv.reader(io.StringIO(content.decode()))]
    assert ATTACK in first


def test_who_took_what_and_how_much_is_written_down(item: NieuwsPage, joris: User) -> None:
    download(client_of(joris), "/beheer/thema/", "csv")

    entry = Inzage.objects.get()
    assert (entry.user, entry.kind, entry.subject) == (joris, Inzage.Kind.EXPORT, "thema:index")
    assert entry.rows == Thema.objects.count()
    assert list(entry.wijken.values_list("slug", flat=True)) == ["havenkwartier"]


def test_who_stood_in_a_list_can_be_asked_afterwards_without_names(
    item: NieuwsPage, haven: Wijk, bea: User
) -> None:
    haven.contact_email = "anna@sluisdam.example"
    haven.save()

    download(client_of(bea), "/beheer/wijk/", "csv")

    entry = Inzage.objects.get()
    assert list(lists_with(find_person("ANNA@sluisdam.example"))) == [entry]
    assert not lists_with(find_person("joris@sluisdam.example")).exists()
    assert all("anna" not in who for who in entry.people.values_list("who", flat=True))


def test_list_of_a_ward_holds_nothing_of_another(
    item: NieuwsPage, sluis: Wijk, as_fatma: Client
) -> None:
    for url in ("/beheer/thema/", "/beheer/buurt/", "/beheer/reports/site-history/"):
        response, content = download(as_fatma, url, "csv")
        assert response.status_code == 200
        assert b"HYPERLINK" not in content, url
