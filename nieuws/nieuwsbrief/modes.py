"""In which ways the maker of a newsletter can look at it beforehand (requirement N2).

'Print' is to come with the wijkkrant: one more mode, made from the same letter.
"""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

WEB, MAIL, TEXT = "", "mail", "tekst"
MODES = [(WEB, _("Web")), (MAIL, _("E-mail")), (TEXT, _("Tekst"))]
