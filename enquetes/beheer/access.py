"""Who may look at surveys in the CMS, and who may make them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from enquetes.models import Enquete, EnquetePage
from wijkteams.membership import membership_of
from wijkteams.row_access import may

if TYPE_CHECKING:
    from django.http import HttpRequest

VIEW, CHANGE = "enquete.view", "enquete.change"


def may_look(user: Any) -> bool:
    """Whether somebody has anything to do with surveys, anywhere."""
    membership = membership_of(user)
    return membership.may("rows", VIEW) or membership.may("pages", "add")


def may_make(user: Any, wijk_id: int | None) -> bool:
    """Whether somebody may put a survey in this ward, or (None) in the city."""
    return membership_of(user).may_for(wijk_id, "pages", "add")


def is_own(user: Any, wijk_id: int | None) -> bool:
    """Whether somebody has anything to do with the surveys of this ward, or (None) of the city."""
    return may(user, wijk_id, VIEW) or may_make(user, wijk_id)


def may_try(user: Any, page: EnquetePage) -> bool:
    """Whether somebody may see the questions before they are published."""
    return may(user, page.wijk_id, CHANGE) or bool(page.permissions_for_user(user).can_edit())


def own_pages(request: HttpRequest) -> QuerySet[EnquetePage]:
    """The surveys of the own wards, each once: in Dutch, or in the language that it was made in."""
    if not may_look(request.user):
        raise PermissionDenied
    membership = membership_of(request.user)  # type: ignore[arg-type]
    wards = membership.wards_with("rows", VIEW) | membership.wards_with("pages", "add")
    own = Q() if membership.is_superuser or None in wards else Q(wijk_id__in=wards)
    dutch = Q(locale__language_code=settings.LANGUAGE_CODE)
    same = EnquetePage.objects.filter(dutch, translation_key=OuterRef("translation_key"))
    return EnquetePage.objects.filter(own, dutch | ~Exists(same), alias_of=None)


def the_page(request: HttpRequest, page_id: int) -> EnquetePage:
    """One of them as it was saved last; else 404."""
    pages = own_pages(request).select_related("wijk", "locale", "latest_revision")
    page = pages.filter(pk=page_id).first()
    if page is None:
        if EnquetePage.objects.filter(pk=page_id).exists():
            raise PermissionDenied
        raise Http404
    newest: EnquetePage = page.get_latest_revision_as_object()
    return newest


def the_page_to_try(request: HttpRequest, page_id: int) -> EnquetePage:
    """As `the_page`, for who may see what is not published."""
    page = the_page(request, page_id)
    if not may_try(request.user, page):
        raise PermissionDenied
    return page


def face_of(enquete: Enquete) -> EnquetePage | None:
    """The page under which a survey stands in `own_pages`, if it is still there."""
    pages = EnquetePage.objects.filter(translation_key=enquete.translation_key, alias_of=None)
    dutch = pages.filter(locale__language_code=settings.LANGUAGE_CODE).first()
    return dutch or pages.order_by("pk").first()
