"""Mail about pages that somebody asks another to look at.

Wagtail's own mail goes to groups, which we have not, and is sent inside the request. Ours goes to
whoever may publish in the page's ward, through the outbox.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page, Site, TaskState, WorkflowState
from wagtail.signals import (
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from core.mail.outbox import enqueue_mail
from core.models import StadInstellingen
from wijkteams.models import WijkApprovalTask
from wijkteams.models.pages import wijk_of
from wijkteams.permissions import page_policy
from wijkteams.roles import roles_with_page_action


def tell_readers(sender: type[TaskState], instance: TaskState, user: Any, **kwargs: Any) -> None:
    """Somebody asks for a look: mail whoever may publish the page."""
    if not isinstance(instance.task.specific, WijkApprovalTask):
        return
    page = instance.workflow_state.content_object
    readers = readers_of(page).exclude(wagtail_userprofile__submitted_notifications=False)
    if user is not None:
        readers = readers.exclude(pk=user.pk)
    for reader in readers:
        _mail("pagina_ingediend", to=reader, page=page, by=user)


def tell_approved(
    sender: type[WorkflowState], instance: WorkflowState, user: Any, **kwargs: Any
) -> None:
    """The page was approved: mail who asked."""
    _answer("pagina_goedgekeurd", "approved", instance, user)


def tell_rejected(
    sender: type[WorkflowState], instance: WorkflowState, user: Any, **kwargs: Any
) -> None:
    """The page needs another hand: mail who asked, with what the reader wrote."""
    comment = instance.current_task_state.specific.get_comment()
    _answer("pagina_terug", "rejected", instance, user, comment=comment)


def tell_nobody(sender: type[WorkflowState], **kwargs: Any) -> None:
    """Wagtail mails all superusers about each page in each ward: nobody would read it."""


def readers_of(page: Page) -> QuerySet[Any]:
    """Whoever may publish this page: those of the ward; without them those of the city."""
    everybody = page_policy().users_with_any_permission_for_instance(
        {"publish"}, page, include_superusers=False
    )
    wijk = wijk_of(page)
    if wijk is None:
        return everybody
    of_ward = Q(
        lidmaatschappen__wijk=wijk, lidmaatschappen__rol__in=roles_with_page_action("publish")
    )
    own = everybody.filter(of_ward).distinct()
    return own if own.exists() else everybody


def _answer(name: str, kind: str, state: WorkflowState, user: Any, **extra: Any) -> None:
    asker = state.requested_by
    if asker is None or asker == user or not asker.is_active:
        return
    profile = getattr(asker, "wagtail_userprofile", None)
    if profile is not None and not getattr(profile, f"{kind}_notifications"):
        return
    _mail(name, to=asker, page=state.content_object, by=user, **extra)


def _mail(name: str, *, to: Any, page: Page, by: Any, **extra: Any) -> None:
    base = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    site = Site.objects.get(is_default_site=True)
    current = Page.objects.get(pk=page.pk)
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "stad": StadInstellingen.for_site(site),
            "to": to,
            "by": by,
            "title": page.get_admin_display_title(),
            "wijk": wijk_of(page),
            "edit_url": f"{base}{reverse('wagtailadmin_pages:edit', args=[page.pk])}",
            "page_url": current.full_url if current.live else "",
            **extra,
        }
        enqueue_mail(name, to=to.email, context=context)


def connect() -> None:
    """Take the places of Wagtail's own mailers, whichever of us comes first.

    A signal keeps one receiver per dispatch_uid, so under Wagtail's names theirs cannot enter.
    """
    task_submitted.connect(tell_readers, sender=TaskState, dispatch_uid="wijkteams.tell_readers")
    places = (
        (workflow_submitted, tell_nobody, "workflow_state_submitted_email_notification"),
        (workflow_rejected, tell_rejected, "workflow_state_rejected_email_notification"),
        (workflow_approved, tell_approved, "workflow_state_approved_email_notification"),
    )
    for signal, receiver, uid in places:
        signal.disconnect(sender=WorkflowState, dispatch_uid=uid)
        signal.connect(receiver, sender=WorkflowState, dispatch_uid=uid)
