"""Where a text has the words of a term with one or two of them off.

Two words that few terms share, near one another and not in a use, point to the
few terms that have both; the words around are then compared. The cost follows
the text: words that many terms share lead nowhere, and terms of which the text
does not have two such words are left out at once.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence, Set
from itertools import chain, combinations
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..lang.inflection import inflections
from ..lang.words import Tokens
from .model import Term, Use
from .near import NearForm, NearIndex, is_content

if TYPE_CHECKING:
    from ..document import Document

_SHARED = 64  # a word of more forms than that points to none
_ANCHORS = 4  # words of a form that it is looked up by; with four, two wrong words leave a pair
_REACH = 9  # words between two that point to a form

Kind = Literal["replaced", "missing", "added", "swapped"]


class Change(NamedTuple):
    """One word, or two that are swapped: what the form has, what the text has, and its place in the form."""

    kind: Kind
    form: tuple[str, ...]
    text: tuple[str, ...]
    at: int


class Near(NamedTuple):
    """Words `first` to `last` of a text that are a form but for the changes. `words` are the form's."""

    term: Term
    form: str
    words: tuple[str, ...]
    first: int
    last: int
    changes: tuple[Change, ...]

    @property
    def kept(self) -> tuple[str, ...]:
        """The content words of the form that the text has too."""
        gone = {change.at + n for change in self.changes if change.kind != "added" for n in range(len(change.form))}
        gone -= {change.at + n for change in self.changes if change.kind == "swapped" for n in range(2)}
        return tuple(word for at, word in enumerate(self.words) if at not in gone and is_content(word))


def near_uses(index: NearIndex, doc: Document, uses: Sequence[Use]) -> list[Near]:
    """The near uses of a document in order; of those of one term that overlap the one with the fewest changes."""
    taken: dict[str, set[int]] = {}
    best = []
    for near in sorted(_candidates(index, doc.tokens, uses), key=_likeness):
        words = range(near.first, near.last + 1)
        if taken.setdefault(near.term.term, set()).isdisjoint(words):
            taken[near.term.term].update(words)
            best.append(near)
    return sorted(best, key=lambda near: near.first)


def _candidates(index: NearIndex, tokens: Tokens, uses: Sequence[Use]) -> Iterator[Near]:
    pairs, words = _pairs(index, tokens.places.keys()), tokens.words
    if not pairs:
        return
    covered, anchors = _covered(tokens, uses), tokens.among({*pairs, *chain.from_iterable(pairs.values())})
    for number, at in enumerate(anchors):
        seconds = pairs.get(words[at], {})
        for other in anchors[number + 1 : number + _REACH] if seconds else ():
            if other - at > _REACH:
                break
            if words[other] not in seconds or covered.get(at, -1) == covered.get(other, -2):
                continue
            for form, one, two in seconds[words[other]]:
                if abs(other - at - abs(two - one)) > 1:
                    continue
                near = _compare(index, tokens, index.forms[form], (one, at), (two, other))
                if near and _is_free(near, covered):
                    yield near


def _pairs(index: NearIndex, present: Set[str]) -> dict[str, dict[str, list[tuple[int, int, int]]]]:
    """Words by words before them, as pairs that point to forms: the number of the form and their places in it."""
    index.ready(present)
    few = {word: numbers for word in index.by_word.keys() & present if len(numbers := index.by_word[word]) <= _SHARED}
    counts = Counter(chain.from_iterable(few.values()))
    found = defaultdict[str, defaultdict[str, list[tuple[int, int, int]]]](lambda: defaultdict(list))
    for number in sorted(number for number, count in counts.items() if count > 1):
        words = index.forms[number].words
        rarest = sorted((at for at, word in enumerate(words) if word in few), key=lambda at: len(few[words[at]]))
        for one, two in combinations(sorted(rarest[:_ANCHORS]), 2):
            found[words[one]][words[two]].append((number, one, two))
            if two == one + 1:
                found[words[two]][words[one]].append((number, two, one))
    return {first: {**seconds} for first, seconds in found.items()}


def _likeness(near: Near) -> tuple[int, bool, int]:
    return len(near.changes), near.changes[0].kind != "swapped", near.first


def _covered(tokens: Tokens, uses: Sequence[Use]) -> dict[int, int]:
    """The number of the use that each word stands in."""
    found: dict[int, int] = {}
    for number, use in enumerate(uses):
        for at in range(tokens.at(use.span.start), tokens.at(use.span.end)):
            found[at] = number
    return found


def _is_free(near: Near, covered: dict[int, int]) -> bool:
    """Whether no use reaches out of the words, or is all of them."""
    inside = {covered[at] for at in range(near.first, near.last + 1) if at in covered}
    edges = {covered.get(near.first - 1), covered.get(near.last + 1)} & inside
    whole = covered.get(near.first) is not None and covered.get(near.first) == covered.get(near.last)
    return not edges and not whole


def _compare(
    index: NearIndex, tokens: Tokens, form: NearForm, one: tuple[int, int], two: tuple[int, int]
) -> Near | None:
    """The form beside the text, given two words they share; None where nothing or more than two words differ."""
    words, text = form.words, tokens.words
    (first, start), (last, end) = one, two
    if first < last:
        middle = _changes(words[first + 1 : last], text[start + 1 : end], first + 1)
    else:  # two neighbours of the form, the other way round
        first, last = last, first
        swap = Change("swapped", words[first : last + 1], (words[last], words[first]), first)
        middle = [swap] if end == start + 1 and words[first] != words[last] else None
    left = _side(words[:first][::-1], text[max(0, start - len(words) - 1) : start][::-1])
    right = _side(words[last + 1 :], text[end + 1 : end + len(words) + 1])
    if middle is None or left is None or right is None:
        return None
    before = (_turned(change, first) for change in left[0])
    after = (change._replace(at=last + 1 + change.at) for change in right[0])
    changes = tuple(change for change in (*before, *middle, *after) if not _is_inflected(change, len(words) - 1))
    if not 1 <= len(changes) <= 2:
        return None
    near = Near(index.terms[form.term], form.form, words, start - left[1], end + right[1], changes)
    return near if _is_one_phrase(tokens, near) else None


def _turned(change: Change, anchor: int) -> Change:
    """A change found from an anchor leftwards, in reading order."""
    return Change(change.kind, change.form[::-1], change.text[::-1], anchor - change.at - len(change.form))


def _side(form: Sequence[str], text: Sequence[str]) -> tuple[list[Change], int] | None:
    """The changes from an anchor outwards, and how many words of the text they take."""
    best: tuple[list[Change], int] | None = None
    for length in (len(form), len(form) - 1, len(form) + 1):
        if 0 <= length <= len(text):
            changes = _changes(form, text[:length], 0)
            if changes is not None and (best is None or len(changes) < len(best[0])):
                best = (changes, length)
    return best


def _changes(form: Sequence[str], text: Sequence[str], begin: int) -> list[Change] | None:
    """What turns one run of words into the other, for at most one word or a swap in the middle of equal ones."""
    head = 0
    while head < min(len(form), len(text)) and form[head] == text[head]:
        head += 1
    tail = 0
    while tail < min(len(form), len(text)) - head and form[-1 - tail] == text[-1 - tail]:
        tail += 1
    mine, its = tuple(form[head : len(form) - tail]), tuple(text[head : len(text) - tail])
    at = begin + head
    match len(mine), len(its):
        case 0, 0:
            return []
        case 1, 1:
            return [Change("replaced", mine, its, at)]
        case 1, 0:
            return [Change("missing", mine, its, at)]
        case 0, 1:
            return [Change("added", mine, its, at)]
        case 2, 2 if mine == its[::-1]:
            return [Change("swapped", mine, its, at)]
    return None


def _is_inflected(change: Change, last: int) -> bool:
    """Whether it is only the last word in the other number."""
    return change.kind == "replaced" and change.at == last and change.text[0] in inflections(change.form[0])


def _is_one_phrase(tokens: Tokens, near: Near) -> bool:
    """Whether nothing but blanks and hyphens stands between the words, or commas where the form has some."""
    commas = "," in near.form
    return all(tokens.linked(at) or (commas and tokens.gap(at).strip() == ",") for at in range(near.first, near.last))
