"""The screens of allauth, with our locks before them: count first, then look."""

from __future__ import annotations

from typing import Any

from allauth.account import views
from django.http import HttpRequest, HttpResponse, HttpResponseBase

from accounts import tries
from accounts.models import User
from core.errors import too_many_requests


class LoginView(views.LoginView):
    """Logging in. The same try counts for a known and for an unknown name."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.name = request.POST.get("login", "").strip().lower()[:254]
        self.unlocked = tries.unlocks(request.GET.get("sleutel", ""), self.name)
        wait = tries.LOGIN.take(request, self.name, excused=self.unlocked)
        if wait:
            return too_many_requests(request, seconds=wait)
        return super().post(request, *args, **kwargs)

    def form_valid(self, form: Any) -> HttpResponse:
        tries.LOGIN.forgive(self.request, self.name)
        if self.unlocked:
            tries.CODES.forgive(self.request, self.name)
        return super().form_valid(form)


class ReauthenticateView(views.ReauthenticateView):
    """The password once more: guessing it behind somebody's back is guessing too."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        wait = count_repeat(request)
        return too_many_requests(request, seconds=wait) if wait else super().post(request)

    def form_valid(self, form: Any) -> HttpResponse:
        forgive_repeat(self.request)
        return super().form_valid(form)


class PasswordChangeView(views.PasswordChangeView):
    """Another password; the old one is asked, so that counts as a guess."""

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        wait = count_repeat(request)
        return too_many_requests(request, seconds=wait) if wait else super().post(request)

    def form_valid(self, form: Any) -> HttpResponse:
        forgive_repeat(self.request)
        return super().form_valid(form)


class PasswordResetView(views.PasswordResetView):
    """Asking for a mail: above three an hour for one address the answer stays the same."""

    def form_valid(self, form: Any) -> HttpResponse:
        if not tries.MAIL_FROM.allows_one_more(self.request):
            return too_many_requests(self.request, seconds=tries.MAIL_FROM.wait(self.request))
        if not tries.MAIL_TO.allows_one_more(self.request, form.cleaned_data["email"]):
            form.save = lambda request: None
        return super().form_valid(form)


class PasswordResetFromKeyView(views.PasswordResetFromKeyView):
    """Behind the link. One that is wrong and one that is used up get the same answer."""

    def dispatch(
        self, request: HttpRequest, uidb36: str, key: str, **kwargs: Any
    ) -> HttpResponseBase:
        if tries.WRONG_LINKS.is_closed(request):
            return too_many_requests(request, seconds=tries.WRONG_LINKS.wait(request))
        response = super().dispatch(request, uidb36, key, **kwargs)
        if self.reset_user_is_unknown():
            tries.WRONG_LINKS.count_wrong_try(request)
            response.status_code = 404
        return response

    def reset_user_is_unknown(self) -> bool:
        """allauth sets the user to None when the link is wrong, and only then."""
        return getattr(self, "reset_user", "") is None

    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        # Who has the mail is the owner: the name is open again.
        tries.LOGIN.forgive(self.request, self.reset_user.email)
        return response


def count_repeat(request: HttpRequest) -> int:
    """Count a guess by who is logged in; the seconds to wait when there were too many."""
    user = request.user
    return tries.REPEAT.take(request, user.email) if isinstance(user, User) else 0


def forgive_repeat(request: HttpRequest) -> None:
    """It was right after all."""
    if isinstance(request.user, User):
        tries.REPEAT.forgive(request, request.user.email)
