"""What Wagtail, Django and the queue keep about people; declared once, for all apps."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from core.privacy.access_processing import declare_access
from core.privacy.cms_processings import declare_cms
from core.privacy.forgotten_term import declare_forgotten
from core.privacy.mail_processings import declare_mail
from core.privacy.register import Processing, register, register_harmless


def declare() -> None:
    """Called when the app is ready."""
    declare_cms()
    declare_mail()
    declare_access()
    declare_forgotten()
    _declare_tries()
    _declare_harmless()


def _declare_tries() -> None:
    register(
        Processing(
            key="pogingen",
            title=_("Wie te vaak probeert, moet wachten"),
            who=_("Wie inlogt, een mail aanvraagt of een link uit een mail opent"),
            data=(_("een onleesbaar kenmerk van het netwerk en de ingevulde naam"),),
            purpose=_("Voorkomen dat iemand wachtwoorden, codes of links raadt."),
            ground=_("Gerechtvaardigd belang: accounts en gegevens veilig houden."),
            retention=_("Hooguit 24 uur; elk uur gaat weg wat niet meer telt."),
            keep=timedelta(days=1),
            covers={"core.Poging": ("key",)},
            purge=_purge_tries,
        )
    )


def _purge_tries(now: datetime) -> int:
    from core.models import Poging

    return Poging.objects.filter(until__lte=now).delete()[0]


def _declare_harmless() -> None:
    for model in ("Collection", "Task", "Workflow"):
        register_harmless(f"wagtailcore.{model}", "name")
    register_harmless("auth.Group", "name")
    register_harmless("auth.Permission", "name")
    register_harmless("taggit.Tag", "name")
    # Passwords of closed pages: switched off (WAGTAIL_PRIVATE_PAGE_OPTIONS).
    register_harmless("wagtailcore.PageViewRestriction", "password")
    register_harmless("wagtailcore.CollectionViewRestriction", "password")
    # Wagtail's own pictures and documents stand unused beside ours.
    register_harmless("wagtailimages.Image", "uploaded_by_user")
    register_harmless("wagtaildocs.Document", "uploaded_by_user")
