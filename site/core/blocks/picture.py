from __future__ import annotations

import copy
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageBlock, ImageChooserBlock

from .at_hand import fetched
from .sample import SamplePicture

ALT_HELP = gettext_lazy(
    "Wat zie je op de foto? Voor wie de foto niet ziet. "
    "Bijvoorbeeld: 'Vier buren zetten een boom in de grond.'"
)


class PictureChooserBlock(ImageChooserBlock):
    """Wagtail's chooser; takes a picture that a story has at hand already."""

    def bulk_to_python(self, values: Any) -> list[Any]:
        values = list(values)
        found = fetched({value for value in values if value is not None})
        if found is None:
            return list(super().bulk_to_python(values))
        # Each place has its own: the text of a picture differs from place to place.
        return [copy.copy(found.get(value)) for value in values]

    def normalize(self, value: Any) -> Any:
        return value if isinstance(value, SamplePicture) else super().normalize(value)

    def deconstruct(self) -> Any:
        """In migrations Wagtail's own."""
        _path, args, kwargs = super().deconstruct()
        return ("wagtail.images.blocks.ImageChooserBlock", args, kwargs)


class PictureBlock(ImageBlock):
    """Wagtail's picture with its text, in our words."""

    def __init__(self, required: bool = True, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)
        self.child_blocks["image"] = PictureChooserBlock(required=required)
        self.child_blocks["image"].set_name("image")
        self._say("image", gettext_lazy("foto"))
        self._say("alt_text", gettext_lazy("wat is er te zien?"), ALT_HELP)
        decorative_help = gettext_lazy(
            "Zet dit alleen aan als de foto niets toevoegt, zoals een plaatje voor de sier."
        )
        self._say("decorative", gettext_lazy("alleen versiering"), decorative_help)

    def _say(self, name: str, label: Any, help_text: Any = "") -> None:
        child = self.child_blocks[name]
        child.label = child.meta.label = label
        if help_text:
            child.field.help_text = help_text

    def clean(self, value: Any) -> Any:
        try:
            return super().clean(value)
        except StructBlockValidationError as error:
            if "alt_text" in error.block_errors:
                error.block_errors["alt_text"] = ValidationError(
                    _("Schrijf wat er op de foto te zien is, of zet 'alleen versiering' aan.")
                )
            raise

    def normalize(self, value: Any) -> Any:
        return value if isinstance(value, SamplePicture) else super().normalize(value)

    def get_searchable_content(self, value: Any) -> list[str]:
        """The text of the picture; nothing for a picture that went away."""
        text = getattr(value, "contextual_alt_text", "") if value else ""
        return [text] if text else []
