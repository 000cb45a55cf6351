"""A small page to leave an address for the results, apart from the answers (S5, S13)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from core.errors import too_many_requests
from core.mail.addresses import throttle_key_of
from core.security.throttle import Throttle
from enquetes.models import Enquete, Uitslagmail
from enquetes.toegang.faces import language
from enquetes.toegang.forms import ResultsForm
from enquetes.toegang.views import context_of, show, survey_of

QUARTER, DAY = 15 * 60, 86_400
LEFT_FROM = Throttle("enquete-uitslag", limit=100, seconds=QUARTER)
# Beyond this nothing happens, and the page says the same.
FOR_ONE = Throttle("enquete-uitslag-adres", limit=10, seconds=DAY, by_network=False)


@never_cache
@sensitive_post_parameters("email")
@require_http_methods(["GET", "HEAD", "POST"])
def uitslag_per_mail(request: HttpRequest, code: str) -> HttpResponse:
    """Ask for the results by mail; the answer is the same for every address."""
    enquete = survey_of(code)
    context = context_of(request, enquete, _("De uitslag in uw mail"))
    if not takes_addresses(enquete):
        return show(request, "uitslag_niet", context)
    if "klaar" in request.GET and request.method != "POST":
        return show(request, "uitslag_klaar", context)
    form = ResultsForm(request.POST or None, back_url=context["back_url"])
    if request.method == "POST" and form.is_valid():
        if not LEFT_FROM.allows_one_more(request):
            return too_many_requests(request, seconds=QUARTER)
        _keep(request, enquete, form.cleaned_data["email"])
        return redirect(f"{request.path}?klaar")
    return show(request, "uitslag_mail", {**context, "form": form})


def takes_addresses(enquete: Enquete) -> bool:
    """Whether results will still be mailed."""
    return enquete.uitslag_mailen and enquete.uitslag_op is None


def _keep(request: HttpRequest, enquete: Enquete, email: str) -> None:
    if FOR_ONE.allows_one_more(request, throttle_key_of(email)):
        Uitslagmail.objects.get_or_create(
            enquete=enquete, email=email, defaults={"language": language()}
        )
