"""Blocks of an activity: papers of an evening, stops of a walk, what came of it, own questions."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

from core.blocks import StoryBlock

MAX_QUESTIONS = 5


class PaperBlock(blocks.StructBlock):
    """A point on the agenda of an evening, with its paper, and afterwards what was decided."""

    title = blocks.CharBlock(
        label=_("Punt"), max_length=150, help_text=_("Bijvoorbeeld: Verkeer in de Kadestraat.")
    )
    document = DocumentChooserBlock(
        label=_("Stuk"), required=False, help_text=_("Bijvoorbeeld: een pdf van de gemeente.")
    )
    decision = blocks.TextBlock(
        label=_("Besluit of afspraak"),
        required=False,
        max_length=600,
        help_text=_("Na afloop. Bijvoorbeeld: 'We vragen de gemeente om twee drempels.'"),
    )

    class Meta:
        label = _("agendapunt")
        icon = "list-ul"


class MinutesBlock(blocks.StructBlock):
    """The minutes of an evening."""

    document = DocumentChooserBlock(
        label=_("Verslag"), help_text=_("Bijvoorbeeld: verslag-12-januari.pdf.")
    )

    class Meta:
        label = _("notulen")
        icon = "doc-full"


class PapersBlock(blocks.StreamBlock):
    """What belongs to an evening of residents (requirement A14)."""

    punt = PaperBlock()
    notulen = MinutesBlock()


class StopBlock(blocks.StructBlock):
    """A place where a walk through the ward stops."""

    name = blocks.CharBlock(
        label=_("Waar"), max_length=120, help_text=_("Bijvoorbeeld: Hoek Kadestraat en Loodsweg.")
    )
    look_at = blocks.CharBlock(
        label=_("Waar kijken we naar?"),
        required=False,
        max_length=200,
        help_text=_("Bijvoorbeeld: Losse stenen en de verlichting."),
    )
    latitude = blocks.FloatBlock(
        label=_("Breedtegraad"),
        required=False,
        min_value=-90,
        max_value=90,
        help_text=_("Voor de kaart. Bijvoorbeeld: 52,01."),
    )
    longitude = blocks.FloatBlock(
        label=_("Lengtegraad"),
        required=False,
        min_value=-180,
        max_value=180,
        help_text=_("Voor de kaart. Bijvoorbeeld: 4,71."),
    )

    class Meta:
        label = _("tussenstop")
        icon = "site"


class RouteBlock(blocks.StreamBlock):
    """The route of a walk."""

    stop = StopBlock()


class AfterBlock(StoryBlock):
    """How it was, in the same parts as any story."""


class QuestionBlock(blocks.StructBlock):
    """A question of the team to who signs up."""

    question = blocks.CharBlock(
        label=_("Vraag"), max_length=150, help_text=_("Bijvoorbeeld: Wat wilt u liever niet eten?")
    )
    choices = blocks.TextBlock(
        label=_("Antwoorden om uit te kiezen"),
        required=False,
        max_length=500,
        help_text=_("Elk op een eigen regel. Leeg: een open vraag. Bijvoorbeeld: Ja."),
    )
    required = blocks.BooleanBlock(
        label=_("Verplicht"),
        required=False,
        help_text=_(
            "Alleen als het echt niet zonder kan. Bijvoorbeeld bij een vaartocht: 'Kunt u zwemmen?'"
        ),
    )

    class Meta:
        label = _("vraag")
        icon = "help"


class QuestionsBlock(blocks.StreamBlock):
    """Questions of the team; few, for each has to be needed."""

    vraag = QuestionBlock()

    class Meta:
        max_num = MAX_QUESTIONS
