from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .groups import WAYS_ON
from .picture import PictureChooserBlock
from .sample import SamplePicture


class ContactCardBlock(blocks.StructBlock):
    """Whom to call or mail about something."""

    name = blocks.CharBlock(
        label=_("naam"), max_length=120, help_text=_("Bijvoorbeeld: 'Joris de Wit'.")
    )
    role = blocks.CharBlock(
        label=_("taak"),
        required=False,
        max_length=120,
        help_text=_("Bijvoorbeeld: 'regelt de bus naar de markt'."),
    )
    phone = blocks.CharBlock(
        label=_("telefoon"),
        required=False,
        max_length=30,
        help_text=_("Bijvoorbeeld: '06 12 34 56 78'. Vraag of het nummer op de site mag."),
    )
    email = blocks.EmailBlock(
        label=_("e-mailadres"),
        required=False,
        help_text=_("Bijvoorbeeld: 'bus@havenkwartier.example'."),
    )
    image = PictureChooserBlock(
        label=_("portret"),
        required=False,
        help_text=_(
            "Bijvoorbeeld een foto van het gezicht. "
            "Zonder foto staat de eerste letter van de naam er."
        ),
    )

    class Meta:
        icon = "user"
        label = _("Contact")
        description = _("Wie je kunt bellen of mailen.")
        group = WAYS_ON
        template = "blocks/contact.html"
        preview_value = {
            "name": "Naima Amrani",
            "role": _("regelt de bus naar de markt"),
            "phone": "06 12 34 56 78",
            "email": "bus@havenkwartier.example",
            "image": SamplePicture("portret", width=240, height=288),
        }
