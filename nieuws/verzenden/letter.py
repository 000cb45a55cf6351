"""The mail of an edition: its MIME skeleton is built once, each reader's own parts are filled in.

Making a MIME message for each reader is half of all the work of sending. The skeleton is cut at its
marks; a mail is then one `join` of bytes. That no mark was broken by an encoding is counted.
"""

from __future__ import annotations

import re
from email.header import Header
from email.utils import formataddr, formatdate, parseaddr
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives

from nieuws.abonneren import links, tokens
from nieuws.models import Abonnee, Abonnement, Editie, Lijst
from nieuws.nieuwsbrief.rendering import MANAGE_MARK, UNSUBSCRIBE_MARK
from nieuws.retouren import verp
from nieuws.verzenden.claiming import Row

LONGEST_LINE = 998
"Without the line's end (RFC 5322 §2.1.1)."
TO, CODE, DATE = "aan@wijkpleinmerk.invalid", "WIJKPLEINMERKCODE", "WIJKPLEINMERKDATUM"
LIST, LEAVE_URL, LEAVE_MAIL = (f"WIJKPLEINMERK{name}" for name in ("LIJST", "WEG", "WEGMAIL"))
IN_HEADERS = (TO, CODE, DATE, LIST, LEAVE_URL)
_NO_CODE = "0" * 32
_PLAIN = re.compile(r"[\x21-\x7e]+(?: [\x21-\x7e]+)*", re.ASCII)


class BrokenLetterError(Exception):
    """A mark is lost, or stands where nobody put it: nothing may leave."""


def message_id(code: str) -> str:
    """Of a Zending: the same whenever that mail is sent again."""
    return f"{code}@{sender_domain()}"


def sender_domain() -> str:
    """Of the address that all mail comes from."""
    return sender_address().rpartition("@")[2] or "localhost"


def sender_address() -> str:
    """From which all mail comes."""
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1]


def list_id(lijst: Lijst) -> str:
    """RFC 2919: a name that never changes, after a title that may."""
    host = urlsplit(settings.WAGTAILADMIN_BASE_URL).hostname or "localhost"
    title = Header(f'"{_one_line(lijst.title)}"', "utf-8" if not lijst.title.isascii() else None)
    return f"{title.encode(maxlinelen=0)} <{lijst.code}.nieuwsbrief.{host}>"


def sendable(email: str) -> str | None:
    """An address as it goes over the line; None for what would break a header or a command."""
    name, _at, domain = email.rpartition("@")
    try:
        address = f"{name}@{domain.encode('idna').decode('ascii')}" if name else ""
    except UnicodeError:
        return None
    return address if _PLAIN.fullmatch(address) and not set("<>") & set(address) else None


class Own:
    """What is each reader's own: the addresses in their mail."""

    def __init__(self, editie: Editie) -> None:
        self.language = editie.language
        self.list_ids = {lijst.pk: list_id(lijst) for lijst in editie.lijsten.all()}
        nobody = Abonnement(code=_NO_CODE)
        self._leave = links.leave_url(nobody, self.language).replace(
            tokens.make(tokens.AFMELDEN, _NO_CODE), "%s"
        )
        self._manage = links.manage_url(Abonnee(code=_NO_CODE), self.language).replace(
            tokens.make(tokens.BEHEREN, _NO_CODE), "%s"
        )

    def leave_url(self, row: Row) -> str:
        """By which this reader leaves the list, also in one click (RFC 8058)."""
        return self._leave % tokens.make(tokens.AFMELDEN, row.abonnement_code or "")

    def manage_url(self, row: Row) -> str:
        """'Mijn nieuwsbrieven' of this reader."""
        return self._manage % tokens.make(tokens.BEHEREN, row.abonnee_code or "")

    def unsubscribe(self, row: Row) -> str:
        """The header of RFC 2369: the page, and the mailbox when somebody reads it."""
        mail = verp.leave_address(row.abonnement_code or "")
        url = f"<{self.leave_url(row)}>"
        return f"{url}, <mailto:{mail}>" if mail else url


def headers(editie: Editie, *, list_: str, leave: str, code: str, date: str) -> dict[str, str]:
    """The same for all ways of sending. One-click: RFC 8058; no answers of machines: RFC 3834."""
    return {
        "Message-ID": f"<{message_id(code)}>",
        "Date": date,
        "List-Id": list_,
        "List-Unsubscribe": leave,
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Precedence": "bulk",
        "X-Auto-Response-Suppress": "OOF, AutoReply",
        "Content-Language": editie.language,
    }


def sender(editie: Editie) -> str:
    """The team's name, the site's address: a ward has no mail server of its own."""
    name, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    return formataddr((_one_line(editie.sender_name) or name, address), "utf-8")


def message(
    editie: Editie, to: str, html: str, text: str, own: dict[str, str]
) -> EmailMultiAlternatives:
    """One mail, by Django's own means."""
    mail = EmailMultiAlternatives(
        _one_line(editie.subject),
        text,
        sender(editie),
        [to],
        headers=own,
        reply_to=[editie.reply_to] if editie.reply_to else None,
    )
    mail.attach_alternative(html, "text/html")
    return mail


class Letter:
    """The skeleton of an edition. `fill` gives the bytes of one reader's mail, ready for DATA."""

    def __init__(self, editie: Editie, own: Own) -> None:
        self.own = own
        own_headers = headers(editie, list_=LIST, leave=LEAVE_URL, code=CODE, date=DATE)
        mail = message(editie, TO, editie.html, editie.text, own_headers)
        data: bytes = mail.message().as_bytes(linesep="\r\n")  # type: ignore[call-arg]
        _check(data, editie)
        # RFC 5321 §4.5.2: a dot that begins a line is doubled; none of the marks begins with one.
        data = re.sub(rb"(?m)^\.", b"..", data)
        if not data.endswith(b"\r\n"):
            data += b"\r\n"
        marks = [mark.encode() for mark in (*IN_HEADERS, UNSUBSCRIBE_MARK, MANAGE_MARK)]
        cut = re.split(b"(" + b"|".join(map(re.escape, marks)) + b")", data)
        self._pieces = cut
        self._places = [(place, piece) for place, piece in enumerate(cut) if piece in marks]
        self.is_ascii = data.isascii()

    def fill(self, row: Row, to: str) -> bytes:
        """All but the line with the dot that ends it."""
        leave = self.own.leave_url(row)
        mail = verp.leave_address(row.abonnement_code or "")
        filled = {
            TO.encode(): to,
            CODE.encode(): row.code,
            DATE.encode(): formatdate(),
            LIST.encode(): self.own.list_ids.get(row.lijst or 0, ""),
            LEAVE_URL.encode(): f"<{leave}>, <mailto:{mail}>" if mail else f"<{leave}>",
            UNSUBSCRIBE_MARK.encode(): leave,
            MANAGE_MARK.encode(): self.own.manage_url(row),
        }
        pieces = self._pieces.copy()
        for place, mark in self._places:
            pieces[place] = filled[mark].encode()
        return b"".join(pieces)


def _check(data: bytes, editie: Editie) -> None:
    """Each mark as often as it was put in, in headers exactly once; no line too long."""
    wanted = {
        **dict.fromkeys(IN_HEADERS, 1),
        **{
            mark: editie.html.count(mark) + editie.text.count(mark)
            for mark in (UNSUBSCRIBE_MARK, MANAGE_MARK)
        },
    }
    for mark, number in wanted.items():
        if not number or data.count(mark.encode()) != number:
            raise BrokenLetterError(f"{mark}: {data.count(mark.encode())}, not {number}")
    if max(map(len, data.split(b"\r\n"))) > LONGEST_LINE:
        raise BrokenLetterError("A line is longer than mail may have.")


def _one_line(text: str) -> str:
    return " ".join(text.split())
