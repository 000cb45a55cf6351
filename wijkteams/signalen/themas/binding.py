"""Choosing which signals belong to a theme, and which words of them stand on its page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from core import page_cache
from wijkteams.draden.registry import node_of
from wijkteams.draden.services import tag_of
from wijkteams.permissions import page_policy
from wijkteams.signalen.models import (
    Signaal,
    SignaalthemaPage,
    SignalenIndexPage,
    Themasignaal,
)


def signals_of(page: SignaalthemaPage) -> QuerySet[Signaal]:
    """All signals of a theme, in whatever language it is read; also those not all may see."""
    return Signaal.objects.filter(themas__translation_key=page.translation_key)


@transaction.atomic
def make_theme(
    index: SignalenIndexPage, title: str, signalen: Iterable[Signaal], *, by: Any
) -> SignaalthemaPage:
    """A draft under the signals of the ward, with these signals; clicked twice it is one.

    Raises ValidationError when this editor may not write there, or a theme is called so already.
    """
    signalen = list(signalen)
    index = SignalenIndexPage.objects.select_for_update(of=("self",)).get(pk=index.pk)
    there = SignaalthemaPage.objects.child_of(index).filter(title__iexact=title).first()
    if there is not None:
        if {one.pk for one in signalen} <= set(signals_of(there).values_list("pk", flat=True)):
            return there
        raise ValidationError(_("Er is al een thema dat zo heet. Kies het hieronder."))
    if not page_policy().user_has_permission_for_instance(by, "add", index):
        raise ValidationError(_("Je mag hier geen pagina's maken. Vraag een redacteur."))
    page = SignaalthemaPage(title=title, live=False, owner=by, locale=index.locale)
    index.add_child(instance=page)
    page.save_revision(user=by)
    log(page, "wagtail.create", user=by)
    add(page, signalen, by=by)
    return page


@transaction.atomic
def add(page: SignaalthemaPage, signalen: Iterable[Signaal], *, by: Any) -> int:
    """Let signals belong to a theme, each once; how many were new. Only of its own ward."""
    known = set(signals_of(page).values_list("pk", flat=True))
    new = [one for one in signalen if one.pk not in known and one.wijk_id == page.wijk_id]
    Themasignaal.objects.bulk_create(
        (
            Themasignaal(translation_key=page.translation_key, signaal=signaal, door=by)
            for signaal in new
        ),
        ignore_conflicts=True,
    )
    refresh(page)
    return len(new)


@transaction.atomic
def remove(page: SignaalthemaPage, pks: Iterable[int]) -> int:
    """Take signals out of a theme; how many."""
    rows = Themasignaal.objects.filter(translation_key=page.translation_key, signaal__in=pks)
    gone, _per_model = rows.delete()
    refresh(page)
    return gone


@transaction.atomic
def quote(page: SignaalthemaPage, signaal: Signaal, words: str, *, by: Any) -> None:
    """Put words of a signal on the page, or ('') take them off.

    Raises ValidationError without the consent of who told it, when it is confidential, or for
    words that are not its own (requirement G10).
    """
    words = words.strip()
    if words:
        _check_quote(signaal, words)
    rows = Themasignaal.objects.filter(translation_key=page.translation_key, signaal=signaal)
    rows.update(citaat=words, door=by)
    refresh(page)


def _check_quote(signaal: Signaal, words: str) -> None:
    if signaal.is_vertrouwelijk:
        raise ValidationError(_("Van een vertrouwelijk signaal nemen we geen woorden over."))
    if not signaal.citaat:
        raise ValidationError(_("Deze bewoner gaf geen toestemming om de tekst te gebruiken."))
    parts = [part.strip() for part in words.split("(…)")]
    if not all(_plain(part) in _plain(signaal.tekst) for part in parts):
        raise ValidationError(
            _("Neem alleen woorden over die in het signaal staan. Sla je iets over? Schrijf (…).")
        )


def _plain(text: str) -> str:
    return " ".join(text.split())


def refresh(page: SignaalthemaPage) -> None:
    """What shows the theme is not right any more, in any language."""
    pks = SignaalthemaPage.objects.filter(translation_key=page.translation_key)
    page_cache.drop(*(f"pagina:{pk}" for pk in pks.values_list("pk", flat=True)))
    page_cache.drop(tag_of(node_of(page)))
