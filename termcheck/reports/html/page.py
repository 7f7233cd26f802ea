"""The files of a report, from templates, styles and scripts."""

from __future__ import annotations

import base64
import hashlib
import os

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from . import glance
from .choices import choices
from .view import SUMMARIES, Report

_HERE = os.path.dirname(__file__)


def render(report: Report) -> str:
    """The whole report as one page."""
    style, script = _joined("style"), _joined("script")
    page = _environment().get_template("report.html")
    return page.render(report=report, style=style, script=script, policy=_policy(style, script))


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
