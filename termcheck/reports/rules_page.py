"""The page of all rules, docs/rules.md, made by running each rule on its examples.

python -m termcheck.reports.rules_page > docs/rules.md
"""

from __future__ import annotations

import sys
from itertools import groupby

from .about import About, everything
from .explain import examples, options

HEAD = """\
# Rules

This page is written by `python -m termcheck.reports.rules_page > docs/rules.md`, which runs each rule on its
examples; a test compares. To change it, change the rule.

Rules of the family `corpus` compare the texts of an archive, and their examples are several dated texts.
`termcheck archive` runs them; `check` reads text by text and leaves them out.

"""


def page() -> str:
    """The page as Markdown."""
    told = everything()
    return HEAD + "\n".join(_table(list(told.values())) + [""] + [_section(one) for one in told.values()])


def _table(told: list[About]) -> list[str]:
    rows = ["| rule | severity | default | finds |", "| --- | --- | --- | --- |"]
    for _, family in groupby(told, key=lambda one: one.id.partition("/")[0]):
        for one in family:
            link = f"[{one.id}](#{one.id.replace('/', '')})"  # as the heading is turned into an anchor
            rows.append(f"| {link} | {one.severity} | {'on' if one.default else 'off'} | {one.summary} |")
    return rows


def _section(one: About) -> str:
    parts = [f"## {one.id}", f"*{one.summary}* ({one.severity}, {one.runs})", one.text]
    if one.options:
        parts.append("Options:\n\n" + _block([f"{one.id}:", *(f"  {line}" for line in options(one))], "yaml"))
    if one.rule:
        flagged, left = examples(one.rule)
        parts += ["Flagged:", _block(_spaced(flagged)), "Left alone:", _block(_spaced(left))]
    return "\n\n".join(parts) + "\n"


def _spaced(shown: list[list[str]]) -> list[str]:
    return [line for lines in shown for line in ("", *lines)][1:]


def _block(lines: list[str], language: str = "text") -> str:
    return "\n".join([f"```{language}", *(line.rstrip() for line in lines), "```"])


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(page())
