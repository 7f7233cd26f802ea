"""What one text attests, and what rules say of many: plain values, small enough to send and to store by millions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

Kind = Literal["rendering", "name", "figure", "use"]
# Names are compared that begin with the same letters, or end with them: "lin…", "…ian" are their keys.
PART, AND_SO_ON = 3, "…"
KINDS: tuple[Kind, ...] = ("rendering", "name", "figure", "use")


class Attestation(NamedTuple):
    """A form that a text has, `times` in all, with the place of the first.

    Attestations of one `kind` with one `key` are to be compared. `about` says
    more of the thing and is read by the rule of the kind, `date` is the day or
    month of the text ("2024-06-05", "2024-06", "" where unknown). `written` is
    what stands at the place, which `excerpt` has at `shown`; `offset` counts
    from the start of the file, `unit` is the row of a table ("" in a text).
    """

    kind: Kind
    key: str
    form: str
    about: tuple[str, ...] = ()
    times: int = 1
    date: str = ""
    path: str = ""
    line: int = 1
    column: int = 1
    offset: int = 0
    unit: str = ""
    written: str = ""
    excerpt: str = ""
    shown: int = 0


class Group(NamedTuple):
    """All attestations of one kind with one key, one at least, by date and path; they can be read more than once."""

    kind: Kind
    key: str
    attested: Iterable[Attestation]


class Conflict(NamedTuple):
    """What a rule finds in a group: the place to mend, and the others that show why, each with what it shows.

    `choice` says that either may be right: the editor has to say which.
    """

    at: Attestation
    message: str
    others: tuple[tuple[Attestation, str], ...] = ()
    doubtful: bool = False
    choice: bool = False


def succeeds(old: Mapping[str, int], new: Mapping[str, int], least: int = 2) -> str:
    """The month from which `new` stands in the place of `old`; "" where both stand at one time.

    Given is how often each stands in each month ("2024-06"). One use in ten may
    come late or early; with fewer than `least` uses nothing is known.
    """
    last, first = _month(old, 9, least), _month(new, 1, least)
    return first if last and first and last < first else ""


def _month(uses: Mapping[str, int], tenths: int, least: int) -> str:
    """The month in which so many tenths of the uses are reached; "" where few have a date."""
    dated = sorted((month, count) for month, count in uses.items() if month)
    total, passed = sum(count for _, count in dated), 0
    for month, count in dated if total >= least else ():
        passed += count
        if 10 * passed > tenths * total or passed == total:
            return month
    return ""
