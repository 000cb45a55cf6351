"""News of wards and of the city."""

from .nieuws_page import NieuwsPage
from .overview import NieuwsIndexPage, NieuwsJaarPage

__all__ = ["NieuwsIndexPage", "NieuwsJaarPage", "NieuwsPage"]
