"""What all pages have in common."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction
from wagtail.permissions import policy_registry
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.closed import known_to_be_open, restrictions_at
from core.looker import looker
from core.page_forms import PageForm
from core.tree import places


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
        help_text=_(
            "Staat boven de tekst en in overzichten. Mag leeg blijven. "
            "Bijvoorbeeld: een foto van de plek waar het over gaat."
        ),
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

    # Not by a task of Wagtail, but at once: core.search.events.
    search_auto_update: ClassVar[bool] = False
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
    # What is heavy, and shown by few of them.
    visit_deferred: ClassVar[tuple[str, ...]] = ()

    class Meta:
        abstract = True

    def shown_pictures(self) -> list[Any]:
        """Pictures that the page shows besides its own and those in its text."""
        return []

    @property
    def description_for_search(self) -> str:
        """What search engines and shared links show: the own description, else the summary."""
        return self.search_description or self.summary

    @property
    def alt(self) -> str:
        """The text instead of the picture."""
        return self.image_alt or (self.image.description if self.image else "")

    def get_admin_display_title(self) -> str:
        """The newest title, for who works on this page; for others the one that all may read."""
        user = looker() if self.draft_title != self.title else None
        own = user is None or self._is_worked_on_by(user)
        return super().get_admin_display_title() if own else self.title

    def _is_worked_on_by(self, user: Any) -> bool:
        policy = policy_registry.get_by_type(Page)
        rights = ["add", "change", "publish", "lock", "unlock", "bulk_delete"]
        return bool(policy.user_has_any_permission_for_instance(user, rights, self))

    def get_view_restrictions(self) -> Any:
        """Who may read it, in one query; an alias has the restrictions of its source.

        None where it is remembered that no place above it is closed.
        """
        asked = places(self.path)
        if known_to_be_open(asked):
            return PageViewRestriction.objects.none()
        return PageViewRestriction.objects.filter(restrictions_at(asked)).distinct()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from core.blocks.renditions import fetch_together
        from core.navigation import page_frame
        from core.structured import describe

        fetch_together(self.image, self.shown_pictures(), getattr(self, "body", None))
        context = super().get_context(request, *args, **kwargs)
        frame = page_frame(self, request)
        return {**context, **frame, **describe(self, frame, request)}

    def structured_data(self, request: HttpRequest) -> dict[str, Any] | None:
        """What this page is in the words of schema.org; page types that are something say so."""
        return None
