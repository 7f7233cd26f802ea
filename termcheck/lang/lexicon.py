"""Which words are English, how common they are, and which side of the Atlantic they belong to.

The lists are SCOWL's (data/README.md). They are read at the first question, as
one line per first three letters, and a word is looked up as a piece of its
line: reading takes a few milliseconds, where a set of all words takes fifty.
Words are asked for folded.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Literal

from .remembered import Remembered

COMMON, USUAL, LARGE, RARE, UNKNOWN = 35, 60, 70, 80, 100
LONGEST = 30  # letters; what is longer is no word, and looking for its neighbours would take long
_SIZES = (10, 20, COMMON, USUAL, LARGE, RARE)

Variety = Literal["US", "UK"]

_DATA = os.path.join(os.path.dirname(__file__), "data")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@cache
def _lines(name: str) -> dict[str, str]:
    with open(os.path.join(_DATA, name), encoding="utf-8") as stream:
        return {key: tails for key, _, tails in (line.partition("|") for line in stream.read().splitlines())}


def rank(word: str) -> int:
    """The size of the smallest SCOWL list that holds a word (10, 20, COMMON to RARE), or UNKNOWN.

    A possessive ranks as its noun, an accented word as without accents if need be. RARE words are
    right, but one letter off a common word they are more likely slips.
    """
    return _ranks[word]


def ranks(words: Iterable[str]) -> Iterator[int]:
    """The rank of each word."""
    return map(_ranks.__getitem__, words)


def _rank(word: str) -> int:
    line = _lines("words.txt").get(word[:3], "")
    at = line.find(f" {word[3:]} ")
    if at >= 0:
        return _SIZES[line.count("|", 0, at)]
    base = word.removesuffix("'s") if word.isascii() else _plain(word)
    return rank(base) if base != word else UNKNOWN


_ranks = Remembered(_rank)


def _plain(word: str) -> str:
    """The word without accents."""
    import unicodedata

    return "".join(char for char in unicodedata.normalize("NFD", word) if not unicodedata.combining(char))


@lru_cache(1 << 14)
def begins_word(start: str) -> bool:
    """Whether some word begins so; what is shorter than three letters is taken to."""
    return len(start) < 3 or f" {start[3:]}" in _lines("words.txt").get(start[:3], "")


def known(word: str) -> bool:
    """Whether any list holds the word, or the noun of a possessive."""
    return rank(word) < UNKNOWN


def is_name(word: str) -> bool:
    """Whether the word is listed as a proper name ("london", "beijing", "smith"); it may be a common word too."""
    name = word.removesuffix("'s")
    return f" {name[3:]} " in _lines("names.txt").get(name[:3], "")


def variety(word: str) -> Variety | None:
    """ "US" or "UK" for a spelling of one side only ("color", "organise"), None for what both write or neither."""
    word = word.removesuffix("'s")
    line = _lines("words.txt").get(word[:3], "||")
    uk = line.rfind("|")  # the last two columns hold the spellings of one side again
    at = line.find(f" {word[3:]} ", line.rfind("|", 0, uk))
    return None if at < 0 else "UK" if at > uk else "US"


# British and American letters of one word. The lists prove every pair, so the rewrites may be bold.
_PAIRS = tuple(
    tuple(pair.split("/"))
    for pair in (
        "our/or is/iz ys/yz si/zi sy/zy tre/ter bre/ber vre/ver gre/ger chre/cher tring/tering tred/tered ll/l l/ll "
        "ae/e oe/e oeuvre/euver oeuvr/euver nce/nse ogu/og gue/g mme/m gem/gm eing/ing eable/able que/ck ough/ow "
        "aught/aft ey/ay oney/ony yr/ir ker/cur sce/ske oul/ol ous/us py/pa inium/inum ph/f pp/p tt/t llery/lry "
        "practis/practic wards/ward whilst/while amongst/among amidst/amid artef/artif enq/inq "
        "aero/air ality/alty nt/ned lt/lled lt/led mt/med mum/mom tsar/czar ky/key xe/x oub/ub ette/et"
    ).split()
)


def other_variety(word: str) -> str | None:
    """The spelling of the other side, proved by the lists: "colour" for "color", "color" for "colour".

    A word that both sides write may have one too: Britain has "cheque" in one sense of "check".
    """
    if variety(word) == "UK":
        return next((found for found in _rewritten(word, 0) if rank(found) <= LARGE and variety(found) != "UK"), None)
    return next((found for found in _rewritten(word, 1) if rank(found) <= LARGE and variety(found) == "UK"), None)


def _rewritten(word: str, side: int) -> Iterator[str]:
    for pair in _PAIRS:
        old, new = pair[side], pair[1 - side]
        at = word.find(old)
        while at >= 0:
            yield word[:at] + new + word[at + len(old) :]
            at = word.find(old, at + 1)


@cache
def _large() -> dict[str, str]:
    """The lines of words without what is rarer than LARGE."""
    rows = _SIZES.index(LARGE) + 1
    return {head: "|".join(line.split("|", rows)[:rows]) for head, line in _lines("words.txt").items()}


@lru_cache(1 << 8)
def _tails(head: str) -> frozenset[str]:
    """What the words of at most LARGE rank that begin with these three letters go on with."""
    return frozenset(tail for row in _large().get(head, "").split("|") if row for tail in row[1:-1].split(" "))


def one_edit(word: str) -> tuple[str, ...]:
    """Words one edit away from one of ASCII letters that are of at most LARGE rank, the likeliest first.

    An edit swaps two neighbours, adds, drops or changes a letter. Typists slip most often as `slips`
    says and seldom on the first letter (Damerau 1964; Pollock and Zamora 1984); then the commoner word wins.
    """
    usual, head, tail, lines = frozenset(slips(word)), word[:3], word[3:], _large()
    found = {head + edit for edit in _tails(head).intersection(edits(tail))}
    others = (edit for edit in {*usual, *(edit + tail for edit in edits(head))} if edit[:3] != head)
    found.update(edit for edit in others if f" {edit[3:]} " in lines.get(edit[:3], ""))
    if word.endswith("s") and rank(word[:-1]) <= LARGE:
        found.add(f"{word[:-1]}'s")
    return tuple(sorted(found - {word}, key=lambda edit: (edit not in usual, edit[:1] != word[:1], rank(edit), edit)))


_ALIKE = tuple(
    pair
    for one, two in (("able", "ible"), ("ably", "ibly"), ("ance", "ence"), ("ancy", "ency"), ("ant", "ent"))
    for pair in ((one, two), (two, one))
)


def slips(word: str) -> Iterator[str]:
    """The word with two neighbours swapped, a letter doubled or a double letter made single, or an ending that sounds
    alike ("-able", "-ible")."""
    for ending, alike in _ALIKE:
        if word.endswith(ending):
            yield word[: -len(ending)] + alike
    for at, letter in enumerate(word):
        yield word[:at] + letter + word[at:]
        if word[at + 1 : at + 2] == letter:
            yield word[:at] + word[at + 1 :]
        elif at + 1 < len(word):
            yield word[:at] + word[at + 1] + letter + word[at + 2 :]


def edits(word: str) -> list[str]:
    """Every string one edit away, words or not, some more than once."""
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    added = [head + letter + tail for head, tail in cuts for letter in _LETTERS + "'"]
    changed = [head + letter + tail[1:] for head, tail in cuts for letter in _LETTERS]
    return [*slips(word), *added, *changed, *(head + tail[1:] for head, tail in cuts)]
