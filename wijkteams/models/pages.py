"""The face of a ward: its front page; and what all pages of a ward know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.blocks import StoryBlock
from core.blocks.field import BlocksField
from core.models import BasePage
from core.places import url_of

if TYPE_CHECKING:
    from wijkteams.models.teamlid import Teamlid
    from wijkteams.models.wijk import Wijk

# What was drawn of the ward, and stands on each of its pages.
DRAWN = ("wijk__omtrek", "wijk__gezicht")
# A border can have thousands of points; only a place on the map looks at it.
HEAVY = ("wijk__boundary", "wijk__imported")


class InWijk(models.Model):
    """A page that knows its ward: filled in from the tree, for lists that must not climb it."""

    wijk = models.ForeignKey(
        "wijkteams.Wijk",
        null=True,
        editable=False,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("wijk"),
    )

    # Read along with the page: the frame shows the ward's name, colours and outline.
    visit_related: ClassVar[tuple[str, ...]] = (*BasePage.visit_related, *DRAWN)
    visit_deferred: ClassVar[tuple[str, ...]] = HEAVY
    needs_ward_page: ClassVar[bool] = False
    "Whether the page shows what only the ward's front page knows, such as its opening hours."

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.wijk_id = wijk_id_of_path(self.path)  # type: ignore[attr-defined]
        super().save(*args, **kwargs)

    @property
    def search_marks(self) -> list[str]:
        """What the search index tells of it: its ward goes first for who is there."""
        return [f"wijk{self.wijk_id}"] if self.wijk_id else []


def wijk_id_of_path(path: str) -> int | None:
    """The ward above (or at) a place in the page tree; None on the hub."""
    steps = [path[:end] for end in range(Page.steplen, len(path) + 1, Page.steplen)]
    return (
        WijkPage.objects.filter(path__in=steps)
        .order_by("-depth")
        .values_list("wijk_id", flat=True)
        .first()
    )


class WijkPage(BasePage):
    """A ward's front page, with the five doors of its wijkteam. One in each language."""

    wijk = models.ForeignKey(
        "wijkteams.Wijk", on_delete=models.PROTECT, related_name="pages", verbose_name=_("wijk")
    )
    opening_hours = models.TextField(
        _("wanneer u kunt langskomen"),
        max_length=300,
        blank=True,
        help_text=_("Bijvoorbeeld: 'Elke dinsdag van 10.00 tot 12.00 uur in De Brug.'"),
    )
    body = BlocksField(StoryBlock(), blank=True, verbose_name=_("inhoud"))

    visit_related: ClassVar[tuple[str, ...]] = (*BasePage.visit_related, *DRAWN)
    visit_deferred: ClassVar[tuple[str, ...]] = HEAVY
    # The same in every language: else a translator could pass a page off as another ward's.
    override_translatable_fields: ClassVar[list[Any]] = [
        SynchronizedField("slug", overridable=False),
        SynchronizedField("wijk", overridable=False),
    ]
    parent_page_types = ["home.HomePage"]
    # The one of which there may be many first: lists ask for each ward whether a page can be added.
    subpage_types = [
        "wijkteams.TekstPage",
        "wijkteams.WijkteamPage",
        "nieuws.NieuwsIndexPage",
        "nieuws.NieuwsbriefIndexPage",
        "enquetes.EnqueteIndexPage",
        "activiteiten.AgendaPage",
        "initiatieven.InitiatievenIndexPage",
        "signalen.SignalenIndexPage",
    ]
    search_fields: ClassVar[list[Any]] = [*BasePage.search_fields, index.SearchField("body")]
    content_panels: ClassVar[list[Any]] = [
        *BasePage.content_panels,
        FieldPanel("opening_hours"),
        FieldPanel("body"),
    ]
    # The address belongs to the Wijk and is the same in every language.
    promote_panels: ClassVar[list[Any]] = [
        FieldPanel("seo_title"),
        FieldPanel("search_description"),
        FieldPanel("show_in_menus"),
    ]

    class Meta:
        verbose_name = _("wijkpagina")
        verbose_name_plural = _("wijkpagina's")

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        """Never by hand: a ward is opened by the wizard, with all that belongs to it."""
        return False

    def clean(self) -> None:
        super().clean()
        same = WijkPage.objects.filter(wijk_id=self.wijk_id, locale_id=self.locale_id)
        if same.exclude(pk=self.pk).exists():
            raise ValidationError(_("Deze wijk heeft in deze taal al een pagina."))

    @cached_property
    def team(self) -> list[Teamlid]:
        """Who is shown as the team, read once."""
        from wijkteams.front import team_of

        return team_of(self)

    def shown_pictures(self) -> list[Any]:
        return [lid.image for lid in self.team]

    @property
    def search_marks(self) -> list[str]:
        """As of the pages below it."""
        return [f"wijk{self.wijk_id}"]

    def menu_pages(self) -> list[Page]:
        """The published pages directly under this one that stand in the menu; read once."""
        if not hasattr(self, "_menu_pages"):
            self._menu_pages = list(self.get_children().live().in_menu())
        return self._menu_pages

    def use_menu(self, pages: list[Page]) -> None:
        """Take over the menu where the frame has read it already."""
        self._menu_pages = pages

    def section_urls(self, request: HttpRequest) -> dict[str, str]:
        """Addresses of the sections in the menu, by slug."""
        return {page.slug: url_of(page, request) for page in self.menu_pages()}

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        from wijkteams.structured import organization

        return organization(self, request)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from wijkteams.front import front_context

        context = super().get_context(request, *args, **kwargs)
        return {**context, **front_context(self, request)}


def wijk_of(page: Page) -> Wijk | None:
    """The ward that a page (of any type and language) belongs to; None for the city's own."""
    from wijkteams.models.wijk import Wijk

    wijk_id = wijk_id_of_path(page.path)
    return None if wijk_id is None else Wijk.objects.filter(pk=wijk_id).first()
