"""One pass of an index over the words of a text: every form of every term, however it is inflected or broken."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from ..lang.function_words import FUNCTION_WORDS
from ..lang.inflection import inflections, other_figure
from ..lang.words import Tokens
from ..model import Span
from .index import PRECEDENCE, STEM, Form, Index, Node, beginnings, mark_after
from .model import Use

if TYPE_CHECKING:
    from ..document import Document

_LONGEST = 12  # words before a slip at which a form may begin


class _Hit(NamedTuple):
    end: int  # number of the last word
    numbers: tuple[int, ...]
    inflected: bool


class Search:
    """One pass over one document."""

    def __init__(self, index: Index, doc: Document) -> None:
        self._index, self._doc, self._tokens, self._words = index, doc, doc.tokens, doc.tokens.words
        self._others: dict[str, tuple[tuple[str, bool], ...]] = {}
        index.ready(doc.tokens.places)
        self._split = _written_in_two(doc.tokens, index)

    def uses(self) -> Iterator[Use]:
        done = 0
        for at in self._openings():
            if at >= done and (found := self.longest(at)):
                end, use = found
                if use.kind == "forbidden" and self._yields(at, end):
                    continue
                yield use
                done = end + 1

    def _openings(self) -> list[int]:
        """The words at which a form may begin, told by how they and the words after them begin."""
        first = {word for word in set(self._words) if word[:STEM] in self._index.openings}
        seconds = {word: self._seconds(word) for word in first}
        found = [
            at
            for at, (word, second) in enumerate(pairwise((*self._words, "")))
            if word in seconds and ((stems := seconds[word]) is None or second[:STEM] in stems)
        ]
        return sorted({*found, *self._split}) if self._split else found

    def _seconds(self, word: str) -> Collection[str] | None:
        """How the second word of a form that begins so may begin; None is anyhow."""
        index = self._index
        firsts = [word] if word in index.root else []
        firsts += [other for other, _ in self._variants(word) if other in index.root]
        keys = [key for first in firsts for key in index.root[first]]
        if not all(key[:1].isalnum() for key in keys):  # a form of one word, or a mark
            return None
        return {stem for key in keys for stem in beginnings(key)}

    def longest(self, at: int) -> tuple[int, Use] | None:
        """The longest form that begins at a word, with the number of its last word."""
        hits = self._hits(at)
        for hit in sorted(hits, key=lambda hit: (-hit.end, hit.inflected)) if len(hits) > 1 else hits:
            if use := self._use(at, hit):
                return hit.end, use
        return None

    def with_word(self, at: int, word: str) -> Use | None:
        """The first use that would have word `at` in it if it were another word."""
        if self._words is self._tokens.words:
            self._words = list(self._words)
        written, self._words[at] = self._words[at], word
        ends = (self.longest(one) for one in range(max(0, at - _LONGEST), at + 1))
        found = next((hit[1] for hit in ends if hit and hit[0] >= at), None)
        self._words[at] = written
        return found

    def _yields(self, at: int, end: int) -> bool:
        """Whether a right form begins inside the words `at` to `end` and reaches beyond them."""
        later = (self.longest(inside) for inside in range(at + 1, end + 1))
        return any(found and found[0] > end and found[1].kind != "forbidden" for found in later)

    def _hits(self, at: int) -> list[_Hit]:
        found, paths = list[_Hit](), [(self._index.root, at, False)]
        while paths:
            node, here, inflected = paths.pop()
            for child, last, changed in self._steps(node, here):
                ends = "" in child
                if ends:
                    found.append(_Hit(last, child[""], inflected or changed))
                if len(child) > ends:
                    paths += [(rest, last + 1, inflected or changed) for rest in self._onward(child, last, changed)]
        return found

    def _onward(self, node: Node, last: int, changed: bool) -> Sequence[Node]:
        """Where a form can go on after word `last`: across a blank, a hyphen, its own mark; a plural before "of"."""
        following = self._words[last + 1] if last + 1 < len(self._words) else ""
        if not following or (changed and following != "of"):
            return ()
        mark = mark_after(self._tokens, last)
        ways = [node[mark] if mark else node] if mark in node or not mark else []
        if following in {"and", "or"} and mark in {"", ","}:
            ways.append(node if mark else node.get(",", {}))
        return ways

    def _steps(self, node: Node, here: int) -> list[tuple[Node, int, bool]]:
        """Children that word `here` leads to, with the last word used and whether it was inflected."""
        word = self._words[here]
        steps = [(node[word], here, False)] if word in node else []
        if variants := self._variants(word):
            steps += [(node[other], here, changed) for other, changed in variants if other in node]
        if here in self._split:
            joined = word + self._words[here + 1]
            forms = ((joined, False), *self._variants(joined))
            steps += [(node[form], here + 1, changed) for form, changed in forms if form in node]
        return steps

    def _variants(self, word: str) -> tuple[tuple[str, bool], ...]:
        """Other words of the glossary that this one may stand for, and whether by inflection."""
        found = self._others.get(word)
        if found is None:
            known, figure = self._index.words, other_figure(word)
            found = ((str(figure), False),) if figure in known else ()
            if word[:STEM] in self._index.stems:
                found += tuple((other, True) for other in inflections(word) if other in known)
            self._others[word] = found
        return found

    def _use(self, at: int, hit: _Hit) -> Use | None:
        """The form that ends at a hit: the one in these very letters, else the best that can stand here."""
        span = Span(self._tokens.starts[at], self._tokens.ends[hit.end])
        text = self._doc[span]
        able = [form for form in map(self._index.forms.__getitem__, hit.numbers) if self._fits(form, text, hit)]
        if not able:
            return None
        best = min(able, key=lambda form: (form.form != text, PRECEDENCE[form.kind]))
        return Use(span, self._index.terms[best.term], best.form, best.kind, hit.inflected)

    def _fits(self, form: Form, text: str, hit: _Hit) -> bool:
        if hit.inflected and not (self._index.terms[form.term].inflect and _may_inflect(form.form, text)):
            return False
        strict = form.kind in {"forbidden", "abbreviation"} or " " not in form.form
        return not strict or _capitals_kept(form.form, text)


def _may_inflect(form: str, text: str) -> bool:
    """A name does not lose its plural: "United Nations", "Cover News"."""
    return len(text) >= len(form) or form.rsplit(maxsplit=1)[-1][0].islower()


def _capitals_kept(form: str, text: str) -> bool:
    """Whether the form's capitals stand in the text: "who" is not "WHO", "national grid" not "National Grid"."""
    pairs = zip(form.replace("-", " ").split(), text.replace("-", " ").split(), strict=False)
    return all(
        mine[:2].isupper() <= its[:2].isupper() and mine[:1].isupper() <= its[:1].isupper() for mine, its in pairs
    )


@lru_cache(maxsize=1)  # a text is searched more than once
def _written_in_two(tokens: Tokens, index: Index) -> set[int]:
    """Words that make a closed compound with the next one, as "mega" in "mega-park"; no part is a grammatical word."""
    parts = {word for word in set(tokens.words) if len(word) > 2 and word not in FUNCTION_WORDS}
    first = {word for word in parts if word[:STEM] in index.heads}
    return {
        at
        for at, (one, two) in enumerate(pairwise(tokens.words))
        if one in first and two in parts and one + two in index.closed and tokens.linked(at)
    }
