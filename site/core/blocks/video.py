from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from core.security.csp import allow_frame

from .groups import PICTURES
from .picture import PictureBlock
from .sample import SamplePicture
from .video_services import Film, recognise


class VideoValue(blocks.StructValue):
    """A film, as far as its address is known."""

    @property
    def film(self) -> Film | None:
        return recognise(self.get("url") or "")


class VideoBlock(blocks.StructBlock):
    """A film elsewhere. Nothing is asked of others before a visitor wants to see it."""

    title = blocks.CharBlock(
        label=gettext_lazy("titel"),
        max_length=150,
        help_text=gettext_lazy("Bijvoorbeeld: 'Rondleiding door het buurthuis'."),
    )
    url = blocks.URLBlock(
        label=gettext_lazy("adres van de video"),
        max_length=300,
        help_text=gettext_lazy(
            "Van YouTube, Vimeo of PeerTube. Bijvoorbeeld: 'https://youtu.be/aqz-KE-bpKQ'."
        ),
    )
    image = PictureBlock(
        required=False,
        label=gettext_lazy("foto vooraf"),
        help_text=gettext_lazy("Wat je ziet tot iemand de video start. Mag leeg blijven."),
    )
    transcript = blocks.TextBlock(
        label=gettext_lazy("wat er gezegd wordt"),
        required=False,
        rows=4,
        max_length=20_000,
        help_text=gettext_lazy(
            "Voor wie de video niet hoort. Bijvoorbeeld: 'Fatma: Welkom in De Brug. Hier …'"
        ),
    )

    class Meta:
        icon = "media"
        label = gettext_lazy("Video")
        description = gettext_lazy(
            "Een film van YouTube, Vimeo of PeerTube. Hij begint pas na een klik."
        )
        group = PICTURES
        template = "blocks/video.html"
        value_class = VideoValue
        preview_value = {
            "title": gettext_lazy("Rondleiding door het buurthuis"),
            "url": "https://youtu.be/aqz-KE-bpKQ",
            "image": SamplePicture("straatfeest", "Lange tafels op straat, met slingers."),
            "transcript": gettext_lazy("Fatma: Welkom in De Brug. Hier drinken we koffie."),
        }

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned.get("url") and recognise(cleaned["url"]) is None:
            raise StructBlockValidationError({"url": ValidationError(_known_addresses())})
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        film, request = value.film, context.get("request")
        if film is not None and request is not None:
            allow_frame(request, film.origin)
        return {**context, "film": film}


def _known_addresses() -> str:
    hosts = ", ".join(settings.VIDEO_PEERTUBE_HOSTS)
    text = _(
        "Dit adres kennen we niet als video. Kopieer het adres van één video van YouTube "
        "(https://youtu.be/…) of Vimeo (https://vimeo.com/…)."
    )
    if not hosts:
        return text
    return f"{text} {_('Van PeerTube kan het ook, van: %(hosts)s.') % {'hosts': hosts}}"
