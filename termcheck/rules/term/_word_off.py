"""A phrase that is a term but for a word: whether it is meant to be the term."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from ...document import Document
from ...glossary import Use
from ...glossary.letters import in_place_of
from ...glossary.near import NearIndex, is_content
from ...glossary.near_search import Change, Near, near_uses
from ...glossary.replacing import replacement
from ...lang.exchanged import exchanged
from ...lang.function_words import DETERMINERS
from ...lang.inflection import inflections
from ...lang.lexicon import COMMON, USUAL, is_name, rank
from ...lang.names import one_edit_apart
from ...lang.position import may_open
from ...lang.words import words_of
from ...model import Finding, Note, Span
from ...rule import Context
from ...text import fold
from ._case import is_capitalised, is_indefinite

Verdict = Literal["sure", "doubtful"]


def word_off(doc: Document, ctx: Context) -> Iterator[Finding]:
    """Phrases with a word missing, added, swapped or taken for another."""
    uses = ctx.uses(doc)
    judge = _Judge(doc, ctx.glossary.near, uses)
    for near in near_uses(ctx.glossary.near, doc, uses):
        if verdict := judge.verdict(near):
            yield _finding(doc, near, judge.full(near), verdict == "doubtful")


def _finding(doc: Document, near: Near, full: Use | None, doubtful: bool) -> Finding:
    span = Span(doc.tokens.starts[near.first], doc.tokens.ends[near.last])
    want, got = in_place_of(near.form, doc[span], near.form), doc[span]
    notes = (Note(full.span, f'the term, as "{doc[full.span]}"'),) if full else ()
    fix = None if doubtful else replacement(doc, span, want)
    message = f'write "{want}", not "{got}": {" and ".join(map(_said, near.changes))}'
    return Finding(span, message, notes, fix, doubtful, term=near.term.term)


def _said(change: Change) -> str:
    mine, its = " ".join(change.form), " ".join(change.text)
    match change.kind:
        case "replaced":
            return f'the official term has "{mine}" for "{its}"'
        case "missing":
            return f'the official term has "{mine}"'
        case "added":
            return f'the official term has no "{its}"'
        case _:
            return f'the official term has the order "{mine}"'


class _Judge:
    """What speaks for and against a near use, in one document."""

    def __init__(self, doc: Document, index: NearIndex, uses: Sequence[Use]) -> None:
        self._doc, self._index = doc, index
        self._full: dict[str, list[Use]] = {}
        for use in uses:
            if use.kind in {"preferred", "allowed"} and " " in use.form:
                self._full.setdefault(use.term.term, []).append(use)

    def full(self, near: Near) -> Use | None:
        """The first use of the term in full."""
        return next(iter(self._full.get(near.term.term, ())), None)

    def verdict(self, near: Near) -> Verdict | None:
        """None where the words are likelier a short form, a description or another name."""
        last = len(near.words) - 1
        if any(not _counts(change) or (change.kind == "missing" and change.at in {0, last}) for change in near.changes):
            return None
        if is_indefinite(self._doc, near.first) or self._is_part_of_name(near) or self._describes(near):
            return None
        if self._index.sharing(near.kept, len(near.words) + 1) != 1:
            return None
        if self._names_loosely(near):
            return "sure"
        return self._one_off(near, near.changes[0]) if len(near.changes) == 1 else None

    def _one_off(self, near: Near, change: Change) -> Verdict | None:
        telling, name = self._telling(near) > 1, self._is_name(near)
        doubtful: Verdict | None = "doubtful" if name and len(near.kept) > 2 else None
        whole = name and is_capitalised(near.form) and len(near.kept) > 2
        if name and change.kind in {"added", "replaced"} and change.text[0] in near.kept:
            return "sure"  # the name says one of its words twice
        if whole and self._is_long(near, change):
            return "sure"
        if _is_small(change):
            return "sure" if whole else None
        match change.kind:
            case "replaced":
                return self._replaced(near, *change.form, *change.text)
            case "missing":
                return "sure" if telling and name else doubtful
            case "added":
                return doubtful
        return "sure" if whole else "doubtful" if len(near.kept) > 2 else None

    def _is_long(self, near: Near, change: Change) -> bool:
        """Whether a word is changed inside a name with five others right, and is itself no name."""
        inner = change.kind == "replaced" and 0 < change.at < len(near.words) - 1
        plain = inner and not any(is_name(word) or rank(word) > USUAL for word in (*change.form, *change.text))
        return plain and len(near.kept) > 4 and self._telling(near) > 1

    def _replaced(self, near: Near, mine: str, its: str) -> Verdict | None:
        alike, slip = exchanged(mine, its), _is_slip(mine, its)
        if (alike == "same" or slip) and self._telling(near) > 1:
            return "sure"
        return "doubtful" if (alike or slip) and len(near.kept) > 1 else None

    def _names_loosely(self, near: Near) -> bool:
        """Whether "the" and words in lower case point to a name that stands elsewhere in full.

        The first and the last word and four in all must be right, and two of them telling.
        """
        changed = {change.at for change in near.changes}
        firm = not changed & {0, len(near.words) - 1} and len(near.kept) > 3 and self._telling(near) > 1
        kinds = {change.kind for change in near.changes} <= {"replaced", "missing"}
        lowered = is_capitalised(near.form) and not self._is_name(near)
        return firm and kinds and lowered and self._before(near) == "the" and self.full(near) is not None

    def _before(self, near: Near) -> str:
        tokens = self._doc.tokens
        return tokens.words[near.first - 1] if near.first and tokens.linked(near.first - 1) else ""

    def _describes(self, near: Near) -> bool:
        """Whether the sentence has the full name too: then other words tell what it is, if they are not its own."""
        if self._is_name(near) and all(change.kind in {"missing", "swapped"} for change in near.changes):
            return False
        sentence = self._doc.sentence_at(self._doc.tokens.starts[near.first])
        return any(sentence.covers(use.span) for use in self._full.get(near.term.term, ()))

    def _is_part_of_name(self, near: Near) -> bool:
        """Whether a capital goes on before or after the words, so that they are part of a longer name."""
        tokens = self._doc.tokens
        after = near.last + 1 < len(tokens) and tokens.linked(near.last) and self._capital(near.last + 1)
        before = near.first > 0 and tokens.linked(near.first - 1) and self._capital(near.first - 1)
        return (after and self._capital(near.last)) or (before and not may_open(tokens, near.first - 1))

    def _is_name(self, near: Near) -> bool:
        """Whether all words have capitals but the grammatical ones and second parts of compounds."""
        tokens = self._doc.tokens
        parts = {at + 1 for at in range(near.first, near.last) if tokens.gap(at) == "-" and not self._capital(at + 1)}
        return all(
            self._capital(at) for at in {*range(near.first, near.last + 1)} - parts if is_content(tokens.words[at])
        )

    def _capital(self, at: int) -> bool:
        return is_content(self._doc.tokens.words[at]) and self._doc.text[self._doc.tokens.starts[at]].isupper()

    def _telling(self, near: Near) -> int:
        """How many of the right words are no everyday words; a compound name that only this term has counts as two."""
        rare = sum(word.isalpha() and rank(word) > COMMON for word in near.kept)
        return 2 if rare < 2 and self._has_own_compound(near) else rare

    def _has_own_compound(self, near: Near) -> bool:
        text = self._doc.folded[self._doc.tokens.starts[near.first] : self._doc.tokens.ends[near.last]]
        names = (
            word for word in near.form.split() if "-" in word and all(part[:1].isupper() for part in word.split("-"))
        )
        return any(fold(name) in text and self._index.sharing(words_of(fold(name))) == 1 for name in names)


def _is_slip(mine: str, its: str) -> bool:
    """Whether one letter is wrong, and it makes no other number of the word and no footnote mark behind it."""
    return its.isalpha() and min(len(mine), len(its)) > 3 and one_edit_apart(mine, its) and its not in inflections(mine)


def _counts(change: Change) -> bool:
    """Whether the change is one of content, or leaves out a grammatical word that is no article."""
    left_out = change.kind == "missing" and change.form[0] not in DETERMINERS
    return left_out or all(map(is_content, (*change.form, *change.text)))


def _is_small(change: Change) -> bool:
    """Whether the text has all words of note, and only "and" or the like is missing, or one is in the other number."""
    if change.kind == "missing":
        return not is_content(change.form[0])
    return change.kind == "replaced" and change.text[0] in inflections(change.form[0])
