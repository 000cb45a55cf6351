"""The hub."""

from .home_page import HomePage
from .toegankelijkheid import ToegankelijkheidPage

__all__ = ["HomePage", "ToegankelijkheidPage"]
