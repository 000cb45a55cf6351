"""Which addresses may be asked at all, and where their names lead."""

from __future__ import annotations

import ipaddress
import socket
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import urlsplit

from django.conf import settings

from core.fetching.refusals import refuse

LONGEST = 2000
PORTS = {"https": 443, "http": 80}
IP = IPv4Address | IPv6Address
# An IPv4 address stands inside these (RFC 6052): they lead where that one does.
NAT64 = ipaddress.ip_network("64:ff9b::/96")
# What this version of Python does not call private, but is; and ways to wrap up an IPv4 address.
_MORE_REFUSED = [
    ipaddress.ip_network(net)
    for net in (
        "100.64.0.0/10",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "::/96",
        "64:ff9b:1::/48",
        "2001::/23",
        "2002::/16",
        "3fff::/20",
        "5f00::/16",
        "fec0::/10",
    )
]


@dataclass(frozen=True)
class Target:
    """An address that may be asked; where its name leads is not looked at yet."""

    scheme: str
    host: str
    "As it goes over the line: in ASCII."
    port: int
    path: str

    @property
    def host_header(self) -> str:
        """What the Host header says."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == PORTS[self.scheme] else f"{name}:{self.port}"


def target_of(url: str) -> Target:
    """Look at the address itself; raises FetchRefused."""
    if len(url) > LONGEST or any(sign <= " " or sign == "\x7f" or sign == "\\" for sign in url):
        raise refuse("address")
    try:
        parts = urlsplit(url)
        port, name = parts.port, parts.hostname or ""
    except ValueError:
        raise refuse("address") from None
    if parts.scheme not in _schemes():
        raise refuse("scheme")
    if parts.username is not None or parts.password is not None or "@" in parts.netloc:
        raise refuse("login")
    port = port if port is not None else PORTS[parts.scheme]
    if port != PORTS[parts.scheme] and port not in settings.FETCH_LOCAL_PORTS:
        raise refuse("port")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if not path.isascii():
        raise refuse("address")
    return Target(parts.scheme, _in_ascii(name), port, path)


def _schemes() -> set[str]:
    return {"https", "http"} if settings.FETCH_HTTP or settings.FETCH_LOCAL_PORTS else {"https"}


def _in_ascii(name: str) -> str:
    if not name or "%" in name:
        raise refuse("address")
    try:
        return name if ":" in name else name.rstrip(".").encode("idna").decode()
    except UnicodeError:
        raise refuse("address") from None


def addresses_of(target: Target) -> list[str]:
    """Where the name leads; one that leads inside, in any of its answers, is refused whole."""
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise refuse("unknown") from None
    ips = [str(entry[4][0]) for entry in found]
    if not ips:
        raise refuse("unknown")
    if not all(may_ask(ip, target.port) for ip in ips):
        raise refuse("inside")
    return list(dict.fromkeys(ips))


def may_ask(text: str, port: int) -> bool:
    """Whether this is an address of the public internet (or, in tests, their own listener)."""
    try:
        ip = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if ip.is_loopback and port in settings.FETCH_LOCAL_PORTS:
        return True
    return all(_is_public(one) for one in _meant(ip))


def _is_public(ip: IP) -> bool:
    inside = (
        ip.is_private
        or ip.is_loopback
        or ip.is_link_local
        or ip.is_multicast
        or ip.is_reserved
        or ip.is_unspecified
    )
    return ip.is_global and not inside and not any(_in(ip, net) for net in _MORE_REFUSED)


def _in(ip: IP, net: ipaddress.IPv4Network | ipaddress.IPv6Network) -> bool:
    return ip.version == net.version and ip in net


def _meant(ip: IP) -> list[IP]:
    """The address, or the one that is written inside it."""
    if isinstance(ip, IPv4Address):
        return [ip]
    if ip.ipv4_mapped is not None:
        return [ip.ipv4_mapped]
    if ip in NAT64:
        return [IPv4Address(int(ip) & 0xFFFFFFFF)]
    return [ip]
