"""What a page's HTML promises: closed in order, ids once, every reference leads somewhere."""

from __future__ import annotations

from html.parser import HTMLParser

HTML_VOID = "area base br col embed hr img input link meta source track wbr"
SVG_SHAPES = "path circle rect line polygon polyline ellipse use stop image"
VOID = frozenset(f"{HTML_VOID} {SVG_SHAPES}".split())
REFERENCES = ("aria-describedby", "aria-labelledby", "aria-controls", "aria-owns", "for", "list")


class HtmlCheck(HTMLParser):
    """Feed it a page; `problems` says what is wrong."""

    def __init__(self) -> None:
        super().__init__()
        self.problems: list[str] = []
        self._open: list[str] = []
        self._ids: list[str] = []
        self._wanted: list[tuple[str, str]] = []
        self._h1 = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _value in attrs]
        if len(names) != len(set(names)):
            self.problems.append(f"an attribute twice on <{tag}>")
        values = dict(attrs)
        if "id" in values:
            self._ids.append(values["id"] or "")
        for name in REFERENCES:
            self._wanted += [(name, part) for part in (values.get(name) or "").split()]
        if tag == "a" and (values.get("href") or "").startswith("#"):
            self._wanted.append(("href", (values["href"] or "")[1:]))
        if tag == "img" and "alt" not in values:
            self.problems.append(f"a picture without alt: {values.get('src')}")
        self._h1 += tag == "h1"
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if not self._open or self._open[-1] != tag:
            self.problems.append(f"</{tag}> closes <{self._open[-1] if self._open else '-'}>")
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def close(self) -> None:
        super().close()
        if self._open:
            self.problems.append(f"never closed: {self._open}")
        doubles = {name for name in self._ids if self._ids.count(name) > 1}
        if doubles:
            self.problems.append(f"ids more than once: {sorted(doubles)}")
        lost = {f"{name}={part}" for name, part in self._wanted if part not in self._ids}
        if lost:
            self.problems.append(f"leads nowhere: {sorted(lost)}")
        if self._h1 != 1:
            self.problems.append(f"{self._h1} times <h1>")


def problems_of(html: str) -> list[str]:
    """What is wrong with a whole page; empty when nothing is."""
    check = HtmlCheck()
    check.feed(html)
    check.close()
    return check.problems
