"""What happens to a page in one process is seen at once by the readers of another."""

from __future__ import annotations

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from nieuws.models import NieuwsPage
from tests.factories import news
from tests.page_cache.city import HAVEN, haven, news_of, team_of
from tests.page_cache.other_process import OtherProcess
from wijkteams.models import TekstPage, WijkPage
from wijkteams.vermeldingen.sitemap import PART_SIZE

LISTS = ("/", HAVEN, f"{HAVEN}nieuws/", "/nieuws/", f"{HAVEN}rss.xml", "/rss.xml")


def item(title: str) -> NieuwsPage:
    return news(news_of(haven()), title)


def text_page(title: str, slug: str) -> TekstPage:
    front = WijkPage.objects.get(wijk=haven(), locale__language_code="nl")
    page: TekstPage = front.add_child(instance=TekstPage(title=title, slug=slug, wijk=haven()))
    return page


def test_new_item_stands_in_all_lists(other: OtherProcess) -> None:
    assert not other.see(lambda: item("De boom is geplant"), *LISTS)


def test_corrected_item(other: OtherProcess) -> None:
    page = item("De brug is dicht")

    def correct() -> None:
        page.summary = "De brug gaat vrijdag weer open."
        page.save_revision().publish()

    part = page.pk // PART_SIZE
    assert not other.see(correct, page.get_url(), HAVEN, "/", f"/sitemap-{part}.xml")


def test_draft_changes_nothing(other: OtherProcess) -> None:
    page = item("Er komt een zebrapad")
    before = other.keep(page.get_url())

    page.title = "Er komt misschien een zebrapad"
    page.save_revision()

    assert other.get(page.get_url()).headers["ETag"] == before.headers["ETag"]


def test_scheduled_item(other: OtherProcess) -> None:
    page = item("Voor straks")
    page.unpublish()
    page.go_live_at = timezone.now() + timedelta(seconds=1)
    page.save_revision().publish()

    assert not other.see(lambda: call_command("publish_scheduled", verbosity=0), HAVEN, "/")


def test_unpublished_item(other: OtherProcess) -> None:
    page = item("Toch niet")

    assert not other.see(page.unpublish, page.get_url(), HAVEN, "/")


def test_deleted_item(other: OtherProcess) -> None:
    page = item("Per ongeluk")

    assert not other.see(page.delete, page.get_url(), HAVEN, "/")


def test_item_with_another_address(other: OtherProcess) -> None:
    page = item("Verkeerd gespeld")

    def rename() -> None:
        page.slug = "goed-gespeld"
        page.save_revision().publish()

    assert not other.see(rename, page.get_url(), HAVEN, "/")


def test_moved_page(other: OtherProcess) -> None:
    page, section = text_page("Spelregels", "spelregels"), text_page("Meedoen", "meedoen")

    assert not other.see(lambda: page.move(section, pos="last-child"), page.get_url())


def test_page_that_becomes_private_and_public_again(other: OtherProcess) -> None:
    page = text_page("Voor het team", "voor-het-team")
    kept = other.keep(page.get_url())

    restriction = PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert other.get(page.get_url()).body != kept.body

    restriction.delete()
    assert other.get(page.get_url()).body == kept.body


def test_title_that_stands_in_the_menu(other: OtherProcess) -> None:
    page = text_page("Onze tuin", "onze-tuin")
    page.show_in_menus = True
    page.save()

    def rename() -> None:
        page.title = "De buurttuin"
        page.save_revision().publish()

    assert not other.see(rename, page.get_url(), HAVEN)


def test_item_that_gets_a_translation(other: OtherProcess) -> None:
    page = item("De bus naar de markt")
    english = Locale.objects.get_or_create(language_code="en")[0]
    copy = page.copy_for_translation(english, copy_parents=True)

    assert not other.see(lambda: copy.save_revision().publish(), page.get_url())


def test_button_to_a_page_that_was_not_there_yet(other: OtherProcess) -> None:
    draft = item("Nog niet klaar")
    draft.unpublish()
    page = item("Lees straks verder")
    button = {"text": "Lees verder", "page": draft.pk, "url": "", "kind": "primary"}
    page.body = [("buttons", {"items": [button | {"page": draft}]})]
    page.save_revision().publish()

    assert not other.see(lambda: draft.save_revision().publish(), page.get_url())


def test_team(other: OtherProcess) -> None:
    team = team_of(haven())

    def join() -> None:
        team.teamleden.create(name="Amira", task="Regelt de boodschappenbus", locale=team.locale)
        team.save_revision().publish()

    assert not other.see(join, team.get_url())
