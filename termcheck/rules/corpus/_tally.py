"""The forms of a group, counted by texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...attested import Attestation, Conflict, Group, succeeds

SHOWN = 5  # other places that a conflict names


class Counted(NamedTuple):
    """A form: in how many texts it stands, its first attestation, how many texts of each month have it, all `about`.

    A row of a table counts as a text.
    """

    form: str
    texts: int
    first: Attestation
    months: Counter[str]
    about: frozenset[tuple[str, ...]]


def tallies(group: Group) -> list[Counted]:
    """The forms of a group, the most frequent first."""
    first, last = dict[str, Attestation](), dict[str, str]()
    months, about = dict[str, Counter[str]](), dict[str, set[tuple[str, ...]]]()
    for one in group.attested:
        first.setdefault(one.form, one)
        about.setdefault(one.form, set()).add(one.about)
        if one.unit or last.get(one.form) != one.path:  # a text may have a form under several heads
            last[one.form] = one.path
            months.setdefault(one.form, Counter())[one.date[:7]] += one.times if one.unit else 1
    found = (Counted(form, months[form].total(), first[form], months[form], frozenset(about[form])) for form in first)
    return sorted(found, key=lambda one: (-one.texts, one.form))


def is_succeeded(one: Counted, two: Counted) -> bool:
    """Whether a house has given up one of two forms for the other: then both are right at their time."""
    return bool(succeeds(one.months, two.months) or succeeds(two.months, one.months))


def is_at_an_end(usual: Counted, rare: Counted) -> bool:
    """Whether a form stands before all uses of the usual one or behind them: it may be older, or newer."""
    months = sorted(filter(None, usual.months))
    return bool(months) and not any(months[0] <= month <= months[-1] for month in rare.months)


def texts(count: int) -> str:
    """So many texts, in words."""
    return "1 text" if count == 1 else f"{count} texts"


def places(group: Group, forms: Iterable[str]) -> Iterator[Attestation]:
    """The first place of each of these forms in each text."""
    wanted, seen = frozenset(forms), set[tuple[str, str]]()
    for one in group.attested:
        if one.form in wanted and (one.path, one.form) not in seen:
            seen.add((one.path, one.form))
            yield one


def flagged(
    found: Iterable[Attestation], usual: Counted, rare: Counted, message: str, doubtful: bool
) -> Iterator[Conflict]:
    """A conflict for each place of the rare form; the first text with the usual one is the other place."""
    for one in found:
        note = f'"{usual.form}" here, and in {texts(usual.texts)} in all'
        yield Conflict(one, message, ((usual.first, note),), doubtful)


def choice(one: Counted, two: Counted, message: str, doubtful: bool = False) -> Conflict:
    """One conflict for two forms of which either may be right, at the first text of the second."""
    return Conflict(two.first, message, ((one.first, f'"{one.form}" here'),), doubtful, choice=True)
