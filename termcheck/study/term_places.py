"""Where the entries of a glossary stand in a text: in a form the glossary has, or in one that a rule took for one."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from ..counterparts.facing import entry, facing
from ..document import Bitext, Document
from ..glossary import Use
from ..lang.script import reaches_han
from ..model import Span
from ..place import Located
from ..rule import Context

Kind = Literal["variant", "forbidden", "preferred", "allowed", "abbreviation"]

# The rules that find a term written in no way the glossary knows, and those that stand at one it has.
_VARIANTS = frozenset({"term/spelling", "term/near-miss", "term/redefined-abbreviation"})
_AT_FORMS = _VARIANTS | {"term/forbidden", "term/undefined-abbreviation"}

Resting = Mapping[str, Sequence[int]]  # the numbers of the issues that rest on an entry, by its name


class Place(NamedTuple):
    """A place of an entry: the glossary's form, or what is written where the glossary does not know it ("variant")."""

    span: Span
    form: str
    kind: Kind
    inflected: bool = False
    issue: int | None = None


def resting(issues: Sequence[Located]) -> Resting:
    """The issues that rest on each entry, in the order of the text."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, one in enumerate(issues):
        if one.issue.finding.term:
            found[one.issue.finding.term].append(number)
    return found


def places(
    doc: Document, bitext: Bitext | None, ctx: Context, issues: Sequence[Located], rest: Resting
) -> Mapping[str, list[Place]]:
    """The places of each entry by its name, in the order of the text."""
    told = {name: [n for n in numbers if issues[n].issue.rule in _AT_FORMS] for name, numbers in rest.items()}
    starts = {name: [issues[n].issue.finding.span.start for n in numbers] for name, numbers in told.items()}
    found: dict[str, list[Place]] = defaultdict(list)
    for name, use in _uses(doc, bitext, ctx):
        last = bisect_left(starts.get(name, ()), use.span.end) - 1
        number = told[name][last] if last >= 0 else None
        if number is not None and issues[number].issue.finding.span.end <= use.span.start:
            number = None
        found[name].append(_place(use, number, issues))
    for name, numbers in told.items():
        taken = {place.issue for place in found.get(name, ())}
        if new := [_variant(n, issues) for n in numbers if n not in taken and issues[n].issue.rule in _VARIANTS]:
            found[name] = sorted([*found[name], *new], key=lambda place: place.span)
    return found


def _uses(doc: Document, bitext: Bitext | None, ctx: Context) -> Iterator[tuple[str, Use]]:
    """The uses of the text, each with the name of its entry; one Chinese character is a part of many a word."""
    for use in facing(bitext, ctx).uses(doc) if bitext else ctx.uses(doc):
        if len(use.form) > 1 or not reaches_han(use.form):
            yield entry(bitext, ctx, use.term) if bitext else use.term.term, use


def _place(use: Use, number: int | None, issues: Sequence[Located]) -> Place:
    if number is not None and use.kind != "forbidden" and issues[number].issue.rule in _VARIANTS:
        return _variant(number, issues)._replace(span=use.span, inflected=use.inflected)
    return Place(use.span, use.form, use.kind, use.inflected, number)


def _variant(number: int, issues: Sequence[Located]) -> Place:
    return Place(issues[number].issue.finding.span, " ".join(issues[number].text.split()), "variant", issue=number)
