"""What an archive has, as rows of tables: its forms, the use of its terms by month, and changes of usage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..attested import AND_SO_ON, Attestation, Group, succeeds

_LEAST = 3  # texts with each of two forms that show a change of usage


class GroupForm(NamedTuple):
    """A form of a group: where it stands first, in how many texts and how often, from when to when."""

    kind: str
    key: str
    form: str
    about: str
    texts: int
    times: int
    since: str
    until: str
    path: str
    line: int
    column: int
    unit: str
    excerpt: str


class Month(NamedTuple):
    """A form of a term in a month: in how many texts, how often. `status` is what the glossary says of the form."""

    term: str
    form: str
    status: str
    month: str
    texts: int
    times: int


class Change(NamedTuple):
    """A form that took the place of another in all texts, and since when: no fault, but good to know."""

    key: str
    old: str
    new: str
    since: str
    texts_before: int
    texts_after: int


def forms(groups: Iterable[Group]) -> Iterator[GroupForm]:
    """The forms of groups; a name, which stands under two keys, once."""
    for group in groups:
        if group.kind != "name" or group.key.endswith(AND_SO_ON):
            yield from _forms(group)


def _forms(group: Group) -> Iterator[GroupForm]:
    first, last = dict[tuple[str, str], Attestation](), dict[tuple[str, str], Attestation]()
    texts, times = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for one in group.attested:
        key = one.form, "; ".join(filter(None, one.about))
        first.setdefault(key, one)
        last[key] = one
        texts[key] += 1
        times[key] += one.times
    for (form, about), one in first.items():
        key = form, about
        until = last[key].date
        yield GroupForm(
            *(group.kind, group.key, form, about, texts[key], times[key], one.date, until),
            *(one.path, one.line, one.column, one.unit, one.excerpt),
        )


def months(groups: Iterable[Group]) -> Iterator[Month]:
    """The use of each term by month, of groups of uses."""
    for group in groups:
        texts, times = Counter[tuple[str, str, str]](), Counter[tuple[str, str, str]]()
        for one in group.attested:
            key = one.form, one.about[0], one.date[:7]
            texts[key] += 1
            times[key] += one.times
        for form, status, month in sorted(texts):
            key = form, status, month
            yield Month(group.key, form, status, month, texts[key], times[key])


def changes(groups: Iterable[Group]) -> Iterator[Change]:
    """The changes of usage in groups of uses or of renderings."""
    for group in groups:
        found: dict[str, Counter[str]] = {}
        for one in group.attested:
            found.setdefault(one.form, Counter())[one.date[:7]] += 1
        for old, before in found.items():
            for new, after in found.items():
                since = succeeds(before, after, _LEAST) if old != new else ""
                if since:
                    yield Change(group.key, old, new, since, before.total(), after.total())
