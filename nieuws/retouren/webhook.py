"""Where a mail service tells us of returns: one address, for the service that is set up.

Anymail checks who it is (a secret, or the signature of the service) and gives all services the same
words. Without a secret in the settings nobody may tell us anything: the address does not exist.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from hashlib import sha256
from importlib import import_module
from typing import Any

from anymail.signals import AnymailTrackingEvent, EventType, RejectReason, tracking
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from core.mail.addresses import key_of
from nieuws.abonneren.services import leave_all
from nieuws.models import Abonnee, Kanaal, Retour, Zending
from nieuws.retouren import services
from nieuws.retouren.report import Report
from nieuws.retouren.status import judge, without_addresses

logger = logging.getLogger(__name__)

_CODE = re.compile(r"(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])", re.ASCII)
# By which words the services tell that somebody's address is wrong, or only this moment.
_KINDS = ("event", "type", "Type", "bounceType", "severity", "bounce_type", "status")
_HARD = re.compile(r"hard|permanent|invalid|badmailbox", re.IGNORECASE)
_SOFT = re.compile(r"soft|transient|temporary|blocked|undetermined", re.IGNORECASE)


@csrf_exempt
@never_cache
def mail_service(request: HttpRequest) -> HttpResponse:
    """Give it to anymail. What nobody can read is refused, not an error of ours."""
    view = _view()
    try:
        return view(request)
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        logger.warning("The mail service told us something that could not be read", exc_info=True)
        return HttpResponseBadRequest()


def _view() -> Callable[[HttpRequest], HttpResponse]:
    if not (settings.MAIL_SERVICE and settings.ANYMAIL.get("WEBHOOK_SECRET")):
        raise Http404
    module = import_module(f"anymail.webhooks.{settings.MAIL_SERVICE}")
    names = [name for name in vars(module) if re.fullmatch(r"\w+TrackingWebhookView", name)]
    found: Callable[[HttpRequest], HttpResponse] = getattr(module, names[-1]).as_view()
    return found


def listen() -> None:
    """Called when the app is ready."""
    tracking.connect(hear, dispatch_uid="nieuws.retouren")


def hear(sender: object, event: AnymailTrackingEvent, **_more: Any) -> None:
    """One event of the service, as anymail words it. What is no return is not ours to know."""
    if event.event_type == EventType.UNSUBSCRIBED:
        abonnee = _abonnee(event)
        if abonnee is not None:
            leave_all(abonnee, Kanaal.MAIL)
        return
    report = _report(event)
    if report is None:
        return
    zending = _zending(event)
    if zending is not None:
        services.note(zending, report, Retour.Bron.DIENST)
        return
    abonnee = _abonnee(event)
    if abonnee is not None:
        services.note_of_abonnee(abonnee, report, Retour.Bron.DIENST, _key(event))


def _report(event: AnymailTrackingEvent) -> Report | None:
    words = " ".join(str(part) for part in (event.mta_response, event.description) if part)
    wrong = (EventType.BOUNCED, EventType.REJECTED)
    if event.event_type == EventType.COMPLAINED or (
        event.event_type in wrong and event.reject_reason == RejectReason.SPAM
    ):
        return Report(Retour.Soort.KLACHT)
    if event.event_type not in wrong:
        return None
    found = judge(words)
    if found.code:
        return found
    kind = f"{_kind(event)} {event.reject_reason}"
    is_hard = bool(_HARD.search(kind)) and not _SOFT.search(kind)
    return Report(Retour.Soort.HARD if is_hard else found.soort, "", without_addresses(words))


def _kind(event: AnymailTrackingEvent) -> str:
    facts = event.esp_event if hasattr(event.esp_event, "get") else {}
    return " ".join(str(facts.get(name, "")) for name in _KINDS)


def _zending(event: AnymailTrackingEvent) -> Zending | None:
    """By what we sent along, or by a Message-ID that the service left as it was."""
    metadata = event.metadata if isinstance(event.metadata, dict) else {}
    texts = (str(metadata.get("zending", "")), str(event.message_id or ""))
    codes = [match[0] for text in texts if (match := _CODE.search(text))]
    rows = Zending.objects.filter(code__in=codes).select_related("abonnee", "editie")
    return rows.first() if codes else None


def _abonnee(event: AnymailTrackingEvent) -> Abonnee | None:
    try:
        key = key_of(str(event.recipient or ""))
    except ValueError:
        return None
    return Abonnee.objects.filter(email_key=key).first()


def _key(event: AnymailTrackingEvent) -> str:
    """The same event told twice is one."""
    told = event.event_id or f"{event.message_id}|{event.timestamp}|{event.event_type}"
    return sha256(str(told).encode()).hexdigest()
