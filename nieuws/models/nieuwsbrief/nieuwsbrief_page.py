"""One newsletter: page, mail and plain text from the same blocks (requirement N2)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index

from core.blocks.field import BlocksField
from core.models import BasePage
from nieuws.nieuwsbrief.blocks import NieuwsbriefBlock
from nieuws.nieuwsbrief.modes import MAIL, MODES, TEXT
from nieuws.nieuwsbrief.page_form import NieuwsbriefPageForm
from nieuws.nieuwsbrief.panels import ProblemsPanel
from wijkteams.models import InWijk

RESERVED = {"aanmelden", "bevestigen", "afmelden", "mijn", "verlengen"}
"Addresses of the small pages beside it (`abonneren.urls`), which come first."


class NieuwsbriefPage(InWijk, BasePage):
    """What the team puts together for its readers."""

    date = models.DateField(_("datum"), default=timezone.localdate)
    subject = models.CharField(
        _("onderwerp van de mail"),
        max_length=150,
        blank=True,
        help_text=_("Leeg: de titel. Bijvoorbeeld: 'De bus rijdt weer, en 5 keer samen eten'."),
    )
    preheader = models.CharField(
        _("eerste regel in het postvak"),
        max_length=150,
        blank=True,
        help_text=_("Staat in het postvak naast het onderwerp. Leeg: de samenvatting."),
    )
    body = BlocksField(NieuwsbriefBlock(), blank=True, verbose_name=_("inhoud"))
    since = models.DateTimeField(_("verzameld vanaf"), null=True, blank=True, editable=False)
    "From when on 'Concept maken' gathered: that of the edition before."
    rectificatie = models.TextField(
        _("rectificatie"),
        max_length=500,
        blank=True,
        help_text=_("Stond er iets fout? Schrijf hier wat, en wanneer je het hebt verbeterd."),
    )

    parent_page_types = ["nieuws.NieuwsbriefIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    og_type = "article"
    preview_modes = MODES
    base_form_class = NieuwsbriefPageForm
    content_panels: ClassVar[list[Any]] = [
        HelpPanel(template="wagtailadmin/handleiding/newsletter_panel.html"),
        ProblemsPanel(),
        *Page.content_panels,
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("subject"), FieldPanel("preheader")], heading=_("In het postvak")
        ),
        FieldPanel("summary"),
        MultiFieldPanel(
            [FieldPanel("image"), FieldPanel("image_alt")],
            heading=_("Foto"),
            classname="collapsed",
        ),
        FieldPanel("date", help_text=_("Vandaag staat er al. Bijvoorbeeld: de dag van verzenden.")),
        FieldPanel("rectificatie"),
    ]
    search_fields: ClassVar[list[Any]] = [
        *BasePage.search_fields,
        index.SearchField("body"),
        index.FilterField("date"),
        index.FilterField("wijk"),
    ]

    class Meta:
        verbose_name = _("nieuwsbrief")
        verbose_name_plural = _("nieuwsbrieven")

    @property
    def subject_line(self) -> str:
        """What stands in the mailbox."""
        return self.subject or self.title

    def clean(self) -> None:
        super().clean()
        if self.slug in RESERVED:
            raise ValidationError({"slug": _("Daar staat al een formulier. Kies een ander adres.")})

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponseBase:
        """As page, as mail or as text: all three of what is in the editor now."""
        from nieuws.nieuwsbrief.preview import mail_preview, text_preview

        if mode_name == MAIL:
            return mail_preview(self)
        if mode_name == TEXT:
            return text_preview(self)
        answer: HttpResponseBase = super().serve_preview(request, mode_name)
        return answer

    def structured_data(self, request: HttpRequest) -> dict[str, Any]:
        from nieuws.structured import news_article

        return news_article(self, request)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from nieuws.nieuwsbrief.web import page_context

        context = super().get_context(request, *args, **kwargs)
        return {**context, **page_context(self, request)}
