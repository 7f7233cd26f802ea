"""What was meant by a word that no list holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ...lang.formation import is_derived
from ...lang.lexicon import COMMON, MOST_COMMON, USUAL, is_name, one_edit, rank, slips
from ...lang.names import is_pinyin


class Guess(NamedTuple):
    """The likeliest words, at most three.

    `sure` that it is a slip, `firm` when even as part of a compound or with a capital, `plain` when the first
    word is what was meant.
    """

    words: tuple[str, ...]
    sure: bool
    firm: bool
    plain: bool


def guesses(unknown: Iterable[str], counts: Mapping[str, int], repeated: int) -> dict[str, Guess]:
    """A guess for each unknown word of a text that has a near one; a word used `repeated` times is a term."""
    odd = (word for word in unknown if counts[word] < repeated and _is_odd(word))
    return {word: found for word in odd if (found := _guess(word, counts))}


def _is_odd(word: str) -> bool:
    """Whether a word is no name; one with an accent is of another language, or as good without."""
    return len(word) > 3 and word.isascii() and not is_name(word)


def _guess(word: str, counts: Mapping[str, int]) -> Guess | None:
    """Firm: the slip is of a usual kind, or the text has the word. Sure: firm, or a common word is near.

    A word made from others and a word that differs in its first letter ("iphone") are more often meant than not;
    there only a usual slip from a common word counts, and in a word of four letters only two swapped ones.
    """
    near = [one for one in one_edit(word) if rank(one) <= USUAL]
    if not near:
        return None
    usual = frozenset(slips(word)).intersection(near)
    near.sort(key=lambda one: (one not in counts, one not in usual))
    best = near[0]
    common = [one for one in near if rank(one) <= COMMON]
    if len(word) == 4:
        firm = sure = best in usual and rank(best) == MOST_COMMON and len(best) == 4
    elif best[0] != word[0] or is_derived(word):
        firm = sure = best in usual and best in common
    else:
        firm = best in usual or best in counts
        # A short word has many neighbours, and pinyin is Chinese: there the common word must be the only one.
        many = len(word) > 5 and not is_pinyin(word)
        sure = firm or (best in common and (many or len(common) == 1))
    return Guess(tuple(near[:3]), sure, firm, plain=firm or common == [best])
