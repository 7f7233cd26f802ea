"""Stretches of a translation that are still in the language of its source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice

from ...document import Bitext, Document
from ...lang.lexicon import UNKNOWN, rank
from ...model import Pair, Span

_SAMPLE = 20_000  # code points that tell the script of a text
_SIGNS = ",.;:!?'\"‘’“”()…"
_NEAR = 80  # code points in which a bracket or quotation that is still open must stand
_BRACKETS = ("()", "[]", "{}", "（）", "【】", "《》", "〈〉", "「」", "『』", "“”", "«»", "‹›")
_OWN = 4  # letters that are surely a word; fewer are one where the source passage has them too
_RUN = 4  # words in a row that both sides have: three are chance ("de facto", "in situ")
_LONG = 6  # words in a row that even languages near to each other do not share
_MOST_OF = 0.8  # of the words of a sentence
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|\S+@\S+")

# The letters of each script. Chinese and Japanese share theirs: a text in one says nothing wrong in the other.
_SCRIPTS = {
    "Latin": "A-Za-z\u00c0-\u024f",
    "Han": "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff",
    "Cyrillic": "\u0400-\u052f",
    "Greek": "\u0370-\u03ff",
    "Hebrew": "\u0590-\u05ff",
    "Arabic": "\u0600-\u077f",
    "Indic": "\u0900-\u0dff",
    "Thai": "\u0e00-\u0e7f",
    "Hangul": "\uac00-\ud7af",
}


def script(doc: Document) -> str:
    """The script most letters of a text's beginning are in, "" for a text of none; Han letters count for three."""
    found = Counter({name: len(_letters(name).findall(doc.text, 0, _SAMPLE)) for name in _SCRIPTS})
    found["Han"] *= 3
    (name, most), *_ = found.most_common(1)
    return name if most else ""


def lettered(bitext: Bitext, name: str) -> list[Pair]:
    """The pairs whose target has letters of a script."""
    places = [match.start() for match in _letters(name).finditer(bitext.target.text)]
    return [
        pair for pair in bitext.pairs if bisect_left(places, pair.target.start) < bisect_left(places, pair.target.end)
    ]


def foreign(bitext: Bitext, pair: Pair, name: str) -> Iterator[Span]:
    """Words in a script that the target does not use, neither in brackets or quotation marks nor explained by them."""
    text = bitext.target.text
    source = bitext.source[pair.source]
    for match in _stretches(name).finditer(text, *pair.target):
        letters = "".join(_letters(name).findall(match.group()))
        known = len(letters) >= _OWN or (name in ("Han", "Hangul") and len(letters) > 1 and match.group() in source)
        if known and not _set_apart(text, pair.target.start, match.span()):
            yield Span(*match.span())


def copied(bitext: Bitext, pair: Pair) -> Iterator[Span]:
    """Words in a row that stand in the source passage too: most of a sentence, or more than chance leaves."""
    target = bitext.target
    shared = _grams(bitext.source, pair.source)
    begin, end = _range(target, pair.target)
    at = begin
    while shared and at + _RUN <= end:
        stop = at
        while stop + _RUN <= end and tuple(target.tokens.words[stop : stop + _RUN]) in shared:
            stop += 1
        if stop > at and _left(target, at, stop := stop + _RUN - 1):
            span = Span(target.tokens.starts[at], target.tokens.ends[stop - 1])
            if not _set_apart(target.text, pair.target.start, span):
                yield span
        at = max(at + 1, stop)


def _left(doc: Document, begin: int, end: int) -> bool:
    """Whether words are prose rather than names or figures, no English in an English text, and enough of them."""
    tokens = doc.tokens
    words = _ADDRESS.sub("", doc.text[tokens.starts[begin] : tokens.ends[end - 1]]).split()
    plain = [bare for word in words if (bare := word.strip(_SIGNS)).islower() and bare.isalpha()]
    if len(plain) < _RUN or (doc.lang == "en" and 2 * sum(rank(word) == UNKNOWN for word in plain) < len(plain)):
        return False
    one, two = _range(doc, doc.sentence_at(tokens.starts[begin]))
    return len(plain) >= _LONG or end - begin >= _MOST_OF * (two - one)


def _grams(doc: Document, span: Span) -> set[tuple[str, ...]]:
    begin, end = _range(doc, span)
    words = doc.tokens.words
    return set(zip(*(islice(words, begin + more, end) for more in range(_RUN)), strict=False))


def _range(doc: Document, span: Span) -> tuple[int, int]:
    """The indices of the words of a span."""
    return doc.tokens.at(span.start), doc.tokens.at(span.end)


def _set_apart(text: str, begin: int, span: tuple[int, int]) -> bool:
    """Whether a stretch stands in brackets or a quotation, or right before brackets that explain it."""
    before = text[max(begin, span[0] - _NEAR) : span[0]]
    opened = any(before.count(pair[0]) > before.count(pair[1]) for pair in _BRACKETS)
    return opened or before.count('"') % 2 == 1 or text[span[1] :].lstrip()[:1] in ("(", "（", "[")


@cache
def _letters(name: str) -> re.Pattern[str]:
    return re.compile(f"[{_SCRIPTS[name]}]")


@cache
def _stretches(name: str) -> re.Pattern[str]:
    """Words of one script, with the signs and figures that join them but for brackets and quotation marks."""
    letter = f"[{_SCRIPTS[name]}\u0300-\u036f]"
    apart = r"[^\w\n\r()（）\[\]《》「」『』“”«»\"]{0,3}"
    return re.compile(rf"{letter}+(?:{apart}[0-9]{{0,8}}[、，。；：？！.,;:%％ ]{{0,3}}{letter}+)*")
