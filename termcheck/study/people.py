"""The people of a text: who is listed, who speaks how much, who is named by others and how, who asks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..document import Document
from ..glossary import Person as Entry
from ..lang.names import family_name, is_han
from ..lang.offices import HEADS
from ..model import Role
from ..people import people as settled
from ..place import Located
from ..rule import Context
from ..structure.speakers import bare
from .calls import Call, calls, han_calls
from .press import Outlet, press, spoken
from .spots import Spot, block_number, spot

_Key = tuple[str, str | int]  # a name, a term or a line

_ABOUT_PEOPLE = ("name/", "bilingual/name")  # rules that speak of one person


class Called(NamedTuple):
    """What others call a person, `times` times, and an issue there, None where there is none."""

    text: str
    times: int
    first: Spot
    issue: int | None = None


class Person(NamedTuple):
    """Somebody whom the text lists, lets speak or names; `role` is None for who is named only.

    `listed` are the places in the lists of speakers, `titles` has each title there once; `entry` is the glossary's.
    `issues` are those about the person that stand at no name in `called`, which has the doubted ones first.
    """

    name: str
    honorific: str = ""
    titles: tuple[str, ...] = ()
    role: Role | None = None
    listed: tuple[Spot, ...] = ()
    entry: Entry | None = None
    called: tuple[Called, ...] = ()
    turns: int = 0
    words: int = 0
    issues: tuple[int, ...] = ()


class People(NamedTuple):
    """`speakers` are in the order of the lists, then of their turns; `others` are named only, the most named first.

    `words` are those of all turns.
    """

    speakers: tuple[Person, ...] = ()
    others: tuple[Person, ...] = ()
    press: tuple[Outlet, ...] = ()
    words: int = 0


class _About(NamedTuple):
    """The issues about people by number; their numbers by what they are about, and by the block they stand in."""

    issues: Mapping[int, Located]
    by_key: Mapping[_Key, Sequence[int]]
    by_block: Mapping[int, Sequence[int]]


def people(doc: Document, ctx: Context, issues: Sequence[Located]) -> People:
    """The people of a text; none of a table, whose rows are no transcript."""
    if doc.units:
        return People()
    found = _speakers(doc)
    entries = {form.casefold(): one for one in ctx.glossary.people for form in (one.name, one.source) if form}
    named = _named(doc, ctx, found, issues)
    for name, some in named.items():
        if name not in found:
            found[name] = Person(entries[name].name if name in entries else _written(doc, some))
    about = _about(doc, issues)
    whole = [
        _complete(doc, name, one._replace(entry=entries.get(name)), named.get(name, ()), about)
        for name, one in found.items()
    ]
    others = [one for one in whole if not one.listed and not one.turns]
    return People(
        tuple(one for one in whole if one.listed or one.turns),
        tuple(sorted(others, key=lambda one: -sum(called.times for called in one.called))),
        press(doc),
        sum(spoken(doc, turn) for turn in doc.turns),
    )


def _speakers(doc: Document) -> dict[str, Person]:
    """Those whom the lists have and those who speak, but for the press, by folded name."""
    found: dict[str, Person] = {}
    for one in doc.roster:
        had = found.get(one.name.casefold()) or Person(one.name, one.honorific, role=one.role)
        found[one.name.casefold()] = had._replace(
            honorific=had.honorific or one.honorific,
            titles=tuple(dict.fromkeys((*had.titles, " ".join(one.title.split())))),
            listed=(*had.listed, spot(doc, one.name_span)),
        )
    for turn in doc.turns:
        if turn.role != "press":
            name = turn.speaker.casefold()
            name = name if name in found else _untitled(turn.speaker)
            had = found.get(name) or Person(turn.speaker, role=turn.role)
            found[name] = had._replace(turns=had.turns + 1, words=had.words + spoken(doc, turn))
    return found


def _untitled(label: str) -> str:
    """The folded name of a label without its title: "ADMINISTRATOR CRISWELL", "MS. PSAKI"."""
    words = bare(label).casefold().split()
    while len(words) > 1 and words[0] in HEADS:
        words.pop(0)
    return " ".join(words)


def _named(
    doc: Document, ctx: Context, speakers: Mapping[str, Person], issues: Sequence[Located]
) -> Mapping[str, list[Call]]:
    """The places where each person is named, by folded name; a family name alone is the one's who bears it."""
    found: dict[str, list[Call]] = defaultdict(list)
    if doc.lang == "zh":
        names = [one.name for one in doc.roster] + [one.source for one in ctx.glossary.people]
        every = han_calls(doc, {name: name.casefold() for name in names if name and is_han(name)})
    else:
        same = frozenset(one.issue.finding.span.start for one in issues if one.issue.rule == "name/honorific")
        every = calls(doc, settled(doc, ctx.glossary), same)
    slips = _by_block(doc, {n: one for n, one in enumerate(issues) if one.issue.rule == "name/misspelled"})
    for call in every:
        near = slips.get(block_number(doc, call.span.start), ())
        if not any(issues[n].issue.finding.span.meets(call.span) for n in near):  # told with the person who is meant
            found[call.name].append(call)
    _join_families(found, speakers)
    return found


def _join_families(found: dict[str, list[Call]], speakers: Mapping[str, Person]) -> None:
    """Give the places of a family name alone to the one person who bears it."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys((*speakers, *found)):
        bearers[family_name(name)].append(name)
    for family, names in bearers.items():
        if family in names and len(names) == 2:
            alone, whole = sorted(names, key=len)
            keep, drop = (alone, whole) if alone in speakers else (whole, alone)
            if drop not in speakers and drop in found:
                found[keep] = sorted([*found.get(keep, ()), *found.pop(drop)], key=lambda call: call.span)


def _written(doc: Document, some: Sequence[Call]) -> str:
    """How to call somebody who is in no list: the whole name, or what the text calls them most often."""
    longest = max((" ".join(doc[call.span].split()).removeprefix(call.title).strip() for call in some), key=len)
    if " " in longest:
        return longest
    return Counter(" ".join(doc[call.span].split()) for call in some).most_common(1)[0][0]


def _about(doc: Document, issues: Sequence[Located]) -> _About:
    found = {n: one for n, one in enumerate(issues) if one.issue.rule.startswith(_ABOUT_PEOPLE)}
    by_key: dict[_Key, list[int]] = defaultdict(list)
    for n, one in found.items():
        at = {one.place.line, *(note.place.line for note in one.notes if not note.in_source)}
        keys: list[_Key] = [("name", _untitled(one.text)), ("term", one.issue.finding.term)]
        for key in (*keys, *(("line", line) for line in at)):
            by_key[key].append(n)
    return _About(found, by_key, _by_block(doc, found))


def _by_block(doc: Document, issues: Mapping[int, Located]) -> Mapping[int, list[int]]:
    """The numbers of issues by the blocks that they stand in."""
    found: dict[int, list[int]] = defaultdict(list)
    for n, one in issues.items():
        first, last = (block_number(doc, offset) for offset in one.issue.finding.span)
        for block in range(first, last + 1):
            found[block].append(n)
    return found


def _complete(doc: Document, name: str, one: Person, some: Sequence[Call], about: _About) -> Person:
    """A person with what others call them, and with the issues about them."""
    groups: dict[str, list[Call]] = defaultdict(list)
    for call in some:
        if doc.block_at(call.span.start).speaker != one.name:
            groups[" ".join(doc[call.span].split())].append(call)
    called = [
        Called(text, len(group), spot(doc, group[0].span), _issue_at(doc, group, about))
        for text, group in groups.items()
    ]
    rest = sorted(_numbers(name, one, about) - {each.issue for each in called})
    slips = [n for n in rest if about.issues[n].issue.rule == "name/misspelled"]
    called += [Called(about.issues[n].text, 1, spot(doc, about.issues[n].issue.finding.span), n) for n in slips]
    called.sort(key=lambda each: (each.issue is None, -each.times))
    return one._replace(called=tuple(called), issues=tuple(n for n in rest if n not in slips))


def _issue_at(doc: Document, group: Sequence[Call], about: _About) -> int | None:
    """The first issue at one of some names."""
    there = (
        n
        for call in group
        for n in about.by_block.get(block_number(doc, call.span.start), ())
        if about.issues[n].issue.finding.span.meets(call.span)
    )
    return min(there, default=None)


def _numbers(name: str, one: Person, about: _About) -> set[int]:
    """The issues that rest on the person's entry or line in a list, or stand there or at their label."""
    keys: list[_Key] = [("name", name), *(("line", place.line) for place in one.listed)]
    if one.entry:
        keys.append(("term", one.entry.name))
    return {n for key in keys for n in about.by_key.get(key, ())}
