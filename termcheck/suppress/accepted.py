"""The file of decisions: issues that an editor has accepted, each with the reason.

An entry knows its issue by the rule, the text and the words around it, never
by a line number, so that an edit elsewhere does not touch it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from ..errors import TermcheckError, did_you_mean
from ..rules import RULES
from ..strictyaml import Fields, Node, parse, read
from ..text import Source, fold

RULE_IDS = frozenset(rule.id for rule in RULES)
KEYS = ("rule", "file", "text", "before", "after", "source", "reason", "date")
# White space of any kind, and what YAML cannot hold: neither takes part in a comparison.
IGNORED = re.compile("[\\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]+")

_UNWRITTEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


class Decision(NamedTuple):
    """An accepted issue. An empty `file` stands for any, empty words around and an empty `source` for any.

    `source` is what stands in the source text where the issue was found by it. `line` is the entry's (from 1).
    """

    rule: str
    text: str
    reason: str
    file: str = ""
    before: str = ""
    after: str = ""
    date: str = ""
    source: str = ""
    line: int = 0


class Accepted:
    """The decisions of one file; `path` is where it is, or where it would be."""

    def __init__(self, path: str = "", decisions: Iterable[Decision] = ()) -> None:
        self.path, self.decisions = path, tuple(decisions)

    @cached_property
    def source(self) -> Source:
        """The text of the file, for issues about its entries."""
        with open(self.path, encoding="utf-8-sig", newline="") as stream:
            return Source(self.path, stream.read())

    @cached_property
    def _by_text(self) -> dict[tuple[str, str, str], list[Decision]]:
        found: dict[tuple[str, str, str], list[Decision]] = {}
        for one in self.decisions:
            found.setdefault((one.rule, normal(one.text), one.file), []).append(one)
        return found

    def at(self, rule: str, text: str, file: str) -> list[Decision]:
        """The decisions on a rule at a text in normal form: those of the file, and those that name none."""
        return [one for name in (file, "") for one in self._by_text.get((rule, text, name), ())]

    @cached_property
    def by_file(self) -> dict[str, list[Decision]]:
        """The decisions by the file they name."""
        found: dict[str, list[Decision]] = {}
        for one in self.decisions:
            found.setdefault(one.file, []).append(one)
        return found

    def name(self, path: str) -> str:
        """A path as decisions name it: relative to their file, with slashes."""
        return beside(self.path, path)

    def missing(self, one: Decision) -> bool:
        """Whether a decision names a file that is not there."""
        return bool(one.file) and not is_beside(self.path, one.file)


def beside(file: str, path: str) -> str:
    """A path as a file names it: relative to its folder, with slashes, escapes for what no line can hold."""
    name = os.path.relpath(path, os.path.dirname(file) or ".").replace(os.sep, "/")
    return _UNWRITTEN.sub(lambda match: f"\\u{ord(match.group()):04x}", name)


def is_beside(file: str, name: str) -> bool:
    """Whether what a file names is there."""
    real = _ESCAPE.sub(lambda match: chr(int(match[1], 16)), name)
    return any(os.path.exists(os.path.join(os.path.dirname(file), one)) for one in {name, real})


def load(path: str) -> Accepted:
    """The decisions in a file; none where there is no file. Raises TermcheckError with the line of a mistake."""
    return Accepted(path, _decisions(read(path), path) if os.path.exists(path) else ())


def parsed(text: str, path: str) -> list[Decision]:
    """The decisions in the text of a file."""
    return _decisions(parse(text, path), path)


def _decisions(node: Node | None, path: str) -> list[Decision]:
    if node is None:
        return []
    if not isinstance(node.value, tuple):
        raise TermcheckError("a list of decisions belongs here", path, node.line, "begin each with -")
    return [_decision(Fields(entry, path, KEYS)) for entry in node.value]


def _decision(fields: Fields) -> Decision:
    rule, text, date = fields.required("rule"), fields.required("text"), fields.text("date")
    if rule not in RULE_IDS:
        raise TermcheckError(
            f'unknown rule "{rule}"', fields.path, fields.line_of("rule"), did_you_mean(rule, RULE_IDS)
        )
    if not fields.required("reason"):
        fields.fail("reason", "a decision needs its reason")
    if date and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", date):
        fields.fail("date", f'"{date}" is no date', "write it as 2024-06-05")
    words = {name: fields.text(name) for name in ("reason", "file", "before", "after", "source")}
    return Decision(rule, text, **words, date=date, line=fields.line)


def normal(text: str) -> str:
    """A text as decisions compare it: folded, white space of any kind as one space."""
    return IGNORED.sub(" ", fold(text)).strip()
