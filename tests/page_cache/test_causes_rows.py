"""What happens to a row that pages show, in one process, is seen at once by readers of another."""

from __future__ import annotations

import signal

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Site

from core.models import StadInstellingen, Veegopdracht
from core.page_cache import dropping
from core.page_cache.tending import tend_pages
from core.privacy.engine import erase_person
from nieuws.models import NieuwsPage
from tests.factories import news, photo
from tests.factories.media import photo_file
from tests.page_cache.city import HAVEN, haven, news_of, team_of
from tests.page_cache.other_process import OtherProcess
from wijkteams.models import Gezicht, Image, Kaart, Thema, Wijk
from wijkteams.services import change_address, open_ward

pytestmark = pytest.mark.usefixtures("other")


def item_with_photo() -> NieuwsPage:
    """A new one, so that it stands in the lists, whatever other tests published before."""
    made = news(news_of(haven()), "Met een foto", image=photo(haven()))
    return NieuwsPage.objects.get(pk=made.pk)  # as the next request finds it


def change_ward(**fields: object) -> None:
    wijk = haven()
    for name, value in fields.items():
        setattr(wijk, name, value)
    wijk.save()


def test_details_of_the_city(other: OtherProcess) -> None:
    def change() -> None:
        stad = StadInstellingen.for_site(Site.objects.get(is_default_site=True))
        stad.contact_phone = "14 0123"
        stad.footer_text = "<p>Gemeente Sluisdam, Markt 1</p>"
        stad.stad = "Groot Sluisdam"
        stad.save()

    assert not other.see(change, "/", HAVEN, team_of(haven()).get_url(), "/privacy/")


def test_palette_of_a_ward(other: OtherProcess) -> None:
    assert not other.see(lambda: change_ward(palette="molen"), HAVEN, "/wijken/")


def test_name_of_a_ward_in_the_switch_of_another(other: OtherProcess) -> None:
    def change() -> None:
        change_ward(contact_phone="0123 45 67 89")
        page = haven().pages.get()
        page.title = "Het Havenkwartier"
        page.save_revision().publish()

    assert not other.see(change, HAVEN, "/oude-sluis/", "/")


def test_status_of_a_ward(other: OtherProcess) -> None:
    assert not other.see(lambda: change_ward(status="slapend"), HAVEN)
    change_ward(status="actief")


def test_address_of_a_ward(other: OtherProcess) -> None:
    wijk = open_ward(name="Nieuwland", palette="molen")

    assert not other.see(lambda: change_address(wijk, "nieuw-land"), "/nieuwland/", "/", "/wijken/")


def test_new_ward(other: OtherProcess) -> None:
    assert not other.see(
        lambda: open_ward(name="De Polder", palette="molen"), "/", "/wijken/", "/oude-sluis/"
    )


def test_photo_that_was_replaced(other: OtherProcess) -> None:
    page = item_with_photo()

    def replace() -> None:
        page.image.file = photo_file("anders.jpg", size=(800, 500))
        page.image.save()

    assert not other.see(replace, page.get_url(), HAVEN)


def test_photo_that_was_taken_away(other: OtherProcess) -> None:
    page = news(news_of(haven()), "Met een foto", image=photo(haven()))

    assert not other.see(Image.objects.get(pk=page.image_id).delete, page.get_url(), HAVEN)


def test_sizes_of_a_photo_that_are_made_later(other: OtherProcess) -> None:
    """A page shows the sizes that are there: one more, and it is made anew."""
    page = item_with_photo()
    before = other.keep(page.get_url())

    page.image.get_rendition("width-123")

    assert other.get(page.get_url()).headers["ETag"] != before.headers["ETag"]


def test_theme(other: OtherProcess) -> None:
    groen = Thema.objects.create(name="Groen", slug="groen")
    page = news(news_of(haven()), "Over groen")
    page.themas = [groen]
    page.save_revision().publish()

    def rename() -> None:
        groen.name = "Groen en water"
        groen.save()

    assert not other.see(rename, page.get_url())


def test_face_and_map_that_were_drawn(other: OtherProcess) -> None:
    names = {"icon": "a.svg", "small_icon": "b.png", "touch_icon": "c.png", "card": "d.png"}
    assert not other.see(
        lambda: Gezicht.objects.update_or_create(wijk=haven(), defaults=names), HAVEN
    )

    drawn = {"file": "kaart.svg", "width": 400, "height": 300, "source_hash": "x"}
    assert not other.see(lambda: Kaart.objects.create(key="stad", **drawn), "/wijken/", "/")


def test_somebody_who_was_forgotten(other: OtherProcess) -> None:
    """Their name goes by statements that tell no other part of the site."""
    credit = "joris@sluisdam.example"
    page = news(news_of(haven()), "Foto van Joris", image=photo(haven()), photo_credit=credit)

    assert not other.see(lambda: erase_person(credit), page.get_url())


def test_migrating_drops_everything(other: OtherProcess) -> None:
    before = other.keep("/privacy/")

    call_command("migrate", verbosity=0)

    assert other.get("/privacy/").headers["ETag"] != before.headers["ETag"]


def later() -> None:
    """The job of a minute later: it leaves alone what another may be doing right now."""
    Veegopdracht.objects.update(made_at=timezone.now() - 2 * dropping.CUT_OFF_AFTER)
    tend_pages.call()


def test_without_a_drop_readers_would_get_the_old_answer(
    other: OtherProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Control: this is what all tests here would find if nothing was dropped."""
    before = other.keep("/oude-sluis/")
    monkeypatch.setattr(dropping, "carry_out", lambda keys: False)

    wijk = Wijk.objects.get(slug="oude-sluis")
    wijk.palette = "molen"
    wijk.save()

    assert other.get("/oude-sluis/").body == before.body
    monkeypatch.undo()
    later()
    assert other.get("/oude-sluis/").body != before.body


KILLED_AFTER_THE_COMMIT = """
import os, django
django.setup()
from core.page_cache import dropping
from core.page_cache.tending import tend_pages
from wijkteams.models import Wijk
dropping.carry_out = lambda keys: os.kill(os.getpid(), 9)
wijk = Wijk.objects.get(slug="havenkwartier")
wijk.palette = "duin"
wijk.save()
"""


def test_process_that_is_killed_between_the_commit_and_the_drop(other: OtherProcess) -> None:
    before = other.keep(HAVEN)

    assert other.run(KILLED_AFTER_THE_COMMIT) == -signal.SIGKILL
    assert haven().palette == "duin"
    assert Veegopdracht.objects.exists()

    later()
    assert other.get(HAVEN).body != before.body
    assert not Veegopdracht.objects.exists()


def test_a_change_that_nobody_sees_would_be_noticed(other: OtherProcess) -> None:
    assert other.see(lambda: None, "/") == ["/ does not show the change"]
