"""One thing that the style page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True)
class Part:
    """A component: what it is for, what not, and where its template and CSS are."""

    name: str
    "The name of its sample, templates/samples/<name>.html; a block's begins with 'blok-'."
    title: str | Promise
    use: str | Promise
    avoid: str | Promise
    template: str = ""
    "Empty: templates/components/<name>.html."
    css: str = ""
    "The file in frontend/css/components/. Empty: `no_css` says why there is none."
    no_css: str = ""
    height: str = "midden"
    "How high its frame on the style page is: laag, midden or hoog."

    @property
    def template_name(self) -> str:
        return self.template or f"components/{self.name}.html"
