"""Where a text defines an abbreviation: "World Food Programme (WFP)", "WFP (World Food Programme)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .document import PROSE, Document, kept
from .lang.function_words import FUNCTION_WORDS
from .model import Span
from .text import fold

_INSIDE = r"([^()\uff08\uff09\r\n]{2,120})[)\uff09]"
_BRACKETS, _WIDE_BRACKETS = re.compile(rf"\({_INSIDE}"), re.compile(rf"[(\uff08]{_INSIDE}")
_SHORT = re.compile(r"(?=[^a-z]*[A-Z][^a-z]*[A-Z])[A-Z][A-Za-z&/-]{1,8}")
_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_LAST_SHORT = re.compile(r"([A-Z][A-Za-z&/-]{1,8})[\"'\u201d\u2019]?\s*\Z")
_REACH = 160  # characters before a bracket in which an expansion may stand


class Definition(NamedTuple):
    """An abbreviation, without the "s" that `plural` tells of, and the words whose first letters it has."""

    short: str
    plural: bool
    short_span: Span
    long_span: Span


@kept
def definitions(doc: Document) -> tuple[Definition, ...]:
    """The definitions of the prose, in order."""
    found = (_before(doc, match, start) or _inside(doc, match, start) for match, start in _brackets(doc))
    return tuple(filter(None, found))


def brackets_after_names(doc: Document) -> Iterator[tuple[str, Span, Span]]:
    """Abbreviations in brackets with the capitalised words right before them, whatever their letters."""
    for match, start in _brackets(doc):
        if _SHORT.fullmatch(match[1]):
            words = list(_WORD.finditer(doc.text, max(start, match.start() - _REACH), match.start()))
            name = _capitals_at_end(doc.text, words, match.start())
            if len(name) > 1:
                yield singular(match[1]), Span(*match.span(1)), Span(name[0].start(), name[-1].end())


@kept
def _brackets(doc: Document) -> tuple[tuple[re.Match[str], int], ...]:
    """What stands in brackets in the prose, each with the start of its block."""
    pattern = _WIDE_BRACKETS if "\uff08" in doc.text else _BRACKETS
    found = ((match, doc.block_at(match.start())) for match in pattern.finditer(doc.text))
    return tuple(
        (match, block.span.start)
        for match, block in found
        if block.kind in PROSE and block.span.start <= match.start() and match.end() <= block.span.end
    )


def singular(short: str) -> str:
    """The abbreviation without a plural "s"."""
    return short[:-1] if short.endswith("s") and short[-2:-1].isupper() else short


def fits(short: str, long: str) -> int | None:
    """Where in `long` the words begin whose first letters are `short`, read from the end; None where they do not fit.

    Grammatical words and later parts of a compound ("medium-sized") may be left out, and begin nothing.
    """
    letters = [letter for letter in short.lower() if letter.isalpha()]
    for word in reversed(list(_WORD.finditer(long))):
        optional = fold(word.group()) in FUNCTION_WORDS or long[word.start() - 1 : word.start()] == "-"
        if fold(word.group()[0]) == letters[-1] and not (optional and len(letters) == 1):
            letters.pop()
            if not letters:
                return word.start()
        elif not optional:
            return None
    return None


def _before(doc: Document, match: re.Match[str], begin: int) -> Definition | None:
    if not _SHORT.fullmatch(match[1]):
        return None
    begin = max(begin, match.start() - _REACH)
    long = doc.text[begin : match.start()].rstrip(" \"'\u201d\u2019")
    first = fits(singular(match[1]), long)
    if first is None or not long[-1].isalnum():
        return None
    spans = Span(*match.span(1)), Span(begin + first, begin + len(long))
    return Definition(singular(match[1]), singular(match[1]) != match[1], *spans)


def _inside(doc: Document, match: re.Match[str], begin: int) -> Definition | None:
    if " " not in match[1]:
        return None
    before = _LAST_SHORT.search(doc.text, max(begin, match.start() - 14), match.start())
    if not before or not _SHORT.fullmatch(before[1]):
        return None
    if fits(singular(before[1]), match[1]) != 0:
        return None
    return Definition(
        singular(before[1]), singular(before[1]) != before[1], Span(*before.span(1)), Span(*match.span(1))
    )


def _capitals_at_end(text: str, words: list[re.Match[str]], end: int) -> list[re.Match[str]]:
    """The capitalised words up to `end`, grammatical ones between them too."""
    name: list[re.Match[str]] = []
    for word in reversed(words):
        if not re.fullmatch(r"[\s-]+", text[word.end() : end]):
            break
        if not word.group()[0].isupper() and fold(word.group()) not in FUNCTION_WORDS:
            break
        name.insert(0, word)
        end = word.start()
    while name and not name[0].group()[0].isupper():
        name.pop(0)
    return name
