"""One pass of an index over the words of a text: every form of every term, however it is inflected or broken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..document import Document, kept
from ..model import Span
from .index import PRECEDENCE, Form, Index, Node, mark_after
from .model import Use

_JOINING = frozenset({"and", "or"})
_LONGEST = 12  # words before a slip at which a form may begin


class _Hit(NamedTuple):
    end: int  # number of the last word
    numbers: tuple[int, ...]
    inflected: bool


class Search:
    """One pass over one document."""

    def __init__(self, index: Index, doc: Document) -> None:
        self._index, self._text, self._tokens = index, doc.text, doc.tokens
        self._words, self._links = doc.tokens.words, doc.tokens.links
        self._facts = index.remembered
        self._variants = self._facts.variants
        index.ready(doc.tokens.places)
        self._split = _written_in_two(doc, index)

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
        """The words at which a form may begin: it ends there, or something of it follows."""
        found, openings, variants = [*self._split_openings()], self._facts.openings, self._variants
        following, links = [*self._words[1:], ""], self._links + b"\0"
        places_of = self._tokens.places
        for word in filter(openings.__getitem__, places_of):
            opening, places = openings[word], places_of[word]
            assert opening
            if opening.alone:
                found += places
                continue
            for node in opening.nodes:
                found += [
                    at
                    for at in places
                    if (second := following[at]) in node or (variants[second] and self._goes_on(node, second))
                ]
            if opening.marked:  # a comma before "and" need not stand in the text
                found += [at for at in places if following[at] in _JOINING or not links[at]]
        return sorted({*found})

    def _split_openings(self) -> Iterator[int]:
        """Where a form may begin with a compound written in two, or with the word before one."""
        openings = self._facts.openings
        for at in self._split:
            joined = self._words[at] + self._words[at + 1]
            if openings[joined]:
                yield at
            before = openings[self._words[at - 1]] if at else None
            if before and any(joined in node or self._goes_on(node, joined) for node in before.nodes):
                yield at - 1

    def _opens(self, at: int) -> bool:
        return self._facts.openings[self._words[at]] is not None or at in self._split

    def _goes_on(self, node: Node, word: str) -> bool:
        return not node.keys().isdisjoint([other for other, _ in self._variants[word]])

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
        later = (self.longest(inside) for inside in range(at + 1, end + 1) if self._opens(inside))
        return any(found and found[0] > end and found[1].kind != "forbidden" for found in later)

    def _hits(self, at: int) -> list[_Hit]:
        """The forms that begin at a word. Most stand there word for word, and are found by going straight on."""
        found, node, last = list[_Hit](), self._index.root, len(self._words) - 1
        for here in range(at, last + 1):
            word = self._words[here]
            if (self._variants[word] and self._goes_on(node, word)) or (
                here in self._split and self._joins(node, here)
            ):
                return self._all_hits(at)
            if word not in node:
                break
            node = node[word]
            if "" in node:
                found.append(_Hit(here, node[""], False))
                if len(node) == 1:
                    break
            if here < last and (not self._links[here] or self._words[here + 1] in _JOINING):
                return self._all_hits(at)
        return found

    def _joins(self, node: Node, here: int) -> bool:
        """Whether word `here` and the next, written as one, lead to what they do not lead to apart."""
        word, following = self._words[here : here + 2]
        joined = word + following
        if joined in node and not (word in node and following in node[word] and node[word][following] is node[joined]):
            return True
        return self._goes_on(node, joined)

    def _all_hits(self, at: int) -> list[_Hit]:
        found, paths = list[_Hit](), [(self._index.root, at, False)]
        while paths:
            node, here, inflected = paths.pop()
            for child, last, changed in self._steps(node, here):
                if "" in child:
                    found.append(_Hit(last, child[""], inflected or changed))
                    if len(child) == 1:
                        continue
                for rest in self._onward(child, last, changed):
                    paths.append((rest, last + 1, inflected or changed))
        return found

    def _onward(self, node: Node, last: int, changed: bool) -> Sequence[Node]:
        """Where a form can go on after word `last`: across a blank, a hyphen, its own mark; a plural before "of"."""
        following = self._words[last + 1] if last + 1 < len(self._words) else ""
        if not following or (changed and following != "of"):
            return ()
        joining = following in _JOINING
        if self._links[last]:
            return (node, node[","]) if joining and "," in node else (node,)
        mark = mark_after(self._tokens, last)
        ways = [node[mark]] if mark in node else []
        return [*ways, node] if joining and mark == "," else ways

    def _steps(self, node: Node, here: int) -> list[tuple[Node, int, bool]]:
        """Children that word `here` leads to, with the last word used and whether it was inflected."""
        word = self._words[here]
        variants, steps = self._variants[word], [(node[word], here, False)] if word in node else []
        if variants:
            steps += [(node[other], here, changed) for other, changed in variants if other in node]
        if here in self._split:
            joined = word + self._words[here + 1]
            forms = ((joined, False), *self._variants[joined])
            steps += [(node[form], here + 1, changed) for form, changed in forms if form in node]
        return steps

    def _use(self, at: int, hit: _Hit) -> Use | None:
        """The form that ends at a hit: the one in these very letters, else the best that can stand here."""
        span = Span(self._tokens.starts[at], self._tokens.ends[hit.end])
        text = " ".join(self._text[span.start : span.end].split())  # a line end and two blanks are one blank
        forms = [*map(self._index.forms.__getitem__, hit.numbers)]
        able = [form for form in forms if form.form == text] or [form for form in forms if self._fits(form, text, hit)]
        if not able:
            return None
        best = min(able, key=lambda form: PRECEDENCE[form.kind]) if len(able) > 1 else able[0]
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


@kept
def _written_in_two(doc: Document, index: Index) -> frozenset[int]:
    """Words that make a closed compound with the next one, as "mega" in "mega-park"; no part is a grammatical word."""
    tokens, rests_of, found = doc.tokens, index.remembered.rests, list[int]()
    places, following = tokens.places, [*tokens.words[1:], ""]
    for word in filter(rests_of.__getitem__, places):
        rests = rests_of[word]
        if not places.keys().isdisjoint(rests):
            found += [at for at in places[word] if following[at] in rests and tokens.linked(at)]
    return frozenset(found)
