from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Task, TaskState

if TYPE_CHECKING:
    from accounts.models import User


def _may_publish(user: User, page: Page) -> bool:
    from wijkteams.permissions import page_policy

    return page_policy().user_has_permission_for_instance(user, "publish", page)


class WijkApprovalTask(Task):
    """One look by a second person: whoever may publish in the page's own ward."""

    def user_can_access_editor(self, obj: Page, user: User) -> bool:
        return _may_publish(user, obj)

    def locked_for_user(self, obj: Page, user: User) -> bool:
        return not _may_publish(user, obj)

    def user_can_lock(self, obj: Page, user: User) -> bool:
        return _may_publish(user, obj)

    def user_can_unlock(self, obj: Page, user: User) -> bool:
        return False

    def get_actions(self, obj: Page, user: User) -> list[tuple[str, Any, bool]]:
        if not _may_publish(user, obj):
            return []
        return [
            ("reject", _("Vraag om aanpassing"), True),
            ("approve", _("Keur goed"), False),
            ("approve", _("Keur goed met opmerking"), True),
        ]

    def get_task_states_user_can_moderate(self, user: User, **kwargs: Any) -> Any:
        from wijkteams.permissions import page_policy

        pages = page_policy().instances_user_has_permission_for(user, "publish")
        keys = [
            str(pk)
            for pk in TaskState.objects.filter(
                task=self, status=TaskState.STATUS_IN_PROGRESS
            ).values_list("workflow_state__object_id", flat=True)
        ]
        allowed = [str(pk) for pk in pages.filter(pk__in=keys).values_list("pk", flat=True)]
        return self.task_states.filter(
            status=TaskState.STATUS_IN_PROGRESS, workflow_state__object_id__in=allowed
        )

    @classmethod
    def get_description(cls) -> str:
        return str(_("Wie in de wijk van de pagina mag publiceren, kijkt mee."))

    class Meta:
        verbose_name = _("meelezen in de wijk")
        verbose_name_plural = _("meelezen in de wijk")
