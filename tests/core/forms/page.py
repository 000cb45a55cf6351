"""A rendered form as a reader's program sees it."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup, Tag
from django.template import Context, Template


def render(form: Any) -> str:
    """With its helper when it has one."""
    tag = "{% crispy form %}" if hasattr(form, "helper") else "{{ form|crispy }}"
    return Template("{% load crispy_forms_tags %}" + tag).render(Context({"form": form}))


def parse(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def ids(page: BeautifulSoup) -> list[str]:
    return [str(tag["id"]) for tag in page.find_all(id=True)]


def visible_inputs(page: BeautifulSoup) -> list[Tag]:
    return [
        tag
        for tag in page.find_all(["input", "select", "textarea"])
        if tag.get("type") not in ("hidden", "submit")
    ]


def complaints(page: BeautifulSoup) -> list[str]:
    """What would puzzle somebody who cannot see the form; empty when all is well."""
    known = ids(page)
    labelled = {str(label["for"]) for label in page.find_all("label")}
    found = [f"double id: {one}" for one in set(known) if known.count(one) > 1]
    found += [f"no label: {tag}" for tag in visible_inputs(page) if tag.get("id") not in labelled]
    found += [f"label of nothing: {one}" for one in labelled - set(known)]
    for name in ("aria-describedby", "aria-labelledby"):
        for tag in page.find_all(attrs={name: True}):
            missing = set(str(tag[name]).split()) - set(known)
            found += [f"{name} of nothing: {one}" for one in missing]
    found += [f"no legend: {tag['id']}" for tag in page.find_all("fieldset") if not _legend(tag)]
    found += [
        f"empty id or for: {tag.name}"
        for name in ("id", "for", "aria-describedby")
        for tag in page.find_all(attrs={name: ""})
    ]
    return found


def _legend(fieldset: Tag) -> str:
    legend = fieldset.find("legend", recursive=False)
    return legend.get_text(strip=True) if legend else ""


def summary_links(page: BeautifulSoup) -> list[str]:
    """Where the list of errors leads to."""
    summary = page.find(class_="error-summary")
    assert isinstance(summary, Tag)
    return [str(link["href"])[1:] for link in summary.find_all("a")]
