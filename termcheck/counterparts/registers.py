"""Countries and Chinese places in two texts: what names each, and what may stand for it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from ..document import Bitext, Document, kept
from ..glossary import Use
from ..lang import countries, pinyin, places
from ..lang.gazetteer import Gazetteer, Named
from ..lang.names import SURNAMES
from ..model import Span
from ..rule import Context


class Register(NamedTuple):
    """The names of one kind in two texts, in order, and what is known of each by its key.

    `short` are names of one character. `most` is how many names a translation
    may lack beside one that is wrong for the wrong one to be sure. `forms` are
    the English names of a thing, the usual one first. `meant` says whether a
    folded Chinese text may mean a thing without its name, `told` whether folded
    English words, with a blank around each, may.
    """

    source: tuple[Named, ...]
    short: tuple[Named, ...]
    most: int
    target: tuple[Named, ...]
    forms: Callable[[str], Sequence[str]]
    meant: Callable[[str, str], bool]
    told: Callable[[str, str], bool]


@kept
def registers(bitext: Bitext, ctx: Context) -> tuple[Register, ...]:
    """Countries and Chinese places of a Chinese text and its English translation."""
    source, target = bitext.source, bitext.target
    chinese = _outside(_chinese().find(source.tokens, source.text), ctx.source_uses(source))
    english = _outside(_no_people(_english().find(target.tokens, target.text), target), ctx.uses(target))
    lands = countries.countries()
    taken = {at for name in chinese for at in range(name.start, name.end)}
    return (
        Register(
            tuple(name for name in chinese if name.keys <= lands.keys()),
            tuple(name for name in countries.short(source.folded) if name.start not in taken),
            1,
            tuple(name for name in english if name.keys <= lands.keys()),
            lambda code: (lands[code].name, *lands[code].english),
            countries.may_mean,
            countries.may_be_told,
        ),
        Register(
            tuple(name for name in chinese if not name.keys <= lands.keys()),
            (),
            4,
            tuple(name for name in english if not name.keys <= lands.keys()),
            places.written,
            _place_meant,
            lambda name, words: False,
        ),
    )


@cache
def _chinese() -> Gazetteer:
    """All names together, so that one is not found across the border of another (上海地产 has no 海地)."""
    return Gazetteer({**places.chinese(), **countries.chinese()})


@cache
def _english() -> Gazetteer:
    return Gazetteer({**places.english(), **countries.english()})


def within(names: Sequence[Named], span: Span) -> Sequence[Named]:
    """The names that begin in a span."""
    return names[bisect_left(names, (span.start,)) : bisect_left(names, (span.end,))]


def _outside(names: Iterable[Named], uses: Sequence[Use]) -> tuple[Named, ...]:
    """The names that are no part of an official term: that is compared as a whole."""
    starts = [use.span.start for use in uses]

    def part(name: Named) -> bool:
        at = bisect_left(starts, name.start + 1) - 1
        return at >= 0 and uses[at].span.end >= name.end and uses[at].span != (name.start, name.end)

    return tuple(name for name in names if name.keys and not part(name))


def _no_people(names: Iterable[Named], doc: Document) -> list[Named]:
    """The names with no family name beside them: Zhang Yulin is a person."""
    tokens = doc.tokens
    people = {
        tokens.starts[at + 1]
        for word in SURNAMES & tokens.places.keys()
        for at in tokens.places[word]
        if at + 1 < len(tokens) and tokens.gap(at) == " " and doc.text[tokens.starts[at]].isupper()
    }
    return [name for name in names if name.start not in people]


def _place_meant(name: str, text: str) -> bool:
    """By the character of a province, or by characters that are read so."""
    short = any(char in text for char in places.SHORT.get(name, ""))
    return short or next(pinyin.runs(pinyin.letters(name), text), None) is not None
