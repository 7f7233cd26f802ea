"""What is to be said of each rule and of each notice about decisions: for `explain`, SARIF and the rules page."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any, NamedTuple

from ..model import Severity
from ..rule import Rule
from ..rules import every
from ..suppress import NOTICES, Notice


class About(NamedTuple):
    """A rule as a person reads of it; `rule` is None for a notice."""

    id: str
    summary: str
    severity: Severity
    text: str
    default: bool = True
    rule: Rule | None = None

    @property
    def options(self) -> Mapping[str, Any]:
        """The options with their defaults."""
        return self.rule.options if self.rule else {}

    @property
    def runs(self) -> str:
        """Whether it runs where nothing is configured, and in which command if not in all."""
        where = " in termcheck archive, which alone has it" if self.rule and self.rule.subject == "Group" else ""
        return f"{'on' if self.default else 'off'} by default{where}"


def of_rule(rule: Rule) -> About:
    """The docstring of a rule's file is its documentation."""
    text = (sys.modules[rule.check.__module__].__doc__ or "").strip()
    return About(rule.id, rule.summary, rule.severity, text, rule.default, rule)


def of_notice(notice: Notice) -> About:
    return About(notice.id, notice.summary, notice.severity, notice.text)


def everything() -> dict[str, About]:
    """All rules in order of precedence, then the notices."""
    told = [*map(of_rule, every()), *map(of_notice, NOTICES.values())]
    return {one.id: one for one in told}


def table() -> str:
    """A line for each rule."""
    told = everything().values()
    width = max(len(one.id) for one in told)
    return "".join(
        f"{one.id:{width}}  {one.severity!s:10}  {'on' if one.default else 'off':3}  {one.summary}\n" for one in told
    )


def as_json() -> str:
    """The rules for programs: version 1."""
    import json

    told = [
        {
            "id": one.id,
            "severity": str(one.severity),
            "default": one.default,
            "summary": one.summary,
            "text": one.text,
            "options": one.options,
        }
        for one in everything().values()
    ]
    return json.dumps({"version": 1, "rules": told}, ensure_ascii=False, indent=1) + "\n"
