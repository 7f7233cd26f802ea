"""Names of a fixed list found in a text, in any language: one look-up for each word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from ..text import fold
from .words import Tokens

# What may stand inside a name: nothing between Han characters, or a bracket (刚果(金)); "U.S.", "Guinea-Bissau".
_GAPS = frozenset({"", " ", "-", ".", "\n", "("})
_ENDINGS = ("'s", "s")  # Koreans, China's


class Named(NamedTuple):
    """A name found at ``text[start:end]``, and what it may stand for: "Congolese" is of two countries."""

    start: int
    end: int
    keys: frozenset[str]


class _Form(NamedTuple):
    words: tuple[str, ...]
    capitals: tuple[bool, ...]  # which words are written in capitals, all of them: UK, DRC
    keys: frozenset[str]


class Gazetteer:
    """Forms of names by their first two words; of a name of one word the second is "".

    A word in capital letters is found in capitals only, any name capitalised.
    """

    def __init__(self, forms: Mapping[str, Iterable[str]]) -> None:
        """`forms` are written names, each with the keys of what it may stand for."""
        self._text = "\n".join(forms)
        self._tokens = Tokens(fold(self._text), [(0, len(self._text))])
        begins = [
            self._tokens.at(start) for start in accumulate(map(len, forms), lambda at, size: at + size + 1, initial=0)
        ]
        self._forms: dict[str, list[tuple[range, Iterable[str]]]] = {}  # by their first words
        for (begin, end), keys in zip(pairwise(begins), forms.values(), strict=True):
            self._forms.setdefault(self._tokens.words[begin], []).append((range(begin, end), keys))
        self._openings: dict[str, dict[str, list[_Form]]] = {}

    def find(self, tokens: Tokens, text: str) -> Iterator[Named]:
        """The names in a text, leftmost and longest, in order; `tokens` are its words, folded.

        The last word may have an ending: "Germans", "Spain's" (whose name ends before the apostrophe).
        """
        done = 0
        for at in self._begins(tokens):
            if at >= done and (form := self._longest(tokens.words[at], tokens, at, text)):
                done = at + len(form.words)
                end = tokens.ends[done - 1] - 2 * tokens.words[done - 1].endswith("'s")
                yield Named(tokens.starts[at], end, form.keys)

    def _begins(self, tokens: Tokens) -> list[int]:
        """The words at which a name may begin, told by them and the words after them."""
        following, found = [*tokens.words[1:], ""], list[int]()
        for word, places in tokens.places.items():
            bases = [base for base in _bases(word) if base in self._forms]
            seconds = {second for base in bases for second in self._opening(base)}
            if "" in seconds:
                found += places
            elif seconds:
                found += [
                    at
                    for at in places
                    if (second := following[at]) in seconds
                    or (second[-1:] == "s" and not seconds.isdisjoint(_bases(second)))
                ]
        return sorted(found)

    def _opening(self, word: str) -> Mapping[str, Sequence[_Form]]:
        """The forms that begin with a word, the longest first, by their second words; there are thousands of others."""
        found = self._openings.get(word)
        if found is None:
            found = self._openings[word] = {}
            for form in sorted(map(self._form, self._forms.get(word, ())), key=lambda one: -len(one.words)):
                found.setdefault(form.words[1] if len(form.words) > 1 else "", []).append(form)
        return found

    def _form(self, one: tuple[range, Iterable[str]]) -> _Form:
        (places, keys), tokens = one, self._tokens
        capitals = [self._text[tokens.starts[at] : tokens.ends[at]].isupper() for at in places]
        return _Form(tuple([tokens.words[at] for at in places]), tuple(capitals), frozenset(keys))

    def _longest(self, word: str, tokens: Tokens, at: int, text: str) -> _Form | None:
        seconds = _bases(tokens.words[at + 1]) if at + 1 < len(tokens) else ()
        for base in _bases(word):
            opening = self._opening(base)
            for second in (*seconds, ""):
                for form in opening.get(second, ()):
                    if _stands(form, tokens, at, text):
                        return form
        return None


def _bases(word: str) -> tuple[str, ...]:
    """The words that a word may be with an ending, itself first."""
    if word[-1:] != "s":
        return (word,)
    return (word, *(word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)))


def _stands(form: _Form, tokens: Tokens, at: int, text: str) -> bool:
    last = at + len(form.words) - 1
    if last >= len(tokens) or tuple(tokens.words[at:last]) != form.words[:-1]:
        return False
    ending = tokens.words[last].removeprefix(form.words[-1])
    if not (tokens.words[last] == form.words[-1] + ending and ending in ("", *_ENDINGS[: 1 + (not form.capitals[-1])])):
        return False
    if any(tokens.gap(one) not in _GAPS for one in range(at, last)):
        return False
    return _capitals_stand(form, [text[tokens.starts[n] : tokens.ends[n]] for n in range(at, last + 1)])


def _capitals_stand(form: _Form, written: list[str]) -> bool:
    """Han characters have no case; "us" is no US; "islands" inside a name may be small, its first letter not."""
    if form.words[0][0] > "\u3000":
        return True
    if not written[0][0].isupper() or (written[0].isupper() and len(written[0]) < 4 and not form.capitals[0]):
        return False  # ILI is no prefecture
    pairs = zip(written, form.words, form.capitals, strict=True)
    return all(it[: len(word)].isupper() for it, word, capital in pairs if capital)
