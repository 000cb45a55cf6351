"""The place of the tasks in the CMS: addresses and an item under Reports. Registration only."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .views import may_see_tasks


class TaskMenuItem(MenuItem):
    """Shown to whoever looks after the tasks."""

    def is_shown(self, request: HttpRequest) -> bool:
        return may_see_tasks(request.user)


@hooks.register("register_admin_urls")
def register_task_urls() -> list[URLResolver]:
    return [path("taken/", include("wijkteams.taken.urls"))]


@hooks.register("register_admin_menu_item")
def register_task_menu_item() -> TaskMenuItem:
    return TaskMenuItem(
        _("Taken"), reverse_lazy("taken:index"), name="taken", icon_name="tasks", order=860
    )
