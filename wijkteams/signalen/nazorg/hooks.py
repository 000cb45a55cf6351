"""The part on the screen of a signal. Registration only."""

from __future__ import annotations

from wijkteams.signalen.nazorg.part import context_of
from wijkteams.signalen.werk.parts import register_part

register_part("signalen/beheer/nazorg.html", context_of, order=70)
