"""Which runs of words may be a term: by the words at their edges, which belong to closed classes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from ..han import han
from ..lang.english.dates import MONTHS
from ..lang.function_words import FUNCTION_WORDS
from ..lang.lexicon import USUAL, rank
from .corpus import Sentence
from .phrases import Words

# Chinese particles, prepositions, conjunctions, pronouns and adverbs of one character, but for those that also begin
# or end common words ("会计", "有限", "平等"); measures and the signs of dates, before which a figure stood.
_GRAMMAR = frozenset("的了着吗呢与及和或而但且将把被就也还很均皆仍亦此该这那每各某之于在是由从对")
_CHINESE_STARTS = _GRAMMAR | frozenset("并等又更为因向让使个名位项条次种倍份年月日号厘")
_CHINESE_ENDS = _GRAMMAR | frozenset("上下内前里间时个一第")
_WITHIN_TERMS = frozenset("of and the for in on to".split())
_NO_EDGES = FUNCTION_WORDS | MONTHS.keys() - {"may", "march", "august"}  # a month is part of a date
_SHARE = 0.15  # of the sentences: a word of an unknown language that so many have is a function word


def edges(lang: str, sentences: Sequence[Sentence]) -> Callable[[Words], bool]:
    """What tells whether a run of folded words of a language may be a term."""
    if lang == "zh":
        return _chinese
    if lang == "en":
        return _english
    counts = Counter(word for sentence in sentences for word in set(sentence.words))
    frequent = {word for word, count in counts.items() if count > _SHARE * len(sentences)}
    return lambda words: _worded(words) and words[0] not in frequent and words[-1] not in frequent


def barred(lang: str) -> Callable[[str], bool]:
    """What tells whether a word of a language stands in no term at all."""
    return _is_barred if lang == "en" else lambda word: False


def _is_barred(word: str) -> bool:
    """Whether an English word stands in no term: a grammatical one, or an everyday adverb."""
    grammar = word in FUNCTION_WORDS and word not in _WITHIN_TERMS
    return grammar or (word.endswith("ly") and rank(word) <= USUAL)


def _chinese(words: Words) -> bool:
    first, last = words[0], words[-1]
    if len("".join(words)) < 2 or not (han().match(first) and han().match(last)):
        return False
    return first not in _CHINESE_STARTS and last not in _CHINESE_ENDS


def _english(words: Words) -> bool:
    if not _worded(words) or _NO_EDGES.intersection((words[0], words[-1])):
        return False
    return not words[-1].endswith("ed") and not any(map(_is_barred, words))


def _worded(words: Words) -> bool:
    return not words[0].isdigit() and not words[-1].isdigit() and any(len(word) > 2 for word in words)
