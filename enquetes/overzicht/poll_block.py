"""A quick poll on any page (requirement S16): the one question of a survey, with its answers.

Loaded while models are (see STORY_BLOCKS in the settings): it looks at no model before it is shown.
"""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from core.blocks.groups import WAYS_ON


class PeilingBlock(blocks.StructBlock):
    """The answers are links: they lead to the survey, and change nothing by themselves."""

    enquete = blocks.PageChooserBlock(
        label=gettext_lazy("enquête"),
        page_type="enquetes.EnquetePage",
        help_text=gettext_lazy(
            "Een gepubliceerde enquête met één vraag. "
            "Bijvoorbeeld: 'Moet het plein autovrij worden?'"
        ),
    )

    class Meta:
        icon = "clipboard-list"
        label = gettext_lazy("Peiling")
        description = gettext_lazy("Eén vraag aan de lezer, met de antwoorden als knoppen.")
        group = WAYS_ON
        template = "enquetes/peiling.html"
        preview_value = {"enquete": None}

    def clean(self, value: Any) -> Any:
        from enquetes.overzicht.poll import question_of_page

        cleaned = super().clean(value)
        page = cleaned.get("enquete")
        if page is not None and question_of_page(page.specific) is None:
            message = _(
                "Kies een enquête met precies één vraag, waarop mensen een antwoord kiezen."
            )
            raise StructBlockValidationError({"enquete": ValidationError(message)})
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        from enquetes.overzicht.poll import SAMPLE, poll_of

        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        page = value.get("enquete")
        return {**context, "poll": poll_of(page, context.get("request")) if page else SAMPLE}
