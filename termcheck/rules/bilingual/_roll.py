"""A list of Chinese people that lost one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...counterparts.people import Person, within
from ...counterparts.scopes import Scope, Scopes
from ...document import Bitext
from ...lang import pinyin
from ...model import Finding, Note, Span

_LIST = 3  # names that make a list of which one may be lost
_ITEMS = re.compile(
    "(?:[\u3400-\u9fff]+、)+[\u3400-\u9fff]+?(?:[和及与][\u3400-\u9fff]{2,3})?(?=等|[^\u3400-\u9fff]|$)"
)
_ITEM = re.compile("[^、和及与]+")


def dropped(bitext: Bitext, scopes: Scopes, people: Sequence[Person]) -> Iterator[Finding]:
    """A list of people that the translation has in a row but for one, of whom it has no name at all."""
    folded = bitext.source.folded
    for scope in scopes.naming((), [one.start for one in people]):
        told = within(people, scope.pair.target)
        for match in _ITEMS.finditer(folded, *scope.pair.source) if len(told) >= _LIST - 1 else ():
            items = [Span(*item.span()) for item in _ITEM.finditer(folded, *match.span())]
            read = {item: [one for one in told if _is(one, folded[slice(*item)])] for item in items}
            missing = [item for item in items if not read[item]]
            if len(items) >= _LIST and len(missing) == 1 and _is_lost(bitext, scope, folded[slice(*missing[0])]):
                row = sorted({one for found in read.values() for one in found})
                if len(row) == len(items) - 1 and _in_a_row(bitext, row):
                    yield _finding(bitext, missing[0], row)


def _is(one: Person, item: str) -> bool:
    """Whether a list item ends, or begins, with a name that may be written so: its title may stand with it."""
    return any(pinyin.reads(part, one.family, one.given) for size in (2, 3, 4) for part in (item[:size], item[-size:]))


def _is_lost(bitext: Bitext, scope: Scope, item: str) -> bool:
    """Whether an item is a name alone, and its given name does not stand in the passage."""
    length = pinyin.family_length(item)
    if not 0 < length < len(item) <= 4:
        return False
    tokens, (begin, end) = bitext.target.tokens, scope.pair.target
    words = tokens.words[tokens.at(begin) : tokens.at(end)]
    return pinyin.given_readings(item[length:]).isdisjoint(words)


def _in_a_row(bitext: Bitext, row: Sequence[Person]) -> bool:
    gaps = (bitext.target.folded[one.end : other.start] for one, other in pairwise(row))
    return all(gap.replace("and", "").replace(",", "").isspace() for gap in gaps)


def _finding(bitext: Bitext, missing: Span, row: Sequence[Person]) -> Finding:
    chinese = bitext.source[missing]
    note = Note(missing, f"{chinese} in the source", in_source=True)
    want = pinyin.written(bitext.source.folded[slice(*missing)])
    return Finding(Span(row[0].start, row[-1].end), f"the source lists {chinese} ({want}) too", (note,))
