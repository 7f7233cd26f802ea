"""References back: "As Ms. Li mentioned earlier, ...", "the plan mentioned earlier by Mr. Guo", "as I just said"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from .document import Document, kept
from .lang.function_words import AUXILIARIES, DETERMINERS, FUNCTION_WORDS
from .lang.names import HONORIFICS, family_name

_SAID = frozenset("mentioned said noted stated explained described introduced emphasized stressed".split())
_EARLIER = frozenset("just earlier previously already before above now".split())
_NEAR = 8  # words from the verb within which the speaker is named
_REACH = 40  # words of a sentence that are read as what was said
_PHRASE = 8  # words of a noun phrase before "mentioned by" or after "previously mentioned"


class Reference(NamedTuple):
    """Words `first` up to `last` are said to have been said before by `speaker`, or by anybody where empty.

    A `phrase` is named as a thing ("the plan mentioned by ..."), the rest are
    statements.
    """

    speaker: str
    first: int
    last: int
    phrase: bool


class _Verb(NamedTuple):
    """Word `at` in its sentence, `begin` up to `end`; `before` and `after` are the next words that are no adverbs."""

    at: int
    begin: int
    end: int
    before: int
    after: int
    timed: bool


@kept
def references(doc: Document) -> tuple[Reference, ...]:
    """The references of the speeches, in order."""
    families = _families(doc)
    return tuple(_references(doc, families)) if families else ()


def _families(doc: Document) -> Mapping[str, str]:
    """The family names that one speaker bears, with the whole name as the turns have it."""
    found: dict[str, str] = {}
    for name in {turn.speaker for turn in doc.turns if turn.role != "press"}:
        family = family_name(name)
        found[family] = "" if family in found else name
    return found


def _references(doc: Document, families: Mapping[str, str]) -> Iterator[Reference]:
    words, who = doc.tokens.words, {"i", "by", *families}
    for at in doc.tokens.among(_SAID):
        if words[at] == "mentioned" or not who.isdisjoint(words[max(0, at - _NEAR) : at + _NEAR]):
            verb = _verb(doc, at)
            yield from (one for shape in (_by, _attributive, _as, _that) if (one := shape(doc, verb, families)))


def _verb(doc: Document, at: int) -> _Verb:
    tokens = doc.tokens
    sentence = doc.sentence_at(tokens.starts[at])
    begin, end = tokens.at(sentence.start), tokens.at(sentence.end)
    adverbs = _EARLIER | AUXILIARIES
    before, after = at - 1, at + 1
    while before > begin and tokens.words[before] in adverbs:
        before -= 1
    while after < end and tokens.words[after] in _EARLIER:
        after += 1
    timed = not _EARLIER.isdisjoint((*tokens.words[before + 1 : at], *tokens.words[at + 1 : after]))
    return _Verb(at, max(begin, at - _REACH), min(end, at + _REACH), before, after, timed)


def _by(doc: Document, verb: _Verb, families: Mapping[str, str]) -> Reference | None:
    """The plan mentioned earlier by Mr. Guo."""
    words = doc.tokens.words
    if not verb.timed or verb.after + 1 >= verb.end or words[verb.after] != "by":
        return None
    named = verb.after + 1 + (words[verb.after + 1] in HONORIFICS)
    speaker = _speaker(doc, families, named)
    first = verb.at
    while first > verb.begin and verb.at - first < _PHRASE and words[first - 1] not in FUNCTION_WORDS:
        first -= 1
    return Reference(speaker, first, verb.at, True) if speaker and first < verb.at else None


def _attributive(doc: Document, verb: _Verb, families: Mapping[str, str]) -> Reference | None:
    """The previously mentioned plan."""
    words = doc.tokens.words
    if words[verb.at] != "mentioned" or verb.before < verb.begin or words[verb.before] not in DETERMINERS:
        return None
    if not AUXILIARIES.isdisjoint(words[verb.before : verb.at]):
        return None  # "that was just mentioned"
    first = last = verb.at + 1
    while last < verb.end and last - verb.at <= _PHRASE and (words[last] not in FUNCTION_WORDS or last == first):
        last += 1  # "one-stop service" may begin with a word that is else a pronoun
    return Reference("", first, last, True) if verb.timed and last > first else None


def _as(doc: Document, verb: _Verb, families: Mapping[str, str]) -> Reference | None:
    """As Mr. Guo mentioned, the plan ...; the plan ..., as I said earlier."""
    words = doc.tokens.words
    speaker = _speaker_or_self(doc, families, verb)
    opening = verb.before - 1
    while opening >= verb.begin and (words[opening] in HONORIFICS or words[opening] in families):
        opening -= 1
    if not speaker or opening < verb.begin or words[opening] not in ("as", "like"):
        return None
    if verb.after < verb.end:
        return Reference(speaker, verb.after, verb.end, False)
    return Reference(speaker, verb.begin, opening, False) if verb.begin < opening else None


def _that(doc: Document, verb: _Verb, families: Mapping[str, str]) -> Reference | None:
    """Mr. Guo just mentioned that the plan ..."""
    speaker = _speaker_or_self(doc, families, verb)
    if not speaker or not verb.timed or doc.tokens.words[verb.after : verb.after + 1] != ["that"]:
        return None
    return Reference(speaker, verb.after + 1, verb.end, False)


def _speaker_or_self(doc: Document, families: Mapping[str, str], verb: _Verb) -> str:
    if doc.tokens.words[verb.before] == "i":
        return doc.block_at(doc.tokens.starts[verb.at]).speaker
    return _speaker(doc, families, verb.before)


def _speaker(doc: Document, families: Mapping[str, str], at: int) -> str:
    """The speaker that word `at`, or the whole name that it begins or ends, means; a given name means nobody."""
    tokens = doc.tokens
    if at < 0 or at >= len(tokens) or not doc.text[tokens.starts[at]].isupper():
        return ""
    for here in (at, at - 1):
        name = families.get(tokens.words[here], "")
        if name and (here == at or name.lower().split()[-1:] == [tokens.words[at]]):
            return name
    return ""
