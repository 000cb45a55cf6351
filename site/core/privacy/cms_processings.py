"""What Wagtail and Django keep about who works in the CMS."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import quote, quote_plus

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.models import EditingSession, FormState
from wagtail.models import ModelLogEntry, PageLogEntry, UploadedFile

from core.privacy import sweep
from core.privacy.person import Person
from core.privacy.register import Processing, register

LOGS_KEPT = timedelta(days=730)
DRAFT_FORMS_KEPT = timedelta(days=1)
VOLUNTEERS = _("Vrijwilligers en medewerkers die aan de site werken")


def _count(result: tuple[int, dict[str, int]]) -> int:
    return result[0]


# --- sessions -------------------------------------------------------------------------------------
def _sessions_of(person: Person) -> list[str]:
    if person.user_id is None:
        return []
    return [
        session.session_key
        for session in Session.objects.all()
        if session.get_decoded().get("_auth_user_id") == str(person.user_id)
    ]


def _erase_sessions(person: Person) -> int:
    return _count(Session.objects.filter(pk__in=_sessions_of(person)).delete())


def _purge_sessions(now: datetime) -> int:
    return _count(Session.objects.filter(expire_date__lt=now).delete())


# --- the CMS --------------------------------------------------------------------------------------
def _erase_half_filled(person: Person) -> int:
    named = Q(user_id=person.user_id or 0)
    for needle in person.needles:  # the data are packed as in an address
        named |= Q(data__icontains=quote_plus(needle)) | Q(data__icontains=quote(needle))
    count = _count(FormState.objects.filter(named).delete())
    if person.user_id is not None:
        uploads = UploadedFile.objects.filter(uploaded_by_user_id=person.user_id)
        sessions = EditingSession.objects.filter(user_id=person.user_id)
        count += _delete_uploads(uploads) + _count(sessions.delete())
    return count


def _purge_half_filled(now: datetime) -> int:
    before = now - DRAFT_FORMS_KEPT
    return _count(FormState.objects.filter(last_updated_at__lte=before).delete()) + _count(
        EditingSession.objects.filter(last_seen_at__lte=before).delete()
    )


def _delete_uploads(uploads: Any) -> int:
    names = [(upload.file.storage, upload.file.name) for upload in uploads]
    for storage, name in names:
        transaction.on_commit(lambda s=storage, n=name: s.delete(n))  # type: ignore[misc]
    return _count(uploads.delete())


def _purge_logs(now: datetime) -> int:
    return sum(
        model.objects.filter(timestamp__lte=now - LOGS_KEPT, user__isnull=False).update(user=None)
        for model in (PageLogEntry, ModelLogEntry)
    )


def _export_mentions(person: Person) -> list[dict[str, Any]]:
    return [
        {
            "soort": str(row._meta.verbose_name),
            "nummer": row.pk,
            "veld": name,
            "tekst": sweep.around(row, name, person),
        }
        for row, name in sweep.mentions(person)
    ]


def _link_fields() -> dict[str, tuple[str, ...]]:
    """The links of Wagtail's and allauth's own rows to whoever made them."""
    return {
        "wagtailcore.Page": ("owner", "locked_by"),
        "wagtailcore.Revision": ("user",),
        "wagtailcore.PageLogEntry": ("user",),
        "wagtailcore.ModelLogEntry": ("user",),
        "wagtailcore.TaskState": ("finished_by",),
        "wagtailcore.WorkflowState": ("requested_by",),
        "wagtailcore.Comment": ("user", "resolved_by"),
        "wagtailcore.CommentReply": ("user",),
        "wagtailcore.PageSubscription": ("user",),
        "wagtail_localize.StringTranslation": ("last_translated_by",),
        "wagtail_localize.SegmentOverride": ("last_translated_by",),
    }


def declare_cms() -> None:
    """Called when the app is ready."""
    _declare_work()
    _declare_half_filled()
    _declare_sessions()
    _declare_names()


def _declare_work() -> None:
    register(
        Processing(
            key="werk-aan-de-site",
            title=_("Wie wat heeft gemaakt en veranderd"),
            who=VOLUNTEERS,
            data=(_("wie"), _("wat"), _("wanneer"), _("opmerkingen bij een pagina")),
            purpose=_("Samenwerken aan pagina's, en kunnen terugzien wie iets heeft veranderd."),
            ground=_("Gerechtvaardigd belang: een site die klopt en veilig is."),
            retention=_("In het logboek 2 jaar, verder zo lang als het account bestaat."),
            keep=LOGS_KEPT,
            covers=_link_fields(),
            export=sweep.linked_rows,
            erase=sweep.forget_links,
            purge=_purge_logs,
            order=80,
        )
    )


def _declare_half_filled() -> None:
    register(
        Processing(
            key="half-ingevuld",
            title=_("Half ingevulde formulieren"),
            who=VOLUNTEERS,
            data=(_("wat er was ingevuld"), _("wie er op dat moment een pagina open heeft")),
            purpose=_("Niet kwijtraken wat is getypt, en zien dat een ander al bezig is."),
            ground=_("Gerechtvaardigd belang: samen kunnen werken."),
            retention=_("1 dag."),
            keep=DRAFT_FORMS_KEPT,
            covers={
                "wagtailadmin.FormState": ("user",),
                "wagtailadmin.EditingSession": ("user",),
                "wagtailcore.UploadedFile": ("uploaded_by_user",),
            },
            erase=_erase_half_filled,
            purge=_purge_half_filled,
        )
    )


def _declare_sessions() -> None:
    register(
        Processing(
            key="ingelogd-zijn",
            title=_("Ingelogd zijn"),
            who=_("Wie inlogt"),
            data=(_("een cookie die zegt dat u bent ingelogd"),),
            purpose=_("Niet op elke pagina opnieuw te hoeven inloggen."),
            ground=_("Nodig voor de site; hier is geen toestemming voor nodig."),
            retention=_("Tot u uitlogt, en ten hoogste 2 weken."),
            keep=timedelta(days=14),
            covers={"sessions.Session": ("session_data",)},
            erase=_erase_sessions,
            purge=_purge_sessions,
        )
    )


def _declare_names() -> None:
    register(
        Processing(
            key="namen-in-teksten",
            title=_("Namen in teksten"),
            who=_("Mensen die in een tekst op de site staan"),
            data=(_("naam"), _("e-mailadres"), _("telefoonnummer")),
            purpose=_("Vertellen wat er in de wijk gebeurt en bij wie u terechtkunt."),
            ground=_("Gerechtvaardigd belang, of toestemming van wie er staat."),
            retention=_("Zo lang de tekst op de site staat. Op verzoek halen wij uw naam weg."),
            covers={
                "core.StadInstellingen": ("contact_email", "contact_phone", "phone_hours"),
                "wagtailembeds.Embed": ("author_name",),
            },
            export=_export_mentions,
            erase=sweep.scrub_texts,
            order=95,
        )
    )
