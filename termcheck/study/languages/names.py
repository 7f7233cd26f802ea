"""People, countries and Chinese places that stand on both sides of a pair."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ...counterparts.people import Person, named, places, within
from ...counterparts.registers import Register, registers
from ...document import Bitext, Document
from ...lang import pinyin
from ...lang.gazetteer import Named
from ...model import Pair, Span
from ...rule import Context
from .link import Find, Link, grouped, paired


def names(bitext: Bitext, ctx: Context) -> list[Find]:
    """People, countries and Chinese places of a Chinese and an English text, whichever is the source."""
    languages = bitext.source.lang, bitext.target.lang
    if languages == ("zh", "en"):
        return _chinese_names(bitext, ctx)
    if languages == ("en", "zh"):
        turned = _chinese_names(Bitext(bitext.target, bitext.source), ctx)
        return [_turned(find) for find in turned]
    return []


def _turned(find: Find) -> Find:
    return lambda pair: (Link(*reversed(link)) for link in find(Pair(pair.target, pair.source)))


def _chinese_names(bitext: Bitext, ctx: Context) -> list[Find]:
    every = registers(bitext, ctx)
    people = named(bitext.target, [name.start for register in every for name in register.target])

    def find_people(pair: Pair) -> Iterator[Link]:
        here = within(people, pair.target)
        written = grouped((one.family + one.given, Span(one.start, one.end)) for one in here)
        for letters, one in {one.family + one.given: one for one in here}.items():
            yield from paired(_said(bitext.source, pair.source, one), written[letters])

    return [find_people, *(_of_register(bitext, register) for register in every)]


def _said(source: Document, span: Span, one: Person) -> list[Span]:
    """Where a passage has a name as pinyin writes it, or, where only one thing may be meant, in other readings."""
    found = [Span(span.start + first, span.start + last) for first, last in places(one, source.folded[slice(*span)])]
    usual = [
        place
        for place in found
        if pinyin.letters(pinyin.written(source.folded[slice(*place)])) == one.family + one.given
    ]
    return usual or (found if len({source[place] for place in found}) == 1 else [])


def _of_register(bitext: Bitext, register: Register) -> Find:
    sources = sorted((*register.source, *register.short))

    def find(pair: Pair) -> Iterator[Link]:
        here = _by_key(bitext.source, sources, pair.source)
        there = _by_key(bitext.target, register.target, pair.target)
        for key in here:
            yield from paired(here[key], there.get(key, []))

    return find


def _by_key(doc: Document, names: Sequence[Named], span: Span) -> dict[str, list[Span]]:
    """The names in a span that may stand for one thing only."""
    first, last = (bisect_left(names, (offset,)) for offset in span)
    sure = (name for name in names[first:last] if len(name.keys) == 1)
    return grouped((next(iter(name.keys)), _whole(doc, name)) for name in sure)


def _whole(doc: Document, name: Named) -> Span:
    """The place of a name with the mark that ends it: of words alone it was found."""
    said, behind = doc.folded[name.start : name.end], doc.folded[name.end : name.end + 1]
    ends = (behind == "." and "." in said) or (behind == ")" and "(" in said)
    return Span(name.start, name.end + ends)
