"""What Wagtail, Django and the queue keep about people; declared once, for all apps."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import models, transaction
from django.db.models import Q
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult
from wagtail.admin.models import EditingSession, FormState
from wagtail.models import ModelLogEntry, PageLogEntry, UploadedFile

from core.privacy import sweep
from core.privacy.person import Person
from core.privacy.register import Processing, register, register_harmless

TASKS_KEPT = timedelta(days=7)
LOGS_KEPT = timedelta(days=730)
DRAFT_FORMS_KEPT = timedelta(days=1)


def _count(result: tuple[int, dict[str, int]]) -> int:
    return result[0]


# --- mail in the queue ----------------------------------------------------------------------------
def _tasks_of(person: Person) -> list[Any]:
    rows = DBTaskResult.objects.annotate(
        _text=Cast("args_kwargs", models.TextField()),
        _value=Cast("return_value", models.TextField()),
    )
    found: list[Any] = []
    for needle in person.needles:
        query = Q(_text__icontains=needle) | Q(_value__icontains=needle)
        found += rows.filter(query | Q(traceback__icontains=needle))
    return found


def _export_tasks(person: Person) -> list[dict[str, Any]]:
    return [
        {"klaargezet": task.enqueued_at.isoformat(), "inhoud": task.args_kwargs}
        for task in _tasks_of(person)
    ]


def _erase_tasks(person: Person) -> int:
    return _count(DBTaskResult.objects.filter(pk__in=[t.pk for t in _tasks_of(person)]).delete())


def _purge_tasks(now: datetime) -> int:
    return _count(DBTaskResult.objects.filter(finished_at__lte=now - TASKS_KEPT).delete())


# --- caught mail (demo only) ----------------------------------------------------------------------
def _caught_files() -> list[Path]:
    folder = settings.MAIL_CAUGHT_DIR
    return sorted(path for path in Path(folder).glob("*") if path.is_file()) if folder else []


def _erase_caught(person: Person) -> int:
    found = [p for p in _caught_files() if person.pattern.search(p.read_text(errors="replace"))]
    return _remove(found)


def _purge_caught(now: datetime) -> int:
    oldest = (now - TASKS_KEPT).timestamp()
    return _remove([path for path in _caught_files() if path.stat().st_mtime <= oldest])


def _remove(paths: list[Path]) -> int:
    """Only when the transaction succeeds: a file does not come back with a rollback."""
    for path in paths:
        transaction.on_commit(lambda path=path: path.unlink(missing_ok=True))  # type: ignore[misc]
    return len(paths)


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
        {"soort": str(row._meta.verbose_name), "nummer": row.pk, "veld": name}
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


def declare() -> None:
    """Called when the app is ready."""
    _declare_cms()
    _declare_mail()
    _declare_harmless()


def _declare_cms() -> None:
    volunteers = _("Vrijwilligers en medewerkers die aan de site werken")
    register(
        Processing(
            key="werk-aan-de-site",
            title=_("Wie wat heeft gemaakt en veranderd"),
            who=volunteers,
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
    register(
        Processing(
            key="half-ingevuld",
            title=_("Half ingevulde formulieren"),
            who=volunteers,
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


def _declare_mail() -> None:
    register(
        Processing(
            key="post",
            title=_("E-mail die wij sturen"),
            who=_("Wie een e-mail van ons krijgt"),
            data=(_("e-mailadres"), _("de tekst van de e-mail")),
            purpose=_("De e-mail kunnen versturen, en opnieuw proberen als dat niet lukt."),
            ground=_("Nodig voor wat u hebt gevraagd."),
            retention=_("7 dagen na het versturen."),
            keep=TASKS_KEPT,
            covers={"django_tasks_database.DBTaskResult": ("args_kwargs",)},
            export=_export_tasks,
            erase=_erase_tasks,
            purge=_purge_tasks,
        )
    )
    if settings.MAIL_CAUGHT_DIR:
        register(
            Processing(
                key="opgevangen-post",
                title=_("Opgevangen e-mail (alleen in deze proefopstelling)"),
                who=_("Wie een e-mail zou krijgen"),
                data=(_("e-mailadres"), _("de tekst van de e-mail")),
                purpose=_("Laten zien welke e-mail de site stuurt, zonder die te versturen."),
                ground=_("Gerechtvaardigd belang: de site uitproberen."),
                retention=_("7 dagen."),
                keep=TASKS_KEPT,
                erase=_erase_caught,
                purge=_purge_caught,
            )
        )


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
