"""Under which headings the block picker shows the blocks."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

# The picker sorts by the words themselves.
WORDS = _("1. Tekst")
PICTURES = _("2. Beeld")
WAYS_ON = _("3. Contact, links en bestanden")
