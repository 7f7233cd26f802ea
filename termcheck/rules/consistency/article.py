"""The name of a public body that has "the" elsewhere has none here: "a plan of Lagos State Government".

Flagged after a preposition, when the same name has the article at least as
often. Such names need it because their last word is a common noun
("government", "ministry", "commission"). Names before a noun ("in Ministry
statements") and headings go without it, and so may banks, companies,
universities and news agencies.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...document import Document
from ...lang.function_words import FUNCTION_WORDS, PREPOSITIONS
from ...lang.position import after, in_title_case, same_line
from ...model import Edit, Finding, Fix, Note, Severity, Span
from ...rule import Context, Example, Rule
from ._variants import times

_BODIES = frozenset(
    "government ministry department bureau office commission committee council court tribunal authority "
    "administration secretariat assembly senate".split()
)


class _Uses(NamedTuple):
    """Where a name stands with the article, and where it stands bare after a preposition."""

    full: list[Span]
    bare: list[Span]


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    uses: dict[str, _Uses] = {}
    for last, word in enumerate(doc.tokens.words):
        if word.removesuffix("'s") in _BODIES and (first := _first(doc, last)) < last:
            _record(doc, first, last, uses)
    for full, bare in uses.values():
        if len(bare) <= len(full):
            why = f"the name has its article {times(len(full))}"
            for span in bare:
                fix = Fix('insert "the"', (Edit(Span(span.start, span.start), "the "),))
                yield Finding(
                    span, f'write "the {doc[span]}": {why}', notes=(Note(full[0], "with the article"),), fix=fix
                )


def _first(doc: Document, last: int) -> int:
    """Index of the first word of the capitalised run that ends with word `last`; `last` itself where it has none."""
    tokens, text = doc.tokens, doc.text
    if not text[tokens.starts[last]].isupper() or after(tokens, text, last) == "joined":
        return last
    if same_line(tokens, text, last) and text[tokens.starts[last + 1]].isupper():
        return last
    first = last
    while first and text[tokens.starts[first - 1]].isupper() and tokens.words[first - 1] not in FUNCTION_WORDS:
        if not same_line(tokens, text, first - 1) and tokens.gap(first - 1) != "-":
            break
        first -= 1
    return first


def _record(doc: Document, first: int, last: int, uses: dict[str, _Uses]) -> None:
    tokens = doc.tokens
    possessive = tokens.words[last].endswith("'s")
    modifies = not possessive and after(tokens, doc.text, last) not in ("function", "list", "break")
    if first == 0 or modifies or not same_line(tokens, doc.text, first - 1):
        return
    span = Span(tokens.starts[first], tokens.ends[last])
    name = uses.setdefault(" ".join(tokens.words[first : last + 1]).removesuffix("'s"), _Uses([], []))
    before = tokens.words[first - 1]
    if before == "the":
        name.full.append(span)
    elif before in PREPOSITIONS and not in_title_case(doc.text, *span):
        name.bare.append(span)


RULE = Rule(
    "consistency/article",
    'a name without its "the"',
    Severity.WARNING,
    check,
    (
        Example(
            "The bridge is a plan of [[Lagos State Government]]. In May the Lagos State Government had two.",
            fixed="The bridge is a plan of the Lagos State Government. In May the Lagos State Government had two.",
        ),
        Example(
            "In May the Kenya Ports Authority would not. It is part of [[Kenya Ports Authority’s]] new plan.",
            fixed="In May the Kenya Ports Authority would not. It is part of the Kenya Ports Authority’s new plan.",
        ),
        Example("The Kenya Ports Authority said so in Kenya Ports Authority statements, wrote Xinhua News Agency."),
        Example("A plan of Lagos State Government is out. Others are by Lagos State Government."),
        Example("# News of Lagos State Government\n\nToday the Lagos State Government is to meet."),
    ),
)
