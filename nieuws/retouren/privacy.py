"""What stands in the mailbox for returns. The returns themselves are declared with the readers."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from core.privacy import Processing, register
from nieuws.retouren.mailbox import APART_KEPT


def declare() -> None:
    """Only where there is such a mailbox: the privacy page says what is so, here."""
    if not settings.BOUNCE_IMAP_URL:
        return
    register(
        Processing(
            key="postvak-voor-retouren",
            title=_("Mail die terugkomt"),
            who=_("Wie een nieuwsbrief van ons krijgt die niet aankomt"),
            data=(_("e-mailadres"), _("wat de andere mailserver schreef")),
            purpose=_("Niet blijven mailen naar een adres dat niet werkt."),
            ground=_("Gerechtvaardigd belang: alleen mail sturen die aankomt."),
            retention=_(
                "Een kwartier. Bericht dat wij niet kunnen lezen: 30 dagen in hetzelfde postvak."
            ),
            keep=APART_KEPT,
        )
    )
