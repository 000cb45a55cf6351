"""What news and newsletters tell the rest of the site when it starts, when all models are there."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from core.feeds import register_feed
from core.search import register_findable
from nieuws import privacy
from nieuws.abonnees import lijsten, upgrade
from nieuws.abonnees.privacy import declare_imports
from nieuws.abonnees.viewset import declare_screens
from nieuws.abonneren.registration import register_subscribing
from nieuws.edities.registration import register_editions
from nieuws.effects import register_effects
from nieuws.feed import news_feed
from nieuws.front_part import last_news
from nieuws.listing import NIEUWS, register_kinds
from nieuws.models import NieuwsIndexPage, NieuwsPage
from nieuws.nieuwsbrief.registration import register_letters, register_rhythm
from nieuws.policies import register_policies
from nieuws.retouren.registration import register_returns
from nieuws.search import as_found
from nieuws.section import NIEUWS_SECTION, NIEUWSBRIEF_SECTION
from nieuws.verzenden.registration import register_sending
from wijkteams.draden.drafts import DraftUnder
from wijkteams.draden.makers import register_maker
from wijkteams.draden.pages import PagesOf
from wijkteams.draden.registry import End, register_end
from wijkteams.front_parts import register_front_part
from wijkteams.sections import register_section


def register_rows() -> None:
    """Who may see what readers leave behind, and how long it is kept."""
    privacy.declare()
    declare_imports()
    declare_screens()
    register_policies()


def register_pages() -> None:
    """Where news and newsletters are seen."""
    for section in (NIEUWS_SECTION, NIEUWSBRIEF_SECTION):
        register_section(section)
    register_front_part(last_news)
    register_kinds()
    register_feed("rss.xml", news_feed)
    register_effects()
    register_findable(NieuwsPage, as_found, ("wijk",))
    register_end(NieuwsPage, End(_("Nieuws"), "icons/newspaper.svg", PagesOf(NIEUWS)))
    register_maker(
        "nieuws",
        _("Maak er een nieuwsbericht van"),
        NieuwsPage,
        DraftUnder(NieuwsIndexPage, NieuwsPage),
    )


def register_newsletters() -> None:
    """Each room of the newsletter says its own."""
    register_letters()
    register_rhythm()
    register_editions()
    register_subscribing()
    register_returns()
    register_sending()
    upgrade.connect()
    lijsten.connect()
