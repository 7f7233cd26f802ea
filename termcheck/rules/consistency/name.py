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
from collections.abc import Callable, Iterator, Mapping

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
    triples: dict[_Name, list[Span]] = {}
    wholes: dict[_Name, list[Span]] = {}
    for index, last in _names(doc):
        if index + 2 < last < index + _LONGEST and not may_open(doc.tokens, index):
            _record(doc, index, last, wholes)
        for first in range(index, last - 1):
            if not (first == index and may_open(doc.tokens, first)):
                _record(doc, first, first + 2, triples)
    end = 0
    found = (*_slips(doc, triples, _respelled, share, least), *_slips(doc, wholes, _shortened, share, least))
    for finding in sorted(found, key=lambda finding: finding.span):
        if finding.span.start >= end:  # three words in a row overlap the next three
            end = finding.span.end
            yield finding


def _slips(
    doc: Document, names: _Names, keys: Callable[[_Name], Iterator[_Name]], share: int, least: int
) -> Iterator[Finding]:
    """Findings about rare names that have a key in common with a usual one, and differ from it by a slip."""
    usual = sorted((name for name, spans in names.items() if len(spans) >= least), key=lambda name: len(names[name]))
    known = {key: name for name in usual for key in keys(name)}
    for name, spans in names.items():
        model = next((known[key] for key in keys(name) if key in known), name)
        if model != name and _is_slip(model, name) and len(spans) * share <= len(spans) + len(names[model]):
            yield from compare(doc, {doc[names[model][0]]: names[model], doc[spans[0]]: spans}, share=share)


def _names(doc: Document) -> Iterator[tuple[int, int]]:
    """The first and last word of each name of three words and more."""
    for row in _THREE_CAPITALS.finditer(doc.capitals):
        index = row.start()
        while index < row.end() - 2:
            last = _last(doc, index)
            if last > index + 1:
                yield index, last
            index = last + 1


def _last(doc: Document, first: int) -> int:
    """Index of the last word of the name that begins with word `first`: capitalised words, small words between them."""
    tokens, text, last = doc.tokens, doc.text, first
    while _is_capital(doc, first):
        inner = last + 2 < len(tokens) and same_line(tokens, text, last) and tokens.words[last + 1] in _INNER
        after = last + (2 if inner else 1)
        if not (after < len(tokens) and _is_joined(doc, after - 1) and _is_capital(doc, after)):
            break
        last = after
    return last


def _is_joined(doc: Document, index: int) -> bool:
    return same_line(doc.tokens, doc.text, index) or doc.tokens.gap(index) == "-"


def _is_capital(doc: Document, index: int) -> bool:
    return doc.capitals[index] == 1 and doc.tokens.words[index] not in FUNCTION_WORDS


def _record(doc: Document, first: int, last: int, names: dict[_Name, list[Span]]) -> None:
    tokens = doc.tokens
    span = Span(tokens.starts[first], tokens.ends[last])
    words = tokens.words[first : last + 1]
    words[-1] = words[-1].removesuffix("'s")
    triple = last == first + 2
    if all(word.isalpha() for word in words) and not (
        triple and (_INNER & {*words} or "-" in doc.folded[slice(*span)])
    ):
        names.setdefault(tuple(words), []).append(span)


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
