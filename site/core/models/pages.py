"""What all pages have in common."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.page_forms import PageForm
from core.tree import ancestor_paths


class BasePage(Page):
    """A page with a summary and a picture: what lists, mails and search engines show of it."""

    summary = models.TextField(
        _("samenvatting"),
        max_length=300,
        blank=True,
        help_text=_(
            "Eén of twee zinnen. Staat boven de tekst en in overzichten. "
            "Bijvoorbeeld: 'De bus naar de markt rijdt vanaf nu elke vrijdag.'"
        ),
    )
    image = models.ForeignKey(
        settings.WAGTAILIMAGES_IMAGE_MODEL,
        verbose_name=_("foto"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    image_alt = models.CharField(
        _("wat is er op de foto te zien?"),
        max_length=250,
        blank=True,
        help_text=_(
            "Voor wie de foto niet ziet. Leeg: dan geldt de beschrijving bij de foto zelf. "
            "Bijvoorbeeld: 'Buren planten een boom op het plein.'"
        ),
    )

    search_fields: ClassVar[list[Any]] = [
        *Page.search_fields,
        index.SearchField("summary", boost=2),
    ]
    content_panels: ClassVar[list[Any]] = [
        *Page.content_panels,
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("image"), FieldPanel("image_alt")], heading=_("Foto")),
    ]
    # Slugs are no text to translate: a stray capital would break the address.
    override_translatable_fields: ClassVar[list[Any]] = [SynchronizedField("slug")]

    base_form_class = PageForm

    # 'Groups' rests on auth groups, which nobody here has; a shared password is stored as it is.
    private_page_options: ClassVar[list[str]] = ["login"]

    # What a shared link says that this is, in the words of Open Graph.
    og_type = "website"

    # What every visit reads along with the page.
    visit_related: ClassVar[tuple[str, ...]] = ("locale", "image")

    class Meta:
        abstract = True

    @property
    def description_for_search(self) -> str:
        """What search engines and shared links show: the own description, else the summary."""
        return self.search_description or self.summary

    @property
    def alt(self) -> str:
        """The text instead of the picture."""
        return self.image_alt or (self.image.description if self.image else "")

    def get_view_restrictions(self) -> Any:
        """Who may read it, in one query; an alias has the restrictions of its source."""
        places = [*ancestor_paths(self), self.path]
        asked = Q(page__path__in=places) | Q(page__aliases__path__in=places)
        return PageViewRestriction.objects.filter(asked).distinct()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from core.navigation import page_frame
        from core.structured import describe

        context = super().get_context(request, *args, **kwargs)
        frame = page_frame(self, request)
        return {**context, **frame, **describe(self, frame, request)}

    def structured_data(self, request: HttpRequest) -> dict[str, Any] | None:
        """What this page is in the words of schema.org; page types that are something say so."""
        return None
