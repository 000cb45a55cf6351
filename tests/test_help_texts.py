"""Every field that a volunteer sees says what belongs in it."""

from __future__ import annotations

from typing import Any

import pytest
from django.forms import BaseForm, HiddenInput
from wagtail.documents.forms import get_document_form
from wagtail.images.forms import get_image_form
from wagtail.models import Page, get_page_models

from accounts.models import User
from core.models import StadInstellingen
from tests.factories import lid
from wijkteams.activiteiten.beheer.viewsets import LocatieViewSet, VakantieViewSet
from wijkteams.area_viewsets import BuurtViewSet, ThemaViewSet, WijkViewSet
from wijkteams.importers.forms import UploadForm
from wijkteams.invitation_forms import NewAccountForm
from wijkteams.invitation_viewset import InvitationViewSet
from wijkteams.models import Document, Image, Wijk
from wijkteams.roles import Rol
from wijkteams.signalen.werk.categories import CategorieViewSet
from wijkteams.team_viewsets import TeamViewSet
from wijkteams.wizard.forms import NieuweWijkForm

pytestmark = pytest.mark.django_db

OURS = ("activiteiten", "enquetes", "home", "nieuws", "wijkteams", "core", "accounts")
PAGES = [model for model in get_page_models() if model._meta.app_label in OURS]
VIEWSETS = [
    WijkViewSet,
    BuurtViewSet,
    ThemaViewSet,
    InvitationViewSet,
    TeamViewSet,
    LocatieViewSet,
    VakantieViewSet,
    CategorieViewSet,
]

# Whose label says it all, or that hold blocks with their own help.
# Times of publishing stand in a panel of Wagtail's with words of its own.
SAY_IT_ALL = {
    "body",
    "looproute",
    "stukken",
    "verslag",
    "vragen",
    "comment_notifications",
    "expire_at",
    "go_live_at",
    "password_again",
    "wijk",
}


def silent(form: BaseForm) -> set[str]:
    """Name the visible fields of a form that do not explain themselves."""
    return {
        name
        for name, field in form.fields.items()
        if not isinstance(field.widget, HiddenInput)
        and name not in SAY_IT_ALL
        and not str(field.help_text).strip()
    }


def city_user() -> User:
    return lid("bea@sluisdam.example", Rol.STADSREDACTIE, None)


def panel_help(panel: Any) -> dict[str, str]:
    """Collect what the panels of an edit screen add themselves, by field."""
    found = {}
    for child in getattr(panel, "children", ()):
        found.update(panel_help(child))
    if getattr(panel, "field_name", ""):
        found[panel.field_name] = str(panel.help_text or "")
    return found


@pytest.mark.parametrize("model", PAGES)
def test_fields_of_a_page_explain_themselves(model: type[Page], haven: Wijk) -> None:
    handler = model.get_edit_handler()
    page = model.objects.first() or model(locale_id=1)
    form_class = handler.get_form_class()
    form = form_class(instance=page, for_user=city_user())
    by_panel = panel_help(handler)

    assert form.fields
    assert {name for name in silent(form) if not by_panel.get(name)} == set()
    for name, formset in form.formsets.items():
        if name == "comments":  # drawn by a panel of Wagtail's, not as a form
            continue
        assert silent(formset.empty_form) - {"DELETE", "ORDER", "id"} == set()


@pytest.mark.parametrize("viewset", VIEWSETS)
def test_fields_of_a_row_explain_themselves(viewset: Any, haven: Wijk) -> None:
    form_class = viewset().get_form_class()
    instance = haven if viewset is WijkViewSet else None

    form = form_class(instance=instance, for_user=city_user())

    assert form.fields
    assert silent(form) == set()


@pytest.mark.parametrize("form_for", [get_image_form, get_document_form])
def test_fields_of_a_file_explain_themselves(form_for: Any, haven: Wijk) -> None:
    model = Image if form_for is get_image_form else Document

    form = form_for(model)(user=city_user())

    assert "title" in form.fields
    assert silent(form) - {"collection"} == set()


def test_fields_of_other_forms_explain_themselves(haven: Wijk) -> None:
    forms = [NieuweWijkForm(), UploadForm(), NewAccountForm(email="amira@voorbeeld.nl")]

    for form in forms:
        assert silent(form) == set(), type(form).__name__


def test_settings_of_the_city_explain_themselves() -> None:
    from wagtail.contrib.settings.registry import registry

    assert StadInstellingen in registry
    silent_fields = {
        field.name
        for field in StadInstellingen._meta.fields
        if field.editable and field.name not in {"id", "site"} and not str(field.help_text)
    }

    assert silent_fields == set()
