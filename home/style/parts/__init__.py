"""What components are for: the texts of the style page, by group."""

from .agenda import AGENDA
from .forms import FORMS
from .frame import FRAME
from .lists import LISTS
from .part import Part
from .text import TEXT
from .ward import WARD

__all__ = ["AGENDA", "FORMS", "FRAME", "LISTS", "TEXT", "WARD", "Part"]
