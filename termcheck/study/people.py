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
from .spots import Spot, spot

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
    about = {n: one for n, one in enumerate(issues) if one.issue.rule.startswith(_ABOUT_PEOPLE)}
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
    slips = [one.issue.finding.span for one in issues if one.issue.rule == "name/misspelled"]
    for call in every:
        if not any(slip.meets(call.span) for slip in slips):  # it is told with the person who is meant
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


def _complete(doc: Document, name: str, one: Person, some: Sequence[Call], issues: Mapping[int, Located]) -> Person:
    """A person with what others call them, and with the issues about them."""
    groups: dict[str, list[Call]] = defaultdict(list)
    for call in some:
        if doc.block_at(call.span.start).speaker != one.name:
            groups[" ".join(doc[call.span].split())].append(call)
    called = [
        Called(text, len(group), spot(doc, group[0].span), _issue_at(group, issues)) for text, group in groups.items()
    ]
    at_names = {each.issue for each in called}
    rest = [n for n, issue in issues.items() if n not in at_names and _is_about(issue, name, one)]
    slips = [n for n in rest if issues[n].issue.rule == "name/misspelled"]
    called += [Called(issues[n].text, 1, spot(doc, issues[n].issue.finding.span), n) for n in slips]
    called.sort(key=lambda each: (each.issue is None, -each.times))
    return one._replace(called=tuple(called), issues=tuple(n for n in rest if n not in slips))


def _issue_at(group: Sequence[Call], issues: Mapping[int, Located]) -> int | None:
    return next((n for n, one in issues.items() for call in group if one.issue.finding.span.meets(call.span)), None)


def _is_about(issue: Located, name: str, one: Person) -> bool:
    """Whether an issue rests on the person's entry or line in a list, or stands there or at their label."""
    lines = {place.line for place in one.listed}
    at = {issue.place.line, *(note.place.line for note in issue.notes if not note.in_source)}
    rests = one.entry is not None and issue.issue.finding.term == one.entry.name
    return rests or _untitled(issue.text) == name or not lines.isdisjoint(at)
