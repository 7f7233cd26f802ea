"""What can stand for a rendering in a passage: initials, a short form, a part of what stood in full before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property
from typing import Literal

from ...document import Document
from ...glossary import Glossary, Term
from ...glossary.slips import slips
from ...lang.function_words import DETERMINERS, FUNCTION_WORDS
from ...lang.words import words_of
from ...model import Pair, Span
from ...text import fold
from ._glossed import Passages, Uses, forms
from ._words import Passage, content, initials

Carrier = Literal["words", "passage", "initials", "slip", "defined", "part", "head", "beside", ""]

_CAPITALS = re.compile(r"[A-Z][A-Za-z&]*[A-Z][A-Za-z&$]*")
_DEFINED = re.compile(r"[\"\u201d]?\s*[(\uff08][\"\u201c]?(?:the )?([^()\uff08\uff09\r\n]{2,30}?)[\"\u201d]?[)\uff09]")
_PART = 0.5  # of a name that has stood in full, so much is a short form
_SURE = 3  # letters of an abbreviation that the first letters of a passage's words do not have by chance


class Carriers:
    """What a text has said of its terms by any of its places."""

    def __init__(self, doc: Document, glossary: Glossary, uses: Uses, passages: Passages) -> None:
        self._doc, self._glossary, self._uses, self._passages = doc, glossary, uses, passages

    def of(self, sentence: Pair, terms: tuple[Term, ...]) -> Carrier:
        """What stands for a rendering of the terms in the passage of a sentence that has no form of them."""
        span = self._passages.around(sentence).target
        here = self._passages[span]
        if self._uses.have(span, terms) or here.best(forms(terms)) == 1:
            return "passage"
        if has_initials(self._doc[span], forms(terms)):
            return "initials"
        if any(span.start <= place < span.end for term in terms for place in self._slips.get(term.term, ())):
            return "slip"
        if any(here.share(short) == 1 for term in terms for short in self._defined.get(term.term, ())):
            return "defined"
        if any(self._first.get(term.term, span.end) < span.end for term in terms):
            if here.best(forms(terms)) >= _PART:
                return "part"
            if any(self._has_head(span, here, form) for form in forms(terms)):
                return "head"
        beside = self._passages.beside(sentence)
        stands = any(self._uses.have(one, terms) or self._passages[one].best(forms(terms)) == 1 for one in beside)
        return "beside" if stands else ""

    def _has_head(self, span: Span, here: Passage, form: str) -> bool:
        """Whether the head noun of a form stands after a determiner: "the Fund"."""
        words, tokens = content(form.partition(" of ")[0]), self._doc.tokens
        first = tokens.at(span.start)
        before = (tokens.words[first + place - 1] for place in here.places(words[-1]) if place)
        return len(content(form)) > 1 and any(word in DETERMINERS for word in before)

    @cached_property
    def _first(self) -> dict[str, int]:
        """Where each term first stands."""
        return {use.term.term: use.span.start for use in reversed(self._uses.every)}

    @cached_property
    def _slips(self) -> dict[str, list[int]]:
        """Where each term stands with a letter wrong."""
        found: dict[str, list[int]] = {}
        if self._doc.lang == "en":
            for slip in slips(self._doc, self._glossary.index):
                found.setdefault(slip.use.term.term, []).append(slip.use.span.start)
        return found

    @cached_property
    def _defined(self) -> dict[str, set[str]]:
        """The short forms that stand in brackets after a use: "the Deposit Protection Board (the Board)"."""
        found: dict[str, set[str]] = {}
        for use in self._uses.every:
            if match := _DEFINED.match(self._doc.text, use.span.end):
                found.setdefault(use.term.term, set()).add(match[1])
        return found


def has_initials(text: str, forms: Sequence[str]) -> bool:
    """Whether the initials of a form stand in a text, or the words whose initials a form is ("HK$" or "HKD")."""
    shorts = set(map(_capitals, _CAPITALS.findall(text)))
    if any(not initials(form).isdisjoint(shorts) for form in forms):
        return True
    mine = {short for form in forms for one in _CAPITALS.findall(form) if len(short := _capitals(one)) >= _SURE}
    words = "".join([word[0] for word in words_of(fold(text)) if word not in FUNCTION_WORDS]) if mine else ""
    return any(one in words for one in mine)


def _capitals(short: str) -> str:
    """The capitals of an abbreviation, in lower case."""
    return "".join(char for char in short.replace("$", "D") if char.isupper()).lower()
