"""What the volunteer sees before a newsletter goes out: the mail, and who gets it and who not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.absolute import absolute
from core.mail.addresses import masked
from nieuws.models import Abonnement, Editie, Lijst, NieuwsbriefInstellingen, NieuwsbriefPage
from nieuws.nieuwsbrief.addresses import sign_up_path
from nieuws.nieuwsbrief.problems import problems, refusals
from nieuws.nieuwsbrief.rendering import MARKS, Rendered, name_of, render
from nieuws.verzenden.services import Recipients, recipients
from nieuws.verzenden.starting import reply_to_of

if TYPE_CHECKING:
    from collections.abc import Iterable

SAMPLE = 5


@dataclass(frozen=True)
class Sender:
    """From whom it comes, and where answers go (requirement N16)."""

    name: str
    reply_to: str


def sender_of(page: NieuwsbriefPage) -> Sender:
    """As the settings of the ward, or of the city, say."""
    found = NieuwsbriefInstellingen.objects.filter(wijk=page.wijk).first()
    name = found.sender_name if found else ""
    return Sender(name or name_of(page.wijk), reply_to_of(page, found))


def numbers_per_list(lijsten: Iterable[Lijst]) -> dict[int, int]:
    """How many readers each list has."""
    return {count.lijst.pk: count.number for count in recipients(lijsten).lists}


@dataclass(frozen=True)
class Soundness:
    """What is wrong with the page: why it cannot go, and what readers will not see."""

    refusals: list[str]
    problems: list[str]


def soundness_of(page: NieuwsbriefPage) -> Soundness:
    """As the newsletter itself says."""
    return Soundness(refusals(page), problems(page))


@dataclass(frozen=True)
class Recipe:
    """All that is said on the last screen before it goes."""

    rendered: Rendered
    soundness: Soundness
    to: Recipients
    sample: list[str]


def recipe_of(page: NieuwsbriefPage, lijsten: list[Lijst]) -> Recipe:
    """The mail as it would be now, and its readers."""
    return Recipe(mail_of(page), soundness_of(page), recipients(lijsten), sample_of(lijsten))


def mail_of(page: NieuwsbriefPage) -> Rendered:
    """As it would leave now."""
    return render(page, reply_to=sender_of(page).reply_to)


def html_to_look_at(page: NieuwsbriefPage) -> str:
    """The mail with links that are nobody's: to the form to subscribe, as in a test mail."""
    html = mail_of(page).html
    for mark in MARKS:
        html = html.replace(mark, absolute(sign_up_path(page)))
    return html


def sample_of(lijsten: list[Lijst]) -> list[str]:
    """Some of the readers, the newest first; enough to see that these are the right lists.

    Hidden for the most part from everybody: to recognise is enough (R-04).
    """
    rows = Abonnement.objects.reachable().filter(lijst__in=lijsten).select_related("abonnee")
    found = rows.order_by("-created_at", "-pk").values_list("abonnee__email", flat=True)
    return list(dict.fromkeys(masked(email) for email in found[: 2 * SAMPLE]))[:SAMPLE]


def earlier(page: NieuwsbriefPage) -> list[Editie]:
    """Sendings of this newsletter of before, also those that did not go."""
    rows = Editie.objects.filter(page__translation_key=page.translation_key)
    return list(rows.order_by("-created_at").prefetch_related("lijsten")[:10])


def went_before(editions: list[Editie]) -> list[Any]:
    """Those of which readers have the mail already."""
    gone = {Editie.Status.BEZIG, Editie.Status.PAUZE, Editie.Status.KLAAR}
    return [one for one in editions if one.status in gone]
