"""Whether some word of a glossary may be one letter away, told without making every word that is one letter away.

Two words one letter apart, or with two neighbours swapped, are alike when each
has lost a letter or none. So the words of a glossary are kept as what is left
of them then: digests in order, four bytes each.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable
from zlib import crc32


def shortened(words: Iterable[str]) -> array[int]:
    """The digests of all that is left of some words, in order."""
    return array("I", sorted({digest for word in words for digest in _digests(word)}))


def may_be_near(word: str, known: array[int]) -> bool:
    """Whether the word may be one letter away from a word that digests were made of: seldom wrongly, never missed."""
    for digest in _digests(word):
        at = bisect_left(known, digest)
        if at < len(known) and known[at] == digest:
            return True
    return False


def _digests(word: str) -> list[int]:
    code = word.encode("utf-8", "surrogatepass")
    if len(code) == len(word):
        return [crc32(code), *[crc32(code[:at] + code[at + 1 :]) for at in range(len(code))]]
    left = (word[:at] + word[at + 1 :] for at in range(len(word)))
    return [crc32(code), *[crc32(one.encode("utf-8", "surrogatepass")) for one in left]]
