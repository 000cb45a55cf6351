from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock


class ContactCardBlock(blocks.StructBlock):
    """Whom to call or mail about something."""

    name = blocks.CharBlock(label=_("naam"), max_length=120)
    role = blocks.CharBlock(label=_("taak"), required=False, max_length=120)
    phone = blocks.CharBlock(label=_("telefoon"), required=False, max_length=30)
    email = blocks.EmailBlock(label=_("e-mailadres"), required=False)
    image = ImageChooserBlock(label=_("portret"), required=False)

    class Meta:
        icon = "user"
        label = _("Contact")
        template = "blocks/contact.html"
