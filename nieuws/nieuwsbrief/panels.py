"""What stands above the fields of a newsletter: what is wrong with it, and where to read more."""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import Panel


class ProblemsPanel(Panel):
    """Names what will not be in the mail, before anybody sends it."""

    class BoundPanel(Panel.BoundPanel):
        """Bound to one newsletter."""

        template_name = "nieuws/nieuwsbrief/beheer/problems.html"

        def is_shown(self) -> bool:
            """Only for one that was kept before, and has something wrong."""
            return bool(super().is_shown() and self.instance.pk and self._problems())

        def _problems(self) -> list[str]:
            from nieuws.nieuwsbrief.problems import problems

            if not hasattr(self, "_found"):
                self._found = problems(self.instance)
            return self._found

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            return {**context, "problems": self._problems()}
