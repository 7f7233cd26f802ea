"""Which capitals of a use are wrong, and whether that is sure."""

from __future__ import annotations

from typing import Literal

from ...document import Document
from ...glossary import Term, Use
from ...glossary.letters import Pair, form_words
from ...glossary.model import Kind
from ...lang.function_words import FUNCTION_WORDS
from ...lang.institutions import HEADS
from ...lang.lexicon import is_name, known
from ...lang.position import in_title_case, may_open
from ...text import fold

_NAMED: frozenset[Kind] = frozenset({"project", "place", "organisation", "person", "product"})

Verdict = Literal["right", "doubtful", "wrong"]


def right_capitals(doc: Document, use: Use, form: str, found: list[Pair]) -> set[int]:
    """Numbers of the letters whose case differs from the form and is right where they stand."""
    words, got = form_words(form), doc[use.span]
    if got.isupper() and len(got) > 3:
        return set(range(len(found)))
    right = {at for at, pair in enumerate(found) if words[pair.word] in FUNCTION_WORDS}
    opens = may_open(doc.tokens, doc.tokens.at(use.span.start))
    if found[0].text.char.isupper() and opens:
        right.add(0)
    if not use.term.case and _is_list_style(form):
        right.update(range(len(found)) if form.isupper() else (0,))
    extra = {at for at, pair in enumerate(found) if pair.case_differs and pair.text.char.isupper()} - right
    if extra and (len(words) == 1 or _in_title(doc, use)):
        right |= extra
    return right


def case_verdict(doc: Document, use: Use, form: str, found: list[Pair], right: set[int]) -> Verdict:
    """What the case says against a use.

    A capital too many is a fault where the glossary asks for lower case. A lost
    one is where the form has both kinds of words and it is a name; where the entry says that it
    is a name and has other capitals left or three words; and in an unmarked entry
    where the lost one stands before another capital or on the noun that closes
    the name of an institution. The rest may be ordinary words in the same order,
    and so may whatever follows "a".
    """
    wrong = [pair for at, pair in enumerate(found) if pair.case_differs and at not in right]
    if not wrong:
        return "right"
    lost = [pair.word for pair in wrong if pair.form.char.isupper()]
    if not lost:
        return "wrong" if use.term.case == "sentence" else "doubtful"
    first = doc.tokens.at(use.span.start)
    if is_indefinite(doc, first):
        return "doubtful"
    opens = may_open(doc.tokens, first)
    kept = [pair.word for at, pair in enumerate(found) if pair.text.char.isupper() and (at or not opens)]
    words = form_words(form)
    if _is_marked_name(use.term, form):
        return "wrong" if kept or len(words) > 2 else "doubtful"
    if use.term.case == "sentence" or (
        _is_mixed(form) and any(not known(words[at]) or is_name(words[at]) for at in lost)
    ):
        return "wrong"
    inside = kept and (min(kept) < max(lost) < max(kept) or (words[-1] in HEADS and max(lost) == len(words) - 1))
    return "wrong" if inside else "doubtful"


def _is_marked_name(term: Term, form: str) -> bool:
    """Whether the entry says that it is a name: by its case, or by what it names and the capitals of all its words."""
    return term.case == "exact" or (not term.case and term.kind in _NAMED and is_capitalised(form))


def is_capitalised(form: str) -> bool:
    """Whether every word of note has a capital, second parts of compounds apart ("State-owned Assets Office")."""
    return all(word[:1].isupper() for word in form.split() if fold(word) not in FUNCTION_WORDS and word[:1].isalpha())


def is_indefinite(doc: Document, index: int) -> bool:
    """Whether "a" or "an" stands before a word, or before one that describes it ("a new port council")."""
    before = [at for at in (index - 1, index - 2) if at >= 0 and all(map(doc.tokens.linked, range(at, index)))]
    return not {"a", "an"}.isdisjoint(doc.tokens.words[at] for at in before)


def in_longer_name(doc: Document, use: Use, form: str, closed: bool) -> bool:
    """Whether the words are part of another name: capitals where the glossary has none, or written closed there."""
    if not doc[use.span][0].isupper():
        return False
    first, last = doc.tokens.at(use.span.start), doc.tokens.at(use.span.end) - 1
    beside = _capital(doc, first, -1) or _capital(doc, last, 1)
    return (form[1:].islower() and _in_title(doc, use)) or (closed and beside)


def _is_list_style(form: str) -> bool:
    """Whether the capitals of a form are those of a list of terms: all of it, or nothing but the first letter."""
    return " " in form and (form.isupper() or form[1:].islower())


def _is_mixed(form: str) -> bool:
    """Whether some words of note have capitals and some have none: then those that have are names in themselves."""
    words = [word for word in form.split() if word[:1].isalpha() and fold(word) not in FUNCTION_WORDS]
    return any(word[0].isupper() for word in words) and any(word[0].islower() for word in words)


def _in_title(doc: Document, use: Use) -> bool:
    """Whether the words stand in a heading, close a quotation, or stand beside another word with a capital."""
    if doc.block_at(use.span.start).kind in {"title", "heading", "roster"} or in_title_case(doc.text, *use.span):
        return True
    quoted = doc.folded[use.span.end : use.span.end + 3].lstrip(".,").startswith('"')
    first, last = doc.tokens.at(use.span.start), doc.tokens.at(use.span.end) - 1
    return quoted or _capital(doc, first, -1) or _capital(doc, last, 1)


def _capital(doc: Document, index: int, step: int) -> bool:
    """Whether the next word in a direction, grammatical words left out, is joined to this one and has a capital."""
    tokens = doc.tokens
    while 0 <= index + step < len(tokens) and tokens.linked(min(index, index + step)):
        index += step
        if tokens.words[index] not in FUNCTION_WORDS:
            return doc.text[tokens.starts[index]].isupper()
    return False
