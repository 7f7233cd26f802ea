"""What was meant by a word that no list holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ...lang.formation import is_derived
from ...lang.lexicon import COMMON, USUAL, is_name, one_edit, rank, slips
from ...lang.names import is_pinyin


class Guess(NamedTuple):
    """The likeliest words, at most three. `sure` when an editor would nod, `firm` when even within a compound."""

    words: tuple[str, ...]
    firm: bool
    sure: bool


def guesses(unknown: Iterable[str], counts: Mapping[str, int], repeated: int) -> dict[str, Guess]:
    """A guess for each unknown word of a text that has a near one; a word used `repeated` times is a term."""
    odd = (word for word in unknown if counts[word] < repeated and _is_odd(word))
    return {word: found for word in odd if (found := _guess(word, counts))}


def _is_odd(word: str) -> bool:
    """Whether a word is no name; one with an accent is of another language, or as good without."""
    return len(word) > 3 and word.isascii() and not is_name(word) and not is_pinyin(word)


def _guess(word: str, counts: Mapping[str, int]) -> Guess | None:
    """Firm: the slip is of a usual kind, or the text has the word. Sure: firm, or no other common word is near.

    A word made from others is more often meant than not; so is one that differs in its first letter ("iphone").
    """
    near = [one for one in one_edit(word) if rank(one) <= USUAL]
    if not near:
        return None
    usual = frozenset(slips(word)).intersection(near)
    near.sort(key=lambda one: (one not in counts, one not in usual))
    best = near[0]
    if len(word) < 5 or best[0] != word[0]:
        firm = sure = False
    elif is_derived(word):
        firm = sure = best in usual and rank(best) <= COMMON
    else:
        firm = best in counts or best in usual
        sure = firm or [one for one in near if rank(one) <= COMMON] == [best]
    return Guess(tuple(near[:3]), firm, sure)
