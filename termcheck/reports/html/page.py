"""The files of a report, from templates, styles and scripts."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from . import glance, index, limits
from .choices import choices
from .view import SUMMARIES, Page, Report

INDEX = "index.html"
_HERE = os.path.dirname(__file__)
_STEM = 60  # characters of a document's name in that of its page
_PLAIN = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._")


class File(NamedTuple):
    """A file of a report."""

    name: str
    text: str


def render(report: Report) -> str:
    """The whole report as one page; of many documents, each is put on the page when it is opened."""
    if len(report.pages) == 1:
        return _page(environment(), report, shown=report.pages)
    return _page(environment(), report, index=True, inert=report.pages, home="#documents")


def split(report: Report) -> Iterator[File]:
    """A page for each document, and last the index that leads to them."""
    made = environment()
    for page in report.pages:
        yield File(file_name(page), _page(made, report, shown=(page,), home=INDEX))
    files = {page.slug: file_name(page) for page in report.pages}
    yield File(INDEX, _page(made, report, index=True, files=files))


def stale(report: Report, folder: str) -> list[str]:
    """The pages in a folder that `split` made of documents that are no longer in the report."""
    current = {file_name(page) for page in report.pages}
    return [name for name in sorted(os.listdir(folder)) if name not in current and _is_ours(os.path.join(folder, name))]


def _is_ours(path: str) -> bool:
    """Whether a file is a page that `split` made: by its name, and by what it says of itself."""
    if not re.search(r"\bd[0-9a-f]{8,}\.html$", path) or not os.path.isfile(path):
        return False
    with open(path, "rb") as stream:
        return b'<meta name="generator" content="termcheck ' in stream.read(1500)


def file_name(page: Page) -> str:
    """The name of a document's file: what any system can store of its own name, and its slug."""
    name, _ = os.path.splitext(os.path.basename(page.path))
    plain = "".join(one if one in _PLAIN else " " for one in name)
    stem = "-".join(plain.split())[:_STEM].strip("-._")
    return f"{stem}-{page.slug}.html" if stem else f"{page.slug}.html"


def _page(
    made: Environment,
    report: Report,
    *,
    shown: Sequence[Page] = (),
    inert: Sequence[Page] = (),
    index: bool = False,
    home: str = "",
    files: Mapping[str, str] = {},
) -> str:
    """A page with some documents on it, others `inert`: as text, until a script puts them there.

    `index` says whether it has the index, `home` is the way to it from a document; `files` are those of the documents
    that stand elsewhere.
    """
    style, script = joined("style"), joined("script")
    template = made.get_template("report.html")
    return template.render(
        report=report,
        shown=shown,
        inert=inert,
        index=index,
        home=home,
        files=files,
        style=style,
        script=script,
        policy=policy(style, script),
    )


def environment() -> Environment:
    """What makes pages of the templates."""
    made = Environment(
        loader=FileSystemLoader(os.path.join(_HERE, "templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    shown = (glance.verdict, glance.by_rule, glance.by_speaker, glance.by_turn, glance.strip, choices)
    made.globals.update({function.__name__: function for function in shown}, summaries=SUMMARIES)
    made.globals.update(
        LINES=limits.LINES,
        PARTS=limits.PARTS,
        figures=index.FIGURES,
        index_folder=index.folder,
        index_rows=index.rows,
        index_rules=index.by_rule,
        index_speakers=index.by_speaker,
        index_verdict=index.verdict,
        issues_json=index.issues_json,
        report_name=index.report_name,
    )
    return made


@cache
def joined(folder: str) -> str:
    """The files of a folder in the order of their names, as one text."""
    parts = []
    for name in sorted(os.listdir(os.path.join(_HERE, folder))):
        with open(os.path.join(_HERE, folder, name), encoding="utf-8") as stream:
            parts.append(stream.read())
    return "\n".join(parts)


def policy(style: str, script: str = "") -> str:
    """A policy under which the page runs its own script, if it has one, and style, and loads nothing."""
    scripts = f"script-src '{_digest(script)}'; " if script else ""
    return f"default-src 'none'; {scripts}style-src '{_digest(style)}'; base-uri 'none'; form-action 'none'"


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
