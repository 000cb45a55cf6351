"""A client that remembers what it was answered. It never repeats a request by itself."""

from __future__ import annotations

import http.client
import secrets
import uuid
from urllib.parse import urlencode

TOKEN = secrets.token_hex(16)


class Browser:
    """Somebody who is logged in by a session of their own."""

    def __init__(self, port: int, session: str) -> None:
        self.port = port
        cookies = f"sessionid={session}; csrftoken={TOKEN}"
        self.headers = {"Cookie": cookies, "Host": f"127.0.0.1:{port}"}

    def get(self, path: str, timeout: float = 40) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body; status 0 when nothing came back."""
        return self._ask("GET", path, None, {}, timeout)

    def post(
        self,
        path: str,
        fields: dict[str, str],
        files: dict[str, tuple[str, bytes]] | None = None,
        timeout: float = 40,
    ) -> tuple[int, dict[str, str], bytes]:
        """Send a form."""
        fields = {**fields, "csrfmiddlewaretoken": TOKEN}
        if not files:
            kind, body = "application/x-www-form-urlencoded", urlencode(fields).encode()
        else:
            kind, body = _multipart(fields, files)
        return self._ask("POST", path, body, {"Content-Type": kind}, timeout)

    def _ask(
        self, method: str, path: str, body: bytes | None, more: dict[str, str], timeout: float
    ) -> tuple[int, dict[str, str], bytes]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, {**self.headers, **more})
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read()
        except (OSError, http.client.HTTPException):
            return 0, {}, b""
        finally:
            connection.close()


class Reader(Browser):
    """Somebody who only reads, without any cookie."""

    def __init__(self, port: int) -> None:
        super().__init__(port, "")
        del self.headers["Cookie"]


def _multipart(fields: dict[str, str], files: dict[str, tuple[str, bytes]]) -> tuple[str, bytes]:
    mark = uuid.uuid4().hex
    parts: list[bytes] = []
    for name, value in fields.items():
        head = f'--{mark}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'
        parts.append(head.encode() + value.encode() + b"\r\n")
    for name, (file_name, data) in files.items():
        head = (
            f'--{mark}\r\nContent-Disposition: form-data; name="{name}"; filename="{file_name}"'
            "\r\nContent-Type: image/jpeg\r\n\r\n"
        )
        parts.append(head.encode() + data + b"\r\n")
    return f"multipart/form-data; boundary={mark}", b"".join([*parts, f"--{mark}--\r\n".encode()])
