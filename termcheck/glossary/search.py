"""One pass of an index over the words of a text: every form of every term, however it is inflected or broken."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, compress
from operator import contains

from ..document import Document, kept
from ..lang.words import Tokens
from ..model import Span
from .index import Index, Node, mark_after
from .model import Use

_JOINING = frozenset({"and", "or"})
_LONGEST = 12  # words before a slip at which a form may begin

_Hit = tuple[int, tuple[int, ...], bool]  # the number of the last word, those of the forms, whether it is inflected


class Search:
    """One pass over one document."""

    def __init__(self, index: Index, doc: Document) -> None:
        self._index, self._text, self._tokens = index, doc.text, doc.tokens
        self._words, self._links = doc.tokens.words, doc.tokens.links + b"\0"
        self._facts = index.remembered
        self._variants = self._facts.variants
        index.ready(doc.tokens.places)
        self._notable, self._split = _notable(doc, index), _written_in_two(doc, index)

    def uses(self) -> Iterator[Use]:
        done, openings = 0, self._openings()
        for number, at in enumerate(openings, 1):
            if at >= done and (found := self.longest(at)):
                end, use = found
                if use.kind == "forbidden" and self._yields(openings[number : number + end - at], end):
                    continue
                yield use
                done = end + 1

    def _openings(self) -> list[int]:
        """The words at which a form may begin: it ends there, or something of it follows."""
        openings, places = self._facts.openings, self._tokens.places
        words = [*filter(openings.__getitem__, self._notable)]
        ats, following = _followed(self._tokens, words)
        nodes = [*map(openings.__getitem__, map(self._words.__getitem__, ats))]
        found = {*self._split_openings(), *compress(ats, map(contains, nodes, following))}
        for word in words:
            if "" in openings[word]:
                found.update(places[word])
        for word in filter(self._facts.marked.__getitem__, words):  # a comma before "and" need not stand in the text
            found.update(at for at in places[word] if not self._links[at] or self._words[at + 1] in _JOINING)
        changing = frozenset(filter(self._variants.__getitem__, self._notable))
        changed = compress(zip(ats, nodes, following, strict=True), map(changing.__contains__, following))
        found.update(at for at, node, word in changed if self._goes_on(node, word))
        return sorted(found)

    def _split_openings(self) -> Iterator[int]:
        """Where a form may begin with a compound written in two, or with the word before one."""
        openings = self._facts.openings
        for at in self._split:
            joined = self._words[at] + self._words[at + 1]
            if openings[joined]:
                yield at
            before = openings[self._words[at - 1]] if at else ()
            if before and (joined in before or self._goes_on(before, joined)):
                yield at - 1

    def _goes_on(self, node: Collection[str], word: str) -> bool:
        """Whether another word that this one may stand for leads on."""
        return any(other in node for other, _ in self._variants[word])

    def longest(self, at: int) -> tuple[int, Use] | None:
        """The longest form that begins at a word, with the number of its last word."""
        hits, start = self._hits(at), self._tokens.starts[at]
        for last, numbers, inflected in sorted(hits, key=_by_length) if len(hits) > 1 else hits:
            end = self._tokens.ends[last]
            if chosen := self._facts.chosen[numbers, self._text[start:end], inflected]:
                return last, Use(Span(start, end), *chosen, inflected)
        return None

    def with_word(self, at: int, word: str) -> Use | None:
        """The first use that would have word `at` in it if it were another word."""
        if self._words is self._tokens.words:
            self._words = list(self._words)
        written, self._words[at] = self._words[at], word
        openings, near = self._facts.openings, range(max(0, at - _LONGEST), at + 1)
        ends = (self.longest(one) for one in near if openings[self._words[one]] or one in self._split)
        found = next((hit[1] for hit in ends if hit and hit[0] >= at), None)
        self._words[at] = written
        return found

    def _yields(self, openings: Iterable[int], end: int) -> bool:
        """Whether a right form begins at one of these words, inside a use, and reaches beyond its last word `end`."""
        later = (self.longest(inside) for inside in openings if inside <= end)
        return any(found and found[0] > end and found[1].kind != "forbidden" for found in later)

    def _hits(self, at: int) -> list[_Hit]:
        """The forms that begin at a word. Most stand there word for word, and are found by going straight on."""
        words, links, variants, split = self._words, self._links, self._variants, self._split
        found, node = list[_Hit](), self._index.root
        for here in range(at, len(words)):
            word = words[here]
            if (
                (variants[word] and self._goes_on(node, word))
                or (here in split and self._joins(node, here))
                or ("," in node and word in _JOINING)
            ):
                return self._all_hits(at)
            if word not in node:
                break
            node = node[word]
            if "" in node:
                found.append((here, node[""], False))
                if len(node) == 1:
                    break
            if not links[here]:
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
        for node, here, inflected in paths:  # in order: words as they stand go before what they may stand for
            for child, last, changed in self._steps(node, here):
                if "" in child:
                    found.append((last, child[""], inflected or changed))
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


def _by_length(hit: _Hit) -> tuple[int, bool]:
    end, _, inflected = hit
    return -end, inflected


@kept
def _notable(doc: Document, index: Index) -> list[str]:
    """The words of the text that the index knows anything of."""
    return [*filter(index.remembered.notable.__getitem__, doc.tokens.places)]


@kept
def _written_in_two(doc: Document, index: Index) -> frozenset[int]:
    """Words that make a closed compound with the next one, as "mega" in "mega-park"; no part is a grammatical word."""
    tokens, rests = doc.tokens, index.remembered.rests
    absent = tokens.places.keys().isdisjoint
    begun = filter(rests.__getitem__, _notable(doc, index))
    ats, following = _followed(tokens, [word for word in begun if not absent(rests[word])])
    written = map(rests.__getitem__, map(tokens.words.__getitem__, ats))
    return frozenset(filter(tokens.linked, compress(ats, map(contains, written, following))))


def _followed(tokens: Tokens, words: Iterable[str]) -> tuple[list[int], list[str]]:
    """The places of some words, and the word behind each of them."""
    ats = [*chain.from_iterable(map(tokens.places.__getitem__, words))]
    return ats, [*map([*tokens.words[1:], ""].__getitem__, ats)]
