"""Questions to the policies about the things that an address names.

Each costs one query, however many numbers there are. What is not found is not refused: then the
view says 404 itself. City roles are not asked: they may work on all.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.db.models import Model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from wijkteams.page_chooser import choosable
from wijkteams.permissions import page_policy

if TYPE_CHECKING:
    from accounts.models import User

    Words = Mapping[str, Any]
    Question = Callable[[User, Collection[int], Words], bool]
else:
    Words = Mapping
    Question = Callable

ANY_RIGHT = {
    "page": ("add", "change", "publish", "lock", "unlock", "bulk_delete"),
    "media": ("add", "change", "delete", "choose"),
    "row": ("add", "change", "delete", "view"),
}
BULK = {
    "wagtailcore.page": ANY_RIGHT["page"],
    "wijkteams.image": ANY_RIGHT["media"],
    "wijkteams.document": ANY_RIGHT["media"],
}
"The models of which several may be chosen at once, with what one must be able to do with each."


def may(model: str, *actions: str) -> Question:
    """Whether the user may do one of these things with each of them."""

    def question(user: User, pks: Collection[int], words: Words) -> bool:
        return _policy_allows(user, apps.get_model(model), actions, pks)

    return question


def own(model: str, kind: str = "row") -> Question:
    """Whether each is one of which the user has any right; which one, the view asks."""
    return may(model, *ANY_RIGHT[kind])


def own_page() -> Question:
    """Whether each page lies in a ward of the user."""
    return may("wagtailcore.Page", *ANY_RIGHT["page"])


def explore(user: User, pks: Collection[int], words: Words) -> bool:
    """Whether each page is one of the user's, or lies on the way to one."""
    return _all_in(Page.objects.filter(pk__in=pks), page_policy().explorable_instances(user))


def choose_page(user: User, pks: Collection[int], words: Words) -> bool:
    """Whether each page is one that the user may make a link to."""
    pages = Page.objects.filter(pk__in=pks, depth__gt=1)
    return _all_in(pages, choosable(pages, user))


def mine(model: str, owner: str) -> Question:
    """Whether the user made each of these; nobody else has any business with it."""

    def question(user: User, pks: Collection[int], words: Words) -> bool:
        rows = apps.get_model(model)._default_manager.filter(pk__in=pks)
        return not rows.exclude(**{owner: user.pk}).exists()

    return question


def translation(user: User, pks: Collection[int], words: Words) -> bool:
    """Whether the user may change what is being translated, or what it was translated into."""
    from wagtail_localize.models import Translation

    found = Translation.objects.filter(pk__in=pks).select_related("source")
    return all(_may_translate(user, row.source, row.target_locale_id) for row in found)


def translation_source(user: User, pks: Collection[int], words: Words) -> bool:
    """Whether the user may change what is the source of translations."""
    from wagtail_localize.models import TranslationSource

    found = TranslationSource.objects.filter(pk__in=pks)
    return all(_may_translate(user, row, row.locale_id) for row in found)


def _may_translate(user: User, source: Any, locale_id: int) -> bool:
    pages = Page.objects.filter(translation_key=source.object_id)
    locales = {source.locale_id, locale_id}
    found = [page for page in pages if page.locale_id in locales]
    policy = page_policy()
    return bool(found) and all(
        policy.user_has_permission_for_instance(user, "change", page) for page in found
    )


def of_named_model(user: User, pks: Collection[int], words: Words) -> bool:
    """As `own`, of the model that the address names too; only models that belong to wards."""
    label = f"{words.get('app_label')}.{words.get('model_name')}".lower()
    if label in BULK:
        return _policy_allows(user, apps.get_model(label), BULK[label], pks)
    try:
        model = apps.get_model(label)
    except (LookupError, ValueError):
        return False
    return issubclass(model, Page) and _policy_allows(user, Page, ANY_RIGHT["page"], pks)


def inside(user: User, pks: Collection[int], words: Words) -> bool:
    """Nothing to ask: the view looks this up within the thing that was asked about already."""
    return True


def _policy_allows(
    user: User, model: type[Model], actions: Collection[str], pks: Collection[int]
) -> bool:
    policy = policy_registry.get_by_type(model)
    rows = model._default_manager.filter(pk__in=pks)
    return all(policy.user_has_any_permission_for_instance(user, actions, row) for row in rows)


def _all_in(asked: Any, allowed: Any) -> bool:
    return not asked.exclude(pk__in=allowed.values("pk")).exists()
