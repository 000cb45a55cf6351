"""One search over all public pages. Apps say which of their pages can be found, and how they look.

register_findable(NieuwsPage, as_found, related=("wijk",))
"""

from .registry import Findable, findables, register_findable
from .scopes import Scope, register_scope

__all__ = ["Findable", "Scope", "findables", "register_findable", "register_scope"]
