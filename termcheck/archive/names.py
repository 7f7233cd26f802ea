"""Whom a text names: the people of its list, its labels and behind titles; the press of its labels.

A name stands under its first letters and under its last ones, so that two
spellings meet wherever they differ. `about` is who it may be: "person" or
"press", the name in the source, the offices.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import chain

from ..attested import AND_SO_ON, PART
from ..document import Bitext, Document
from ..lang.function_words import FUNCTION_WORDS
from ..lang.names import HONORIFICS, is_chinese_name
from ..lang.offices import HEADS
from ..lang.pinyin import letters
from ..model import Span, Turn
from ..people import TITLES
from .seen import Seen

LEAST = 6  # letters: shorter names are one letter apart by nature
_MOST_TITLES = 3
_LONGEST_TITLE = 12  # words
_LONGEST = 3  # words of a name: behind more of them something else begins
_JOURNALIST = "记者"  # 新华社记者 speaks for 新华社


def names(doc: Document, bitext: Bitext | None) -> Iterator[Seen]:
    """The names of a text, each under its two keys."""
    sources = dict(_sources(bitext)) if bitext else {}  # by where the name begins
    for span, name, sort, titles in chain(_listed(doc), _labels(doc), _titled(doc)):
        said = letters(name)
        if len(said) >= LEAST:
            about = (sort, sources.get(span.start, ""), titles)
            for key in (f"{said[:PART]}{AND_SO_ON}", f"{AND_SO_ON}{said[-PART:]}"):
                yield Seen(span, "name", key, name, about)


_Named = tuple[Span, str, str, str]


def _listed(doc: Document) -> Iterator[_Named]:
    for one in doc.roster:
        yield one.name_span, _written(one.name), "person", offices_of(one.title)


def _labels(doc: Document) -> Iterator[_Named]:
    for turn in doc.turns:
        if turn.label:
            sort = "press" if turn.role == "press" else "person"
            end = turn.label.start + len(turn.speaker)
            span = Span(turn.label.start, end) if doc.text.startswith(turn.speaker, turn.label.start) else turn.label
            yield span, turn.speaker if sort == "press" else _written(turn.speaker), sort, ""


def _sources(bitext: Bitext) -> Iterator[tuple[int, str]]:
    """The name in the source for labels, by the passages that answer each other, and for lists of as many people."""
    pairs, mine, its = bitext.pairs, bitext.target, bitext.source
    begins = {span.start: turn.speaker for turn in its.turns for span in _heads(turn)}
    starts = [pair.target.start for pair in pairs]
    for turn in mine.turns:
        heads = _heads(turn)
        at = bisect_left(starts, turn.label.start) if turn.label else len(starts)
        if at < len(starts) and starts[at] in [span.start for span in heads]:
            said = begins.get(pairs[at].source.start, "")
            yield heads[0].start, said.removesuffix(_JOURNALIST)
    for here, there in zip(mine.roster, its.roster, strict=True) if len(mine.roster) == len(its.roster) else ():
        yield here.name_span.start, there.name


def _heads(turn: Turn) -> list[Span]:
    """Where a turn may begin to answer another: its label, and its first paragraph."""
    return [*([turn.label] if turn.label else []), *(block.span for block in turn.body[:1])]


def _titled(doc: Document) -> Iterator[_Named]:
    """The names that stand behind an office or a courtesy title."""
    tokens = doc.tokens
    for at in tokens.among(TITLES):
        first = at + 1 + (tokens.words[at + 1 : at + 2] == ["general"])
        if doc.capitals[at] and first < len(tokens) and _goes_on(doc, first - 1):
            last = _last(doc, first)
            if last:
                span = Span(tokens.starts[first], tokens.ends[last] - 2 * tokens.words[last].endswith("'s"))
                courtesy = tokens.words[at] in HONORIFICS
                title = _behind(doc, span.end) if courtesy else _before(doc, first)
                yield span, _written(doc[span]), "person", offices_of(title)


def _goes_on(doc: Document, at: int) -> bool:
    gap = doc.tokens.gap(at)
    return gap == " " or (gap == ". " and doc.tokens.words[at] in HONORIFICS)


def _last(doc: Document, first: int) -> int:
    """Index of the last word of the name that begins with word `first`; 0 where none does."""
    tokens, last = doc.tokens, first
    while (
        last + 1 < len(tokens)
        and last - first < _LONGEST
        and _is_part(doc, last + 1)
        and not tokens.words[last].endswith("'s")
    ):
        last += 1
        hyphened = tokens.linked(last) and tokens.gap(last) == "-"
        if not hyphened and is_chinese_name(" ".join(tokens.words[first : last + 1])):
            break
    return last if first < last < first + _LONGEST and doc.capitals[first] and tokens.words[first] not in TITLES else 0


def _is_part(doc: Document, at: int) -> bool:
    gap = doc.tokens.gap(at - 1)
    named = doc.capitals[at] and doc.tokens.words[at] not in FUNCTION_WORDS
    return gap == "-" or (gap == " " and bool(named))


def _before(doc: Document, name: int) -> str:
    """The capitalised words right before a name."""
    tokens, first = doc.tokens, name
    while first and name - first < _LONGEST_TITLE and tokens.gap(first - 1) in (" ", "-") and doc.capitals[first - 1]:
        first -= 1
    return " ".join(tokens.words[first:name])


def _behind(doc: Document, end: int) -> str:
    """What stands behind a name and a comma, up to the next one."""
    if doc.folded[end : end + 2] != ", ":
        return ""
    at = doc.tokens.at(end)
    last = at
    while last + 1 < len(doc.tokens) and last - at < _LONGEST_TITLE and doc.tokens.linked(last):
        last += 1
    return " ".join(doc.tokens.words[at : last + 1])


def offices_of(title: str) -> str:
    """The offices in a title, each by its words in a fixed order: "chongqing mayor vice; chongqing secretary"."""
    parts = title.casefold().replace(" and ", ", ").split(", ")
    kept = [words for part in parts if not HEADS.keys().isdisjoint(words := part.replace("-", " ").split())]
    offices = [" ".join(sorted({*words} - FUNCTION_WORDS)) for words in kept if len(words) <= _LONGEST_TITLE]
    return "; ".join(offices[:_MOST_TITLES])


def _written(name: str) -> str:
    """A name with single blanks, and family names in capitals as others write them: "LI Na" is Li Na."""
    return " ".join(word.capitalize() if word.isupper() and word.isalpha() else word for word in name.split())
