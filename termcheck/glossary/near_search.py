"""Where a text has the words of a term with one or two of them off.

Two words that few terms share, near one another and not in a use, point to the
few terms that have both; the words around are then compared. The cost follows
the text: words that many terms share lead nowhere, and terms of which the text
does not have two such words are left out at once.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING, Literal, NamedTuple

from ..lang.inflection import inflections
from ..lang.words import Tokens
from .model import Term, Use
from .near import NearForm, NearIndex, is_content

if TYPE_CHECKING:
    from ..document import Document

_SHARED = 64  # a word of more forms than that points to none
_ANCHORS = 4  # words of a form that it is looked up by; with four, two wrong words leave a pair

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
    covered, words = _covered(tokens, uses), tokens.words
    few = _few(index, tokens.places.keys())
    for at, other in _meetings(index, tokens, few, covered):
        for number in sorted({*few[words[at]]}.intersection(few[words[other]])):
            form = index.forms[number]
            if not _may_stand(form.words, words[max(0, at - len(form.words)) : other + len(form.words) + 1]):
                continue
            for one, two in _anchors(form.words, words[at], words[other], few):
                if abs(other - at - abs(two - one)) <= 1:
                    near = _compare(index, tokens, form, (one, at), (two, other))
                    if near and _is_free(near, covered):
                        yield near


def _may_stand(form: Sequence[str], around: Sequence[str]) -> bool:
    """Whether no more words of a form are missing around than may be off; the last may stand in the other number."""
    return len({*form[:-1]}.difference(around)) <= _most_off(form)


def _most_off(form: Sequence[str]) -> int:
    """How many words of a form may be off: four others must be right where it is two."""
    return 2 if len(form) > 5 else 1


def _few(index: NearIndex, present: Set[str]) -> dict[str, Sequence[int]]:
    """The words of a text that few forms share, with the numbers of the forms."""
    index.ready(present)
    return {word: numbers for word in index.by_word.keys() & present if len(numbers := index.by_word[word]) <= _SHARED}


def _meetings(
    index: NearIndex, tokens: Tokens, few: Iterable[str], covered: Mapping[int, range]
) -> Iterator[tuple[int, int]]:
    """Places of two words of one form, near one another and not in one use, in order."""
    words, company, places = tokens.words, index.company, tokens.among(few)
    for following, at in enumerate(places, 1):
        mates, reach = company[words[at]]
        for other in places[following : following + reach]:
            if other > at + reach:
                break
            if words[other] in mates and not (at in covered and other in covered[at]):
                yield at, other


def _anchors(
    form: Sequence[str], first: str, second: str, few: Mapping[str, Sequence[int]]
) -> Iterator[tuple[int, int]]:
    """Where a form has two words that it is looked up by: one behind the other, or the other way round side by side."""
    able = [at for at, word in enumerate(form) if word in few]
    if len(able) > _ANCHORS:
        able = sorted(able, key=lambda at: len(few[form[at]]))[:_ANCHORS]
    for one in able:
        if form[one] == first:
            yield from ((one, two) for two in able if form[two] == second and (one < two or one == two + 1))


def _likeness(near: Near) -> tuple[int, bool, int]:
    return len(near.changes), near.changes[0].kind != "swapped", near.first


def _covered(tokens: Tokens, uses: Sequence[Use]) -> dict[int, range]:
    """For each word in a use, all words of the use."""
    found: dict[int, range] = {}
    for use in uses:
        start, end = use.span
        first = bisect_left(tokens.starts, start)
        whole = range(first, bisect_left(tokens.starts, end, first))
        found.update(dict.fromkeys(whole, whole))
    return found


def _is_free(near: Near, covered: Mapping[int, range]) -> bool:
    """Whether no use reaches out of the words, or is all of them."""
    inside = {covered[at] for at in range(near.first, near.last + 1) if at in covered}
    edges = {covered.get(near.first - 1), covered.get(near.last + 1)} & inside
    whole = near.first in covered and covered[near.first] == covered.get(near.last)
    return not edges and not whole


def _compare(
    index: NearIndex, tokens: Tokens, form: NearForm, one: tuple[int, int], two: tuple[int, int]
) -> Near | None:
    """The form beside the text, given two words they share; None where nothing or too much differs."""
    words, text = form.words, tokens.words
    (first, start), (last, end) = one, two
    if first < last:
        middle = _changes(words[first + 1 : last], tuple(text[start + 1 : end]), first + 1)
    else:  # two neighbours of the form, the other way round
        first, last = last, first
        swap = Change("swapped", words[first : last + 1], (words[last], words[first]), first)
        middle = [swap] if end == start + 1 and words[first] != words[last] else None
    if middle is None:
        return None
    left = _side(words[:first][::-1], tuple(text[max(0, start - len(words) - 1) : start][::-1]))
    right = _side(words[last + 1 :], tuple(text[end + 1 : end + len(words) + 1])) if left else None
    if left is None or right is None:
        return None
    before = (_turned(change, first) for change in left[0])
    after = (change._replace(at=last + 1 + change.at) for change in right[0])
    changes = tuple(change for change in (*before, *middle, *after) if not _is_inflected(change, len(words) - 1))
    if not 1 <= len(changes) <= _most_off(words):
        return None
    near = Near(index.terms[form.term], form.form, words, start - left[1], end + right[1], changes)
    return near if _is_one_phrase(tokens, near) else None


def _turned(change: Change, anchor: int) -> Change:
    """A change found from an anchor leftwards, in reading order."""
    return Change(change.kind, change.form[::-1], change.text[::-1], anchor - change.at - len(change.form))


def _side(form: tuple[str, ...], text: tuple[str, ...]) -> tuple[list[Change], int] | None:
    """The changes from an anchor outwards, and how many words of the text they take."""
    best: tuple[list[Change], int] | None = None
    for length in (len(form), len(form) - 1, len(form) + 1):
        if 0 <= length <= len(text):
            changes = _changes(form, text[:length], 0)
            if changes is not None and (best is None or len(changes) < len(best[0])):
                best = (changes, length)
        if best and not best[0]:
            break
    return best


def _changes(form: tuple[str, ...], text: tuple[str, ...], begin: int) -> list[Change] | None:
    """What turns one run of words into the other, for at most one word or a swap in the middle of equal ones."""
    if form == text:
        return []
    head = 0
    while head < min(len(form), len(text)) and form[head] == text[head]:
        head += 1
    tail = 0
    while tail < min(len(form), len(text)) - head and form[-1 - tail] == text[-1 - tail]:
        tail += 1
    mine, its = form[head : len(form) - tail], text[head : len(text) - tail]
    at = begin + head
    match len(mine), len(its):
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
    return 0 not in tokens.links[near.first : near.last] or (
        commas and all(tokens.linked(at) or tokens.gap(at).strip() == "," for at in range(near.first, near.last))
    )
