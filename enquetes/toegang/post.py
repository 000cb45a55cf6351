"""Mails with a link to fill in. The page asks nothing of the database: its answer and its time are
the same for every address (rule R-34); the worker sees who may.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django_tasks import task

from core.errors import too_many_requests
from core.mail.addresses import throttle_key_of
from core.security.throttle import Throttle
from enquetes.models import Deelname, Enquete, Stand, Toegang
from enquetes.toegang import letters, tokens
from enquetes.toegang.faces import language
from enquetes.toegang.links import fill_in_url
from enquetes.toegang.rights import mail_digests

QUARTER, DAY = 15 * 60, 86_400
SENT_FROM = Throttle("enquete-mail", limit=100, seconds=QUARTER)
# Beyond this nothing happens, and the page says the same.
FOR_ONE = Throttle("enquete-adres", limit=3, seconds=DAY, by_network=False)
FOR_ALL = Throttle("enquete-adres-alle", limit=5, seconds=DAY, by_network=False)
"The same over all surveys: there may be hundreds, and one address is one mailbox (R-34)."


def ask(request: HttpRequest, enquete: Enquete, email: str) -> HttpResponse | None:
    """Have the link mailed; None, or the answer for who asks too often."""
    if not SENT_FROM.allows_one_more(request):
        return too_many_requests(request, seconds=QUARTER)
    one = throttle_key_of(email)
    if FOR_ONE.allows_one_more(request, f"{enquete.code}|{one}") and FOR_ALL.allows_one_more(
        request, one
    ):
        mail_link.enqueue(enquete=enquete.pk, email=email, language=language())
    return None


@task()
def mail_link(enquete: int, email: str, language: str) -> str:
    """The mail with the link, or that they answered before; gives which."""
    found = Enquete.objects.select_related("wijk").filter(pk=enquete).first()
    if found is None or found.toegang != Toegang.MAIL or found.stand() != Stand.OPEN:
        return ""
    digests = mail_digests(found, email)
    rows = Deelname.objects.filter(enquete=found, digest__in=digests)
    right = rows.first()
    if right is not None and right.used:
        letters.send("al", found, email, language)
        return "al"
    until = timezone.localdate() + tokens.GOOD_FOR
    digest = right.digest if right else digests[0]
    token = tokens.make(tokens.MAIL, found.code, digest, until=until)
    link = fill_in_url(found, token, language)
    letters.send("link", found, email, language, link=link)
    return "link"
