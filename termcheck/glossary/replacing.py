"""The fix that writes a term in place of other words, and with it what depends on it in the words around."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from ..document import Document
from ..lang.function_words import DETERMINERS, FUNCTION_WORDS, PREPOSITIONS
from ..lang.lexicon import USUAL, is_name, rank
from ..lang.position import in_title_case, may_open, same_line
from ..lang.sounds import article
from ..lang.word_class import is_plural
from ..model import Edit, Fix, Span
from ..text import fold
from .letters import REMEMBERED, form_words

_QUOTES = " \"'“‘"
# Nouns of either number: "the headquarters is" and "the headquarters are".
_EITHER = frozenset("headquarters series means species aircraft works crossroads personnel data media".split())

_ARTICLES = frozenset({"a", "an", "the"})
_RELATIVE = frozenset({"that", "which", "who", "whose"})
_ENDS = frozenset({".", "!", "?", "\r", "\n", ""})

Number = Literal["singular", "plural", ""]


def replacement(doc: Document, span: Span, want: str) -> Fix | None:
    """The fix that writes `want` there, or None where only a reader can say how the sentence goes on.

    That is so inside a longer name, and where verbs or determiners may agree
    with a noun that is of the other number.
    """
    title = f'write "{want}"'
    first, last = doc.tokens.at(span.start), doc.tokens.at(span.end) - 1
    if _is_in_name(doc, span, last, want) or not _agrees(doc, first, last, want):
        return None
    before = _before(doc, first)
    if want.lower().startswith("the ") and (before in DETERMINERS or before.endswith("'s")):
        want = want[len("the ") :]
    begin = _begin(doc, first, want)
    if begin < first:
        span = Span(doc.tokens.starts[begin], span.end)
    new = _with_capitals(doc, span, begin, want)
    return Fix(title, (*_article(doc, begin, span, new), Edit(span, new)))


def _before(doc: Document, index: int) -> str:
    return doc.tokens.words[index - 1] if index and doc.tokens.linked(index - 1) else ""


def _is_plain(want: str) -> bool:
    """Whether a term is no name: a word of note has no capital."""
    return any(word[:1].islower() and fold(word) not in FUNCTION_WORDS for word in want.split())


def _is_titled(text: str) -> bool:
    """Whether all words of note have capitals."""
    return all(word[:1].isupper() for word in text.split() if fold(word) not in FUNCTION_WORDS)


def _is_in_name(doc: Document, span: Span, last: int, want: str) -> bool:
    """Whether words that are no name by themselves have capitals and go on with a noun that has one, but for headings.

    A person's name may follow a title.
    """
    capital = last + 1 < len(doc.tokens) and doc.text[doc.tokens.starts[last + 1]].isupper()
    if not (capital and same_line(doc.tokens, doc.text, last)):
        return False
    word = doc.tokens.words[last + 1]
    return (
        rank(word) <= USUAL
        and not is_name(word)
        and _is_plain(want)
        and _is_titled(doc[span])
        and not _is_heading(doc, span)
    )


def _is_heading(doc: Document, span: Span) -> bool:
    return doc.block_at(span.start).kind in {"title", "heading"} or in_title_case(doc.text, *span)


@lru_cache(maxsize=REMEMBERED)
def _number(text: str) -> Number:
    """The number of the noun that a verb agrees with, "" where it may be either."""
    head = fold(text).partition(" of ")[0].rpartition(" ")[2].strip(_QUOTES).removesuffix("'s")
    return "" if head in _EITHER else "plural" if is_plural(head) else "singular"


def _agrees(doc: Document, first: int, last: int, want: str) -> bool:
    """Whether the noun keeps its number, or nothing agrees with it: after a preposition, or as a sentence's object."""
    end = doc.tokens.ends[last]
    old, new = _number(doc.text[doc.tokens.starts[first] : end]), _number(want)
    if old == new or not (old and new):
        return True
    before = _before(doc, first)
    lead = _before(doc, first - 1) if before in _ARTICLES else before
    free = lead in PREPOSITIONS and _RELATIVE.isdisjoint(doc.tokens.words[last + 1 : last + 2])
    closes = before == "the" and doc.folded[end : end + 2].lstrip(_QUOTES)[:1] in _ENDS
    return (free or closes) and (new == "plural" or before == "the")


def _begin(doc: Document, first: int, want: str) -> int:
    """Index of the first word to replace: with the words before it that begin `want`, or these would stand twice."""
    words, before = form_words(want), doc.tokens.words
    if not first or before[first - 1] not in words:  # as mostly
        return first
    for count in range(min(len(words) - 1, first), 0, -1):
        same = before[first - 1] == words[count - 1] and tuple(before[first - count : first]) == words[:count]
        if same and all(map(doc.tokens.linked, range(first - count, first))):
            return first - count
    return first


def _with_capitals(doc: Document, span: Span, first: int, want: str) -> str:
    """`want` with the capitals of what it replaces: of all words as in a title, or of the first in a sentence."""
    got = doc[span].lstrip(_QUOTES)
    if want.isupper() or not got[:1].isupper():
        return want
    want = _with_title(want, got)
    return want[:1].upper() + want[1:] if may_open(doc.tokens, first) else want


@lru_cache(maxsize=REMEMBERED)
def _with_title(want: str, got: str) -> str:
    if " " in got and not got.isupper() and _is_titled(got):
        return " ".join(word if word in FUNCTION_WORDS else word[:1].upper() + word[1:] for word in want.split(" "))
    return want


def _article(doc: Document, first: int, span: Span, want: str) -> tuple[Edit, ...]:
    """What makes "a" before the words "an", or the reverse, as the new ones sound; a plural has none."""
    tokens, at = doc.tokens, first - 1
    if at < 0 or tokens.words[at] not in {"a", "an"} or tokens.gap(at).strip(_QUOTES + "\r\n"):
        return ()
    start, end = tokens.starts[at], tokens.ends[at]
    if _number(doc[span]) == "singular" and _number(want) == "plural":
        return (Edit(Span(start, end + 1), ""),)
    capitals = " " in doc[span] and doc[span].isupper()
    letter = doc.text[start].isupper() and not capitals and not may_open(tokens, at)  # "class A"
    if letter or article(want.lstrip(_QUOTES)) in ("", tokens.words[at]):
        return ()
    return (Edit(Span(start + 1, end), "" if end > start + 1 else "N" if capitals else "n"),)
