"""Source phrases that are rendered in two ways which are no shortening of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from ..lang.function_words import FUNCTION_WORDS
from ..lang.lexicon import UNKNOWN, rank
from ..model import Span
from .corpus import Corpus, Sentence
from .linking import Link, Linker
from .phrases import Place, Words

_FIRM = 0.8  # the share of its uses in which the usual rendering stands beside the phrase
_HALF = 0.5  # the share of the uses of the phrase that have the usual rendering
_INITIALS = 5  # letters of an abbreviation
_STEM, _ENDING = 4, 3  # letters that forms of a word share at the least, and that an ending has at the most


Holding = Mapping[str, set[int]]  # for each word, the numbers of the sentences that have it


class Way(NamedTuple):
    """A rendering as it is written, and where it stands in the target, in order."""

    text: str
    places: tuple[Span, ...]


class Choice(NamedTuple):
    """A source phrase with its two renderings, and where it stands beside the rarer one."""

    source: str
    usual: Way
    rare: Way
    places: tuple[Span, ...]


def choice(
    link: Link, linker: Linker, texts: Corpus, may_be_term: Callable[[Words], bool], holding: Callable[[], Holding]
) -> Choice | None:
    """The choice that a link leaves open: what the sentences without its rendering have in its place."""
    source, target = link.source, link.target
    without = source.segments - target.segments
    if not without or link.both < max(2, _HALF * len(source.segments)) or link.both < _FIRM * len(target.segments):
        return None
    rarer = _repeated(link, linker, without) or _alike(sorted(without), target.words, texts.target, may_be_term)
    if not rarer:
        return None
    words, places = max(rarer.items(), key=lambda one: (len(one[1]), one[0]))
    if _elsewhere(words, source.segments, texts.target, holding()) > len(places):
        return None
    having = {number for number, _ in places}
    beside = [place for place in source.places if place[0] in having]
    return Choice(
        _text(texts.source, beside[0], len(source.words)),
        _way(texts.target, [one for one in target.places if one[0] in source.segments], len(target.words)),
        _way(texts.target, places, len(words)),
        tuple(_span(texts.source, place, len(source.words)) for place in beside),
    )


def _repeated(link: Link, linker: Linker, without: frozenset[int]) -> Mapping[Words, Sequence[Place]]:
    """What most of the sentences without a rendering share, and few others have."""
    for one in linker.renderings(link.source, without, close=_FIRM):
        if link.source.segments.issuperset(one.target.segments) and _rivals(one.target.words, link.target.words):
            return {one.target.words: [place for place in one.target.places if place[0] in without]}
    return {}


def _rivals(one: Words, two: Words) -> bool:
    """Whether two phrases end with the same word, and each has a word that the other has no form of."""
    ways = ((one, two), (two, one))
    return one[-1] == two[-1] and all(any(not any(_akin(a, b) for b in there) for a in here) for here, there in ways)


def _alike(
    numbers: Sequence[int], usual: Words, sentences: Sequence[Sentence], may_be_term: Callable[[Words], bool]
) -> Mapping[Words, list[Place]]:
    """The runs of words in some sentences that have another word in one place of a rendering."""
    found: defaultdict[Words, list[Place]] = defaultdict(list)
    width = len(usual)
    for number in numbers:
        words = sentences[number].words
        for at in range(len(words) - width + 1) if width > 1 else ():
            run = words[at : at + width]
            other = [(one, two) for one, two in zip(run, usual, strict=True) if one != two]
            replaced = len(other) == 1 and all(map(_is_word, other[0])) and not _akin(*other[0])
            replaced = replaced and not _stands_for(*other[0])
            if replaced and may_be_term(run) and _stands_whole(sentences[number], at, width):
                found[run].append((number, at))
    return found


def _stands_for(one: str, initials: str) -> bool:
    """Whether a word begins what initials stand for: "Central and Eastern European Countries" for CEEC."""
    return one[0] == initials[0] and len(initials) <= _INITIALS and rank(initials) == UNKNOWN


def _stands_whole(sentence: Sentence, at: int, width: int) -> bool:
    """Whether a run of words is all of its phrase: no word of note follows, no hyphen or other capital before it."""
    words, text = sentence.words, sentence.document.text
    after = words[at + width] if at + width < len(words) else ""
    named = at > 0 and _is_word(words[at - 1]) and text[sentence.place(at - 1).start].isupper()
    return not (_is_word(after) or named) and text[max(0, sentence.place(at).start - 1)] != "-"


def _is_word(word: str) -> bool:
    return word.isalpha() and word not in FUNCTION_WORDS


def _akin(one: str, two: str) -> bool:
    """Whether two words are forms of one, or one and the same: they begin alike, up to an ending."""
    shared = max(_STEM, min(len(one), len(two)) - _ENDING)
    return one[:shared] == two[:shared] or one == two


def _elsewhere(run: Words, segments: frozenset[int], sentences: Sequence[Sentence], holding: Holding) -> int:
    """In how many sentences with no use of the phrase a run of words stands."""
    having = set.intersection(*(holding[word] for word in run)) - segments
    joined = f" {' '.join(run)} "
    return sum(joined in f" {' '.join(sentences[number].words)} " for number in having)


def holding(sentences: Sequence[Sentence]) -> Holding:
    """The numbers of the sentences that have each word."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    for number, sentence in enumerate(sentences):
        for word in sentence.words:
            found[word].add(number)
    return found


def _way(sentences: Sequence[Sentence], places: Sequence[Place], width: int) -> Way:
    return Way(_text(sentences, places[0], width), tuple(_span(sentences, place, width) for place in places))


def _span(sentences: Sequence[Sentence], place: Place, width: int) -> Span:
    number, at = place
    return sentences[number].place(at, width)


def _text(sentences: Sequence[Sentence], place: Place, width: int) -> str:
    return " ".join(sentences[place[0]].document[_span(sentences, place, width)].split())
