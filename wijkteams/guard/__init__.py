"""The second wall in front of /beheer/. How to add a screen: see `rules.py`."""

from .middleware import GuardMiddleware
from .rules import CITY, GONE, OPEN, PUBLIC, asks, declare

__all__ = ["CITY", "GONE", "OPEN", "PUBLIC", "GuardMiddleware", "asks", "declare"]
