"""The whole story: a ward is opened, a volunteer is invited, news goes out, neighbours keep off."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK, PHONE, Desk

pytestmark = pytest.mark.e2e

WARD, SLUG = "Bruggenbuurt", "bruggenbuurt"
TITLE = "De eerste boom staat"
PASSWORD = "drie-bruggen-een-plein"
NEWCOMER = "samira@sluisdam.example"


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A picture as a phone takes it: lying on its side, with the name of its maker."""
    path = tmp_path / "IMG_0001.jpg"
    picture = Image.new("RGB", (1600, 1200), (70, 140, 90))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Telefoon van Samira"
    picture.save(path, "JPEG", exif=exif)
    return path


def test_ward_is_opened_and_its_news_reaches_everybody_but_is_only_its_own(
    sit_down: Callable[..., Desk], photo: Path
) -> None:
    bea, samira, reader, fatma = sit_down(DESK), sit_down(PHONE), sit_down(PHONE), sit_down(DESK)

    open_ward(bea)
    accept_invitation(samira, link_in_mail(bea))
    edit_url = publish_news(samira, photo)
    news_url = read_everywhere(reader)

    fatma.log_in("fatma@sluisdam.example")
    keep_off(fatma, edit_url)
    english_edit_url = translate(samira, edit_url)
    keep_off(fatma, english_edit_url)
    assert TITLE in reader.go(news_url).content()


def open_ward(bea: Desk) -> None:
    """The city editor fills in one form; a mistake is said at the field and keeps the rest."""
    bea.log_in("stadsredactie@sluisdam.example")
    page = bea.go("/beheer/nieuwe-wijk/")
    page.fill("[name=name]", WARD)
    page.fill("[name=slug]", "zoeken")
    page.fill("[name=buurten]", "De Punt\nAchter de Brug")
    page.fill("[name=postcodes]", "9899")
    page.fill("[name=invitation_1]", NEWCOMER)
    _submit(page)
    expect(page.locator("main")).to_contain_text("gebruikt de site zelf al")
    expect(page.locator("[name=invitation_1]")).to_have_value(NEWCOMER)

    page.fill("[name=slug]", "")
    _submit(page)
    page.wait_for_url("**/geopend/")

    assert WARD in bea.go(f"/{SLUG}/").content()


def _submit(page: Page) -> None:
    page.locator("main form button[type=submit]").last.click()
    page.wait_for_load_state()


def link_in_mail(bea: Desk) -> str:
    """The invitation, as the demo's caught mail shows it once the worker sent it."""
    for _attempt in range(60):
        page = bea.go("/beheer/uitgaande-mail/")
        mails = page.locator("main tr", has_text=NEWCOMER).locator("a")
        if mails.count():
            mails.first.click()
            page.wait_for_load_state()
            found = re.search(r"/uitnodiging/[\w-]+/", page.content())
            assert found, page.content()
            return found[0]
        time.sleep(1)
    raise AssertionError("The invitation was not sent.")


def accept_invitation(samira: Desk, link: str) -> None:
    """The volunteer chooses a password and is inside at once; the link works no second time."""
    page = samira.go(link)
    page.locator("input[type=password]").first.wait_for()
    for field in page.locator("main input[type=text]").all():
        field.fill("Samira")
    for field in page.locator("main input[type=password]").all():
        field.fill(PASSWORD)
    page.locator("main form button").last.click()
    page.wait_for_url("**/beheer/**")
    expect(page.locator("#main")).to_contain_text("Wat wil je doen?")


def publish_news(samira: Desk, photo: Path) -> str:
    """Three steps on a phone: write, photo, publish. Gives the path of the editor."""
    page = samira.page
    page.get_by_role("link", name="Schrijf een nieuwsbericht").click()
    page.wait_for_url("**/pages/add/**")
    page.fill("[name=title]", TITLE)
    page.fill("[name=summary]", "Buren plantten hem zaterdag op het plein.")
    page.get_by_role("button", name="Kies een afbeelding").first.click()
    modal = page.locator(".modal-dialog")
    modal.get_by_role("tab", name=re.compile("Upload", re.IGNORECASE)).click()
    modal.locator("input[type=file]").set_input_files(photo)
    modal.locator("[name$=title]").fill("Boom op het plein")
    modal.locator("[name$=description]").fill("Buren planten een boom op het plein")
    modal.locator("[name$=photographer]").fill("Samira")
    modal.get_by_label("Zelf gemaakt").check()
    modal.get_by_label("Nee, niemand is herkenbaar").check()
    modal.get_by_role("button", name=re.compile("Upload", re.IGNORECASE)).click()
    modal.wait_for(state="hidden")
    page.get_by_role("button", name="Publiceren").click()
    page.wait_for_url("**/pages/*/**", wait_until="load")
    expect(page.locator(".messages")).to_contain_text(TITLE)
    return _edit_path(samira)


def _edit_path(samira: Desk) -> str:
    """Where the item is edited, found by searching the CMS once the worker indexed it."""
    for _attempt in range(60):
        page = samira.go(f"/beheer/pages/search/?q={TITLE.replace(' ', '+')}")
        link = page.get_by_role("link", name=re.compile(TITLE))
        if link.count():
            return urlsplit(link.first.get_attribute("href") or "").path
        time.sleep(1)
    raise AssertionError("The item cannot be found in the CMS.")


def read_everywhere(reader: Desk) -> str:
    """A resident finds the news on ward, hub, feed and in search; gives its address."""
    for path in (f"/{SLUG}/", "/", "/nieuws/", f"/{SLUG}/nieuws/"):
        assert TITLE in reader.go(path).content(), path
    page = reader.go(f"/{SLUG}/nieuws/")
    page.get_by_role("link", name=TITLE).first.click()
    page.wait_for_load_state()
    picture = page.locator("main img").first
    expect(picture).to_have_attribute("alt", "Buren planten een boom op het plein")
    box = picture.bounding_box()
    assert box
    assert box["width"] <= PHONE["width"]
    for path in (f"/{SLUG}/rss.xml", "/rss.xml"):
        feed = reader.context.request.get(f"{reader.site}{path}")
        assert TITLE in feed.text(), path
    _wait_for_search(reader)
    return urlsplit(page.url).path if TITLE in page.content() else f"/{SLUG}/nieuws/"


def _wait_for_search(reader: Desk) -> None:
    """The worker adds the item to the index a moment after it was published."""
    for _attempt in range(60):
        answer = reader.context.request.get(f"{reader.site}/zoeken/?q=eerste+boom")
        if TITLE in answer.text():
            return
        time.sleep(1)
    raise AssertionError("The item cannot be found by searching.")


def keep_off(fatma: Desk, edit_path: str) -> None:
    """A volunteer of another ward neither opens nor changes it."""
    for path in (edit_path, edit_path.replace("/edit/", "/history/")):
        page = fatma.go(path)
        assert TITLE not in page.content()
        assert edit_path not in page.url
    cookies = {cookie["name"]: cookie["value"] for cookie in fatma.context.cookies()}
    for action in ("edit", "delete", "unpublish"):
        answer = fatma.context.request.post(
            f"{fatma.site}{edit_path.replace('/edit/', f'/{action}/')}",
            form={
                "csrfmiddlewaretoken": cookies.get("csrftoken", ""),
                "title": "Gekaapt",
                "slug": "gekaapt",
                "action-publish": "1",
            },
            headers={"Referer": f"{fatma.site}/beheer/"},
        )
        assert TITLE not in answer.text()
        assert "Gekaapt" not in answer.text()


def translate(samira: Desk, edit_path: str) -> str:
    """The volunteer sends the whole ward to English, which makes the item's English page."""
    page_id = re.search(r"/pages/(\d+)/", edit_path)
    assert page_id
    page = samira.go(f"/beheer/localize/submit/page/{page_id[1]}/")
    page.get_by_label("English").check()
    page.locator("main form button[type=submit], main form input[type=submit]").last.click()
    page.wait_for_url(re.compile(r"/pages/\d+/edit/"))
    return urlsplit(page.url).path
