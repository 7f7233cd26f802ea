"""What a text calls people: a name with the title or courtesy title before it.

A settled name (of the list of speakers or the glossary) needs no title. Any
other is taken for a person's only behind one: "Mr. Guo", "President Lei Suqin";
behind an office it must be a Chinese name or no common English word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from ..document import Document
from ..lang.countries import english
from ..lang.function_words import FUNCTION_WORDS
from ..lang.lexicon import COMMON, is_name, rank
from ..lang.names import GENDER, HONORIFICS, is_chinese_name
from ..lang.offices import HEADS, JUNIOR
from ..lang.position import may_open
from ..model import Span
from ..people import TITLES, Known, Mention, is_titled, mentions, named, plain, title_before
from ..structure.speakers import OFFICE_WORDS, PARTS

_WORDS = 3  # of a name that is in no list
_MORE = 3  # words with a capital before an office that belong to the title: "Chongqing Executive Vice Mayor"
_OPENS_TITLE = JUNIOR | frozenset("executive general prime foreign first chief".split())
_COURTESY = HONORIFICS - HEADS.keys()
_MORE_TITLES = frozenset("counselor counsellor consul attaché attache resident emeritus elect designate i".split())
_NO_NAMES = HEADS.keys() | PARTS | OFFICE_WORDS | _MORE_TITLES


class Call(NamedTuple):
    """A person at a place: `name` is the whole name or the family name alone, folded, `title` what stands before it."""

    name: str
    span: Span
    title: str = ""


def calls(doc: Document, known: Mapping[str, Known], told: Collection[int] = ()) -> Iterator[Call]:
    """The people of the prose, in order, but for the lists of speakers; a known one by the whole name, folded.

    A courtesy title for the other sex is somebody else's, but at the places that a rule has `told`.
    """
    settled = {one.first: one for one in mentions(doc, known)}
    behind_titles = (at + 1 for at, word in enumerate(doc.tokens.words[:-1]) if word in TITLES)
    done = -1
    for at in sorted({*settled, *behind_titles}):
        found = None if at <= done else _settled(doc, settled[at], told) if at in settled else _unlisted(doc, at)
        if found:
            done, call = found
            if doc.block_at(call.span.start).kind != "roster":
                yield call


def _settled(doc: Document, one: Mention, told: Collection[int]) -> tuple[int, Call]:
    """The last word of a known name, and what it is called there."""
    call = _call(doc, one.first, one.last, one.person.name.casefold())
    if call.span.start not in told and _contradicts(call.title, one.person):
        call = call._replace(name=doc[call.span].casefold())
    return one.last, call


def _contradicts(title: str, person: Known) -> bool:
    """Whether a courtesy title is for the other sex than the person's in the lists."""
    settled = {_gender(one) for one in person.honorifics} - {None}
    return _gender(title) is not None and bool(settled) and _gender(title) not in settled


def _gender(title: str) -> str | None:
    return GENDER.get(title.casefold().rstrip("."))


def _unlisted(doc: Document, at: int) -> tuple[int, Call] | None:
    """The last word of the name of somebody in no list that begins at a word, and what it is called there."""
    tokens = doc.tokens
    if not is_titled(doc, at) or at < 1 or doc.folded.find("\n\n", tokens.ends[at - 1], tokens.starts[at]) >= 0:
        return None
    last = at
    while last - at < _WORDS - 1 and not tokens.words[last].endswith("'s") and _goes_on(doc, last):
        last += 1
    name = [*tokens.words[at:last], plain(tokens.words[last])]
    if not _NO_NAMES.isdisjoint(name) or not _is_name(doc, at, name):
        return None
    whole = doc.folded[tokens.starts[at] : tokens.starts[last] + len(name[-1])]
    return last, _call(doc, at, last, " ".join(whole.split()))


def _goes_on(doc: Document, at: int) -> bool:
    """Whether the next word is another of the name, behind a blank or a hyphen ("Jean-Pierre")."""
    tokens = doc.tokens
    if not tokens.linked(at) or tokens.words[at + 1] in FUNCTION_WORDS:
        return False
    return doc.text[tokens.starts[at + 1]].isupper()


def _is_name(doc: Document, at: int, name: list[str]) -> bool:
    if doc.tokens.words[at - 1] in _COURTESY:
        return True
    office = any(title_before(doc, at))
    return office and (is_chinese_name(" ".join(name)) or all(map(_may_be_name, name)))


def _may_be_name(word: str) -> bool:
    """Whether behind an office the word is surely a name: no country, and no common word but one that is a name too."""
    found = rank(word)
    return word not in _countries() and (found > COMMON or (found == COMMON and is_name(word)))


@cache
def _countries() -> frozenset[str]:
    """The words of the names of countries and peoples, folded."""
    return frozenset(word for name in english() for word in name.casefold().split())


def _call(doc: Document, first: int, last: int, name: str) -> Call:
    tokens = doc.tokens
    begin = tokens.starts[_title_start(doc, first)]
    end = tokens.starts[last] + len(plain(tokens.words[last]))
    return Call(name, Span(begin, end), " ".join(doc.text[begin : tokens.starts[first]].split()))


def _title_start(doc: Document, name: int) -> int:
    """The first word of the title before a name; the name's own where there is none."""
    tokens, first = doc.tokens, name
    if first and tokens.words[first - 1] in HONORIFICS and named(doc, first - 1):
        first -= 1
    office = next(title_before(doc, first), None)
    if office is None or not doc.text[tokens.starts[office.first]].isupper():
        return first
    first, least = office.first, office.first - _MORE
    while first > max(0, least) and _is_title_word(doc, first - 1):
        first -= 1
    return first


def _is_title_word(doc: Document, at: int) -> bool:
    """Whether a word before an office is part of it: a capital that is not owed to the beginning of a sentence."""
    word = doc.tokens.words[at]
    capital = doc.text[doc.tokens.starts[at]].isupper() and doc.tokens.linked(at) and word not in FUNCTION_WORDS
    return capital and (word in _OPENS_TITLE or is_name(word) or not may_open(doc.tokens, at))


def han_calls(doc: Document, names: Mapping[str, str]) -> Iterator[Call]:
    """The places of whole names in Chinese characters, with the courtesy title behind them."""
    if not names:
        return
    either = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    for block in doc.prose("title", "heading", "paragraph", "note"):
        for match in re.finditer(rf"({either})(?:先生|女士|同志)?", doc.text[slice(*block.span)]):
            span = Span(block.span.start + match.start(), block.span.start + match.end())
            yield Call(names[match[1]], span)
