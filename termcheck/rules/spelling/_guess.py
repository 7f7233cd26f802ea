"""What was meant by a word that no list holds."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache
from typing import NamedTuple

from ...lang.formation import is_derived
from ...lang.function_words import FUNCTION_WORDS
from ...lang.lexicon import COMMON, LONGEST, USUAL, is_name, one_edit, rank, slips
from ...lang.names import is_pinyin

_LONG = 9  # letters


class Guess(NamedTuple):
    """The likeliest words, at most three.

    `sure` that it is a slip, `firm` when even as part of a compound or with a capital, `plain` when the first
    word is what was meant.
    """

    words: tuple[str, ...]
    sure: bool
    firm: bool
    plain: bool


_one_edit = lru_cache(1 << 12)(one_edit)  # a slip that a writer makes is made again


def guess_word(word: str, used: Container[str]) -> Guess | None:
    """What an unknown word stands for; `used` are the words of the text. None for names, and where nothing is near.

    Firm: the slip is of a usual kind, or the text has the word. Sure: firm, or a common word is near. A word made
    from others is meant, unless it is a usual slip from a common word, and so is a word of four letters, unless
    it is one from a grammatical word. One that differs in its first letter ("iphone") is at best doubtful. A word
    with an accent is of another language, or as good without.
    """
    if not 4 <= len(word) <= LONGEST or not word.isascii() or is_name(word):
        return None
    usual = frozenset(slips(word))
    # Long words have few neighbours, so one that is less common is meant too.
    enough = USUAL if len(word) >= _LONG else COMMON

    def unlikely(one: str) -> tuple[bool, bool]:
        return one not in used, one not in usual

    near = [
        one for one in _one_edit(word) if rank(one) <= enough or one in used or (one in usual and rank(one) <= USUAL)
    ]
    near.sort(key=unlikely)
    common = [one for one in near if rank(one) <= COMMON]
    if not near:
        return None
    best = near[0]
    if len(word) == 4 or is_derived(word):
        meant = best not in usual or best not in (common if len(word) > 4 else FUNCTION_WORDS)
        return None if meant else Guess(tuple(near[:3]), sure=True, firm=True, plain=True)
    if best[0] != word[0]:
        firm = sure = best in usual and best in common
    else:
        firm = best in usual or best in used
        # A short word has many neighbours, and pinyin is Chinese: there the common word must be the only one.
        many = len(word) > 5 and not is_pinyin(word)
        sure = firm or ((best in common or len(word) >= _LONG) and (many or len(common) == 1))
    alone = len(near) < 2 or (best in usual and unlikely(best) < unlikely(near[1]))
    return Guess(tuple(near[:3]), sure, firm, plain=(firm and alone) or common == [best])
