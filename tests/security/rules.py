"""What an answer must have. Each rule gives the complaints about one answer."""

from __future__ import annotations

from typing import Any

from django.conf import settings

REQUIRED = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
NEVER = ("Server", "X-Powered-By", "Via", "X-AspNet-Version")
STRICT = {
    "default-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
}


def directives(response: Any) -> set[str]:
    """The parts of the policy of an answer."""
    policy = response.headers.get("Content-Security-Policy", "")
    return {part.strip() for part in policy.split(";") if part.strip()}


def complaints(path: str, response: Any) -> list[str]:
    """All that is wrong with the headers of an answer."""
    found = [f"{name}: {response.headers.get(name)}" for name, value in REQUIRED.items()
             if response.headers.get(name) != value]  # fmt: skip
    found += [f"says {name}" for name in NEVER if name in response.headers]
    found += _about_policy(path, response) + _about_others(response) + _about_keeping(response)
    return [f"{response.status_code} {path}: {text}" for text in found]


def _about_policy(path: str, response: Any) -> list[str]:
    parts = directives(response)
    found = [f"policy lacks {part}" for part in STRICT - parts]
    frames = {part for part in parts if part.startswith("frame-ancestors")}
    in_cms = path.startswith("/beheer/")
    if not frames <= {"frame-ancestors 'none'", *(["frame-ancestors 'self'"] if in_cms else [])}:
        found.append(f"{frames}")
    if not frames:
        found.append("policy lacks frame-ancestors")
    text = "; ".join(parts)
    if in_cms:
        scripts = " ".join(part for part in parts if part.startswith("script-src"))
        bad = [word for word in ("unsafe", "data:", "http") if word in scripts]
    else:
        bad = [word for word in ("unsafe", "data:", "nonce", "http") if word in text]
    return found + [f"policy has {word}" for word in bad]


def _about_others(response: Any) -> list[str]:
    found = []
    if response.headers.get("X-Frame-Options") not in {"DENY", "SAMEORIGIN"}:
        found.append(f"X-Frame-Options: {response.headers.get('X-Frame-Options')}")
    if "geolocation=()" not in response.headers.get("Permissions-Policy", ""):
        found.append("no Permissions-Policy")
    if response.headers.get("Cross-Origin-Resource-Policy") not in {"same-origin", "cross-origin"}:
        found.append("no Cross-Origin-Resource-Policy")
    if response.headers.get("Content-Encoding", "gzip") not in {"gzip", "br"}:
        found.append(f"Content-Encoding: {response.headers['Content-Encoding']}")
    return found


def _about_keeping(response: Any) -> list[str]:
    """What holds something of one person may stay with nobody."""
    asker = getattr(response, "wsgi_request", None)
    session = asker is not None and settings.SESSION_COOKIE_NAME in asker.COOKIES
    body = b"" if response.streaming else response.content
    if not (session or response.cookies or b"csrfmiddlewaretoken" in body):
        return []
    kept = response.headers.get("Cache-Control", "")
    return [] if "no-store" in kept and "private" in kept else [f"Cache-Control: {kept!r}"]
