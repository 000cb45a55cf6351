"""Keeps what a browser complains about, and what it asks of others."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request

from tests.journeys.conftest import Desk

REFUSALS = ("Content Security Policy", "Content-Security-Policy", "Refused to", "Mixed Content")


class Watch:
    """Everything that the browser of a desk refuses, breaks on, or asks of another host."""

    def __init__(self, desk: Desk) -> None:
        self.host = urlsplit(desk.site).netloc
        self.refused: list[str] = []
        self.mistakes: list[str] = []
        self.foreign: list[str] = []
        self._listen(desk.context)

    def _listen(self, context: BrowserContext) -> None:
        context.on("console", self._hear)
        context.on("weberror", lambda error: self.mistakes.append(str(error.error)))
        context.on("request", self._see)

    def _hear(self, message: ConsoleMessage) -> None:
        if any(word in message.text for word in REFUSALS):
            self.refused.append(f"{message.page.url if message.page else ''}: {message.text[:400]}")

    def _see(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.netloc != self.host:
            self.foreign.append(request.url)
