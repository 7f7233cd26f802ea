"""The reduce over an archive: what the rules that compare texts find, one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..archive.reduce import conflicts, kind_of
from ..archive.store import Store
from ..attested import Conflict
from ..engine import Crash
from ..model import Severity
from .texts import Inquiry


class Found(NamedTuple):
    """What a rule found between texts."""

    rule: str
    severity: Severity
    conflict: Conflict


def findings(inquiry: Inquiry, store: Store) -> Iterator[Found | Crash]:
    """What each rule finds, in the order of the rules and of the keys; a rule that fails is told as a crash."""
    for rule in inquiry.rules:
        severity = inquiry.config.level(rule.id, rule.severity)
        try:
            for one in conflicts(rule, store.groups(kind_of(rule)), inquiry.config.options.get(rule.id, {})):
                yield Found(rule.id, severity, one)
        except Exception as error:
            yield Crash(rule.id, "the archive", f"{type(error).__name__}: {error}".partition("\n")[0])
