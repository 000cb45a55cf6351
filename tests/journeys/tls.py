"""A small front door with TLS: what nginx is for a real city (docs/beheer/nginx.conf)."""

from __future__ import annotations

import asyncio
import datetime
import ssl
import threading
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HEAD = b"\r\n\r\n"
OURS = (b"x-forwarded-", b"connection:", b"keep-alive:")


def certificate(folder: Path, host: str) -> Path:
    """A key and a certificate that nobody else signed, in one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
    now = datetime.datetime.now(datetime.UTC)
    signed = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=2))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "tls.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + signed.public_bytes(serialization.Encoding.PEM)
    )
    return path


class Door:
    """Takes TLS off, says so to the site, and passes on the rest. One request per connection."""

    def __init__(self, pem: Path, port: int, site_port: int) -> None:
        self.pem, self.port, self.site_port = pem, port, site_port
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self._run, daemon=True)

    def open(self) -> None:
        """Begin in the background."""
        self.thread.start()

    def close(self) -> None:
        """Stop taking visitors."""
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(5)

    def _run(self) -> None:
        asyncio.set_event_loop(self.loop)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.pem)
        self.loop.run_until_complete(
            asyncio.start_server(self._visit, "127.0.0.1", self.port, ssl=context)
        )
        self.loop.run_forever()

    async def _visit(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            head = await reader.readuntil(HEAD)
            site_reader, site_writer = await asyncio.open_connection("127.0.0.1", self.site_port)
            site_writer.write(_told(head) + await reader.readexactly(_length(head)))
            while part := await site_reader.read(65536):
                writer.write(part)
                await writer.drain()
            site_writer.close()
        except (OSError, asyncio.IncompleteReadError):
            pass  # a browser that went away
        finally:
            writer.close()


def _told(head: bytes) -> bytes:
    lines = [line for line in head.split(b"\r\n") if line and not line.lower().startswith(OURS)]
    ours = [b"X-Forwarded-Proto: https", b"X-Forwarded-For: 127.0.0.1", b"Connection: close"]
    return b"\r\n".join([*lines, *ours]) + HEAD


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    return 0
