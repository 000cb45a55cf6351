"""Years of news: each item hangs under a page for its year, which is made when it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from nieuws.models import NieuwsIndexPage, NieuwsJaarPage, NieuwsPage


def year_page(index: NieuwsIndexPage, year: int) -> NieuwsJaarPage:
    """The page of a year under a news list; made and published if it is not there yet."""
    from nieuws.models import NieuwsJaarPage

    found = NieuwsJaarPage.objects.child_of(index).filter(slug=str(year)).first()
    if found is not None:
        return found
    page = NieuwsJaarPage(
        title=_("Nieuws uit %(year)d") % {"year": year}, slug=str(year), locale=index.locale
    )
    index.add_child(instance=page)
    return page


@transaction.atomic
def place_in_year(page: NieuwsPage) -> NieuwsPage:
    """Hang an item under the year of its date. Once published it never moves: addresses stay."""
    from nieuws.models import NieuwsIndexPage, NieuwsJaarPage

    parent = page.get_parent().specific
    if isinstance(parent, NieuwsJaarPage):
        if page.first_published_at or parent.slug == str(page.date.year):
            return page
        parent = parent.get_parent().specific
    if not isinstance(parent, NieuwsIndexPage):
        return page
    page.move(year_page(parent, page.date.year), pos="last-child")
    return type(page).objects.get(pk=page.pk)


@transaction.atomic
def add_news(index: NieuwsIndexPage, page: NieuwsPage) -> NieuwsPage:
    """Add a new item to a news list, under the right year."""
    page.locale = index.locale
    year_page(index, page.date.year).add_child(instance=page)
    return page
