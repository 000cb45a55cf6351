"""Where a request comes from, for counting only: an address is never stored as it is."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

UNKNOWN = "onbekend"


def network_of(request: HttpRequest) -> str:
    """The address of the visitor; of IPv6 the /64, which is one household or office.

    What a visitor writes in X-Forwarded-For is not believed: only our own proxy is, and of what
    it sends only the last hop, which it saw itself.
    """
    address = request.META.get("REMOTE_ADDR", "")
    if settings.BEHIND_PROXY:
        last_hop = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        address = last_hop or address
    try:
        ip = ip_address(address)
    except ValueError:
        return UNKNOWN
    if isinstance(ip, IPv6Address):
        if ip.ipv4_mapped:
            return str(ip.ipv4_mapped)
        return str(ip_network(f"{ip}/64", strict=False).network_address)
    return str(ip)
