"""Fetching something from another site, because a person gave its address (R-30).

    found = fetch("https://bieb.example/agenda.ics", types=("text/calendar",))
    found.content, found.etag, found.is_unchanged

    made = send("https://gemeente.example/requests.json", {"lat": "52"}, types=("text/json",))

Whoever may give an address may not reach what stands behind our door with it. So: https on the
usual port; no name or password in the address; all addresses of the name are public; the
connection goes to the very address that was looked at (a name that answers differently the second
time gains nothing); a redirect is an address like any other; bounded in bytes, unpacked ones too,
and in time. What is refused is a `FetchRefused`, whose text is for people.
"""

from .fetch import Fetched, fetch, send
from .refusals import FetchRefused

__all__ = ["FetchRefused", "Fetched", "fetch", "send"]
