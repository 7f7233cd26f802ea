"""A long name that comes back with a slip: words in another order, a letter changed, a word inside lost or added.

"Chad Corridor Transport" beside "Chad Transport Corridor" three times is no
other project. Compared are three capitalised words in a row, and, for words
lost or added inside, whole names of which the longer has five words and more.
The rare form is flagged, when it makes up at most a third of the uses.

No name is compared with one that has another word in the place of one of its
own: institutions share most of their words ("Global Security Initiative",
"Global Development Initiative"). Words joined by hyphens may change places
("China-Africa", "Africa-China").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from ...document import Document
from ...lang.function_words import FUNCTION_WORDS
from ...lang.position import may_open, same_line, singular
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule
from ._variants import compare

_INNER = frozenset({"of", "and", "for", "on"})
_THREE_CAPITALS = re.compile(b"\1\0?\1(?:\0?\1)+")  # in a row, a small word between any two
_LONGEST = 12  # words; what is longer is a line in capitals
_Name = tuple[str, ...]
_Names = Mapping[_Name, list[Span]]


def check(doc: Document, ctx: Context, *, share: int = 3, least: int = 3) -> Iterator[Finding]:
    """`least`: so often, at the least, a name is used that shows how it is written."""
    rows = [row.span() for row in _THREE_CAPITALS.finditer(doc.capitals)]
    triples = _without_endings(_triples(doc, rows))
    often = _often(triples, least)
    if not often:
        return
    triples = {name: firsts for name, firsts in triples.items() if FUNCTION_WORDS.isdisjoint(name)}
    wholes = _without_endings(_wholes(doc, rows, often))
    end = 0
    found = (
        *_slips(doc, _spelled(doc, _alike(triples, often)), _respelled, share, least),
        *_slips(doc, _spelled(doc, _alike(wholes, _often(wholes, least))), _shortened, share, least),
    )
    for finding in sorted(found, key=lambda finding: finding.span):
        if finding.span.start >= end:  # three words in a row overlap the next three
            end = finding.span.end
            yield finding


def _triples(doc: Document, rows: Iterable[tuple[int, int]]) -> dict[_Name, list[int]]:
    """Where any three words in a row stand, whether or not they are one name."""
    found = defaultdict[_Name, list[int]](list)
    words = doc.tokens.words
    for start, end in rows:
        for first in range(start, end - 2):
            found[words[first], words[first + 1], words[first + 2]].append(first)
    return found


def _wholes(doc: Document, rows: Iterable[tuple[int, int]], often: set[str]) -> dict[_Name, list[int]]:
    """Where each name of four words and more begins that has all its words but one among those used often."""
    found: dict[_Name, list[int]] = {}
    words = doc.tokens.words
    near = [row for row in rows if sum(map(often.__contains__, words[slice(*row)])) > 2]  # all but one of four
    for first, last in _names(doc, near):
        if first + 2 < last < first + _LONGEST and not may_open(doc.tokens, first):
            found.setdefault(tuple(words[first : last + 1]), []).append(first)
    return found


def _slips(
    doc: Document, names: _Names, keys: Callable[[_Name], Iterator[_Name]], share: int, least: int
) -> Iterator[Finding]:
    """Findings about rare names that have a key in common with a usual one, and differ from it by a slip."""
    often = (name for name, spans in names.items() if len(spans) >= least)
    usual = sorted(often, key=lambda name: (len(names[name]), names[name][0]))
    known = {key: name for name in usual for key in keys(name)}
    for name, spans in names.items():
        model = next((known[key] for key in keys(name) if key in known), name)
        if model != name and _is_slip(model, name) and len(spans) * share <= len(spans) + len(names[model]):
            yield from compare(doc, {doc[names[model][0]]: names[model], doc[spans[0]]: spans}, share=share)


def _names(doc: Document, rows: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The first and last word of each name of three words and more."""
    for start, end in rows:
        first = start
        while first < end - 2:
            last = _last(doc, first)
            if last > first + 1:
                yield first, last
            first = last + 1


def _last(doc: Document, first: int) -> int:
    """Index of the last word of the name that begins with word `first`: capitalised words, small words between them."""
    words, last, final = doc.tokens.words, first, len(doc.tokens) - 1
    while last < final and _is_capital(doc, first):
        inner = words[last + 1] in _INNER and last + 1 < final and same_line(doc.tokens, doc.text, last)
        after = last + (2 if inner else 1)
        if not (_is_capital(doc, after) and _is_joined(doc, after - 1)):
            break
        last = after
    return last


def _is_joined(doc: Document, index: int) -> bool:
    gap = doc.folded[doc.tokens.ends[index] : doc.tokens.starts[index + 1]]
    return gap in (" ", "-") or same_line(doc.tokens, doc.text, index)


def _is_capital(doc: Document, index: int) -> bool:
    return doc.capitals[index] == 1 and doc.tokens.words[index] not in FUNCTION_WORDS


def _without_endings(places: Mapping[_Name, list[int]]) -> dict[_Name, list[int]]:
    """The names, those that end in a possessive together with the same names without its ending."""
    found = dict(places)
    for words in [words for words in places if words[-1].endswith("'s")]:
        name = (*words[:-1], words[-1][:-2])
        found[name] = sorted((*found.get(name, ()), *found.pop(words)))
    return found


def _often(places: Mapping[_Name, list[int]], least: int) -> set[str]:
    """The words of the names that are used so often."""
    return {word for name, firsts in places.items() if len(firsts) >= least for word in name}


def _alike(places: Mapping[_Name, list[int]], often: set[str]) -> dict[_Name, list[int]]:
    """The names that have all their words but one among these."""
    few = ((name, len(often.intersection(name))) for name in places) if often else ()
    return {name: places[name] for name, known in few if known >= len({*name}) - 1}


def _spelled(doc: Document, places: Mapping[_Name, list[int]]) -> dict[_Name, list[Span]]:
    """The places of names of letters alone; three words in a row have no small word or hyphen among them."""
    found: dict[_Name, list[Span]] = {}
    for name, firsts in places.items():
        if all(map(str.isalpha, name)):
            ends = [(at, at + len(name) - 1) for at in firsts if len(name) > 3 or _is_name(doc, at)]
            found[name] = [Span(doc.tokens.starts[first], doc.tokens.ends[last]) for first, last in ends]
    return {name: spans for name, spans in found.items() if spans}


def _is_name(doc: Document, first: int) -> bool:
    """Whether three words with nothing but blanks between them are capitalised, the first not by its place."""
    if doc.capitals[first : first + 3] != b"\1\1\1" or may_open(doc.tokens, first):
        return False
    return same_line(doc.tokens, doc.text, first) and same_line(doc.tokens, doc.text, first + 1)


def _respelled(name: _Name) -> Iterator[_Name]:
    """The words in a fixed order, and the name with a hole for each word."""
    yield tuple(sorted(name))
    yield from ((*name[:at], "", *name[at + 1 :]) for at in range(len(name)))


def _shortened(name: _Name) -> Iterator[_Name]:
    """The name, and the name without each of its inner words."""
    yield name
    yield from ((*name[:at], *name[at + 1 :]) for at in range(1, len(name) - 1))


def _is_slip(model: _Name, name: _Name) -> bool:
    if len(model) != len(name):
        return abs(len(model) - len(name)) == 1 and max(len(model), len(name)) > 4
    apart = [pair for pair in zip(model, name, strict=True) if pair[0] != pair[1]]
    return sorted(model) == sorted(name) or (len(apart) == 1 and _letter_apart(*apart[0]))


def _letter_apart(one: str, two: str) -> bool:
    """Whether a letter added, lost, changed or swapped makes one word of five letters and more the other."""
    if min(len(one), len(two)) < 5 or singular(one) == singular(two):
        return False
    at = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    a, b = one[at:], two[at:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


RULE = Rule(
    "consistency/name",
    "a long name with a slip",
    Severity.WARNING,
    check,
    (
        Example(
            "They favor the Chad Transport Corridor. The new Chad Transport Corridor costs money, like any "
            "Chad Transport Corridor, but the [[Chad Corridor Transport]] is cheap."
        ),
        Example(
            "They asked the Eastern Maritime Board. The first Eastern Maritime Board answered, as any Eastern Maritime "
            "Board does, but the [[Eastern Maritme Board]] left."
        ),
        Example(
            "They asked the Eastern Maritime Safety Review Board. The first Eastern Maritime Safety Review Board "
            "answered, then the second Eastern Maritime Safety Review Board, but no [[Eastern Maritime Review Board]]."
        ),
        Example(
            "They favor the Global Security Initiative. The new Global Security Initiative began, as every Global "
            "Security Initiative does. The Global Development Initiative is another."
        ),
        Example("They asked the Eastern Maritime Board. Then the Eastern Board Maritime answered."),
    ),
)
