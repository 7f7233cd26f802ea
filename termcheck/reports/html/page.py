"""The files of a report, from templates, styles and scripts."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Callable, Iterator
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from . import glance, index
from .choices import choices
from .view import SUMMARIES, Page, Report

INDEX = "index.html"
_HERE = os.path.dirname(__file__)
_STEM = 60  # characters of a document's path in the name of its file
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._")


class File(NamedTuple):
    """A file of a report."""

    name: str
    text: str


def render(report: Report) -> str:
    """The whole report as one page; of many documents, each is put on the page when it is opened."""
    made = _environment()
    if len(report.pages) == 1:
        return _page(made, report, report.pages)
    documents = [(page.slug, _document(made, report, page, "#documents")) for page in report.pages]
    return _page(made, report, (), index=True, inert=documents, address=lambda page: f"#{page.slug}")


def split(report: Report) -> Iterator[File]:
    """A page for each document, and last the index that leads to them."""
    made = _environment()
    for page in report.pages:
        yield File(file_name(page), _page(made, report, (page,), home=INDEX))
    yield File(INDEX, _page(made, report, (), index=True, address=lambda page: f"{file_name(page)}#{page.slug}"))


def file_name(page: Page) -> str:
    """The name of a document's file: what any system can store of its path, and its slug."""
    plain = "".join(one if one in _PLAIN else "-" for one in os.path.splitext(page.path)[0])
    stem = "-".join(filter(None, plain.split("-")))[-_STEM:].strip("-.")
    return f"{stem}-{page.slug}.html" if stem else f"{page.slug}.html"


def _page(
    made: Environment,
    report: Report,
    shown: tuple[Page, ...],
    *,
    index: bool = False,
    home: str = "",
    inert: list[tuple[str, Markup]] | None = None,
    address: Callable[[Page], str] | None = None,
) -> str:
    """A page with some documents on it, others `inert`, the index or the way `home` to it."""
    style, script = _joined("style"), _joined("script")
    return made.get_template("report.html").render(
        report=report,
        documents=[_document(made, report, page, home) for page in shown],
        title=shown[0].title if shown else "",
        index=index,
        home=home,
        inert=inert or [],
        address=address,
        style=Markup(style),
        script=Markup(script),
        policy=_policy(style, script),
    )


def _document(made: Environment, report: Report, page: Page, home: str) -> Markup:
    return Markup(made.get_template("document.html").render(report=report, page=page, home=home))


def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(os.path.join(_HERE, "templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    shown = (glance.verdict, glance.by_rule, glance.by_speaker, glance.by_turn, glance.strip, choices)
    made.globals.update({function.__name__: function for function in shown}, summaries=SUMMARIES)
    made.globals.update(index_rows=index.rows, index_rules=index.by_rule, issues_json=index.issues_json)
    return made


def _joined(folder: str) -> str:
    """The files of a folder in the order of their names, as one text."""
    parts = []
    for name in sorted(os.listdir(os.path.join(_HERE, folder))):
        with open(os.path.join(_HERE, folder, name), encoding="utf-8") as stream:
            parts.append(stream.read())
    return "\n".join(parts)


def _policy(style: str, script: str) -> str:
    """A policy under which the page runs its own script and style, and loads nothing."""
    return (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
