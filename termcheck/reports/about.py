"""What is to be said of each rule and of each notice about decisions: for `explain`, SARIF and the rules page."""

from __future__ import annotations

import sys
from typing import NamedTuple

from ..model import Severity
from ..rule import Rule
from ..rules import RULES
from ..suppress import NOTICES, Notice


class About(NamedTuple):
    """A rule as a person reads of it; `rule` is None for a notice."""

    id: str
    summary: str
    severity: Severity
    text: str
    default: bool = True
    rule: Rule | None = None


def of_rule(rule: Rule) -> About:
    """The docstring of a rule's file is its documentation."""
    text = (sys.modules[rule.check.__module__].__doc__ or "").strip()
    return About(rule.id, rule.summary, rule.severity, text, rule.default, rule)


def of_notice(notice: Notice) -> About:
    return About(notice.id, notice.summary, notice.severity, notice.text)


def everything() -> dict[str, About]:
    """All rules in order of precedence, then the notices."""
    told = [*map(of_rule, RULES), *map(of_notice, NOTICES.values())]
    return {one.id: one for one in told}
