"""The issues of a file as bytes: so they come from other processes, are kept, and wait for the report.

They are packed once, where they are found, and nobody has to read them to count them.
"""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, overload

from ..engine import Checked
from ..model import Severity, Status
from ..place import Located
from ..suppress import Decision
from .packed import VERSION, packed, unpacked

_BLOCK = 64  # issues read at once


class Kind(NamedTuple):
    """What is counted of an issue; `fixable` says that it has a safe fix."""

    status: Status
    severity: Severity
    doubtful: bool
    fixable: bool


class Bundle(Sequence[Located]):
    """Issues that are read from their `blocks` each time they are gone through; `kinds` counts them."""

    __slots__ = ("blocks", "kinds")

    def __init__(self, blocks: Iterable[bytes], kinds: Counter[Kind]) -> None:
        self.blocks, self.kinds = blocks, kinds

    def __len__(self) -> int:
        return self.kinds.total()

    def __iter__(self) -> Iterator[Located]:
        for block in self.blocks:
            yield from unpacked(block)

    @overload
    def __getitem__(self, at: int) -> Located: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Located]: ...
    def __getitem__(self, at: int | slice) -> Located | Sequence[Located]:
        return list(self)[at]


def bundle(issues: Sequence[Located]) -> Bundle:
    """The issues as bytes."""
    return Bundle([packed(issues[at : at + _BLOCK]) for at in range(0, len(issues), _BLOCK)], kinds(issues))


def kinds(issues: Iterable[Located]) -> Counter[Kind]:
    """How many issues there are of each kind."""
    return issues.kinds if isinstance(issues, Bundle) else Counter(_kind(one) for one in issues)


def _kind(one: Located) -> Kind:
    issue, finding = one.issue, one.issue.finding
    return Kind(issue.status, issue.severity, finding.doubtful, bool(finding.fix and finding.fix.safe))


def bundled(checked: Checked) -> Checked:
    """What a check gave, its issues as bytes; as it is where studies hold the same issues."""
    return checked if checked.studies else checked._replace(issues=bundle(checked.issues))


def written(checked: Checked, issues: Bundle) -> bytes:
    """What a check gave where nothing went wrong, with its issues, without the times, studies and attestations."""
    counts = [((status, int(level), *rest), count) for (status, level, *rest), count in issues.kinds.items()]
    used = [*map(tuple, checked.used)]
    return marshal.dumps((checked.path, [*issues.blocks], counts, [*checked.ran], used, checked.gone), VERSION)


def read(data: bytes) -> Checked:
    """What was `written`."""
    path, blocks, counts, ran, used, gone = marshal.loads(data)
    found = Counter({Kind(status, Severity(level), *rest): count for (status, level, *rest), count in counts})
    decisions = frozenset(map(Decision._make, used))
    return Checked(path, Bundle(blocks, found), ran=frozenset(ran), used=decisions, gone=gone)
