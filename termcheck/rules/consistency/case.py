"""The name of one institution is written with the same capitals throughout.

"Regional council" once beside "Regional Council" eight times is a slip.
Compared are runs of words that a capital opens in mid-sentence, and only where
two signs of three speak for a name: the last word is the kind that closes one
("committee", "council", "plan"), the word before it is a common word with a
capital ("Regional"), and a capitalised word stands before both. So is the
second field of a body ("Ministry of Trade and industry").

A generic word alone ("the municipal government"), titles before and after
names, headings in title case and a name that merely begins another one are
right in either case. With no clear majority the pair is offered as a choice.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import compress
from typing import NamedTuple

from ...document import Document
from ...lang.function_words import FUNCTION_WORDS
from ...lang.institutions import HEADS
from ...lang.lexicon import USUAL, rank
from ...lang.position import in_title_case, may_open, same_line
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule
from ._variants import compare

_Forms = dict[str, list[Span]]


class _Run(NamedTuple):
    """Two or three words in a row, folded; `led` says whether a capitalised word stands before them."""

    led: bool
    words: tuple[str, ...]


def check(doc: Document, ctx: Context, *, share: int = 3) -> Iterator[Finding]:
    for run, found in _runs(doc).items():
        if len(found) < 2:
            continue
        forms = {form: spans for form, spans in found.items() if _speaks_for_a_name(run, form)}
        titled = [form for form in forms if _shape(form).isupper()]
        if len(titled) == 1 and len(forms) > 1:
            forms[titled[0]] = [span for span in forms[titled[0]] if not in_title_case(doc.text, *span)]
            yield from compare(doc, forms, share=share, usual=titled[0], rewrite=lambda _, form: form)
    for forms in _second_fields(doc).values():
        titled = [form for form in forms if form.split()[-1][0].isupper()]
        yield from compare(doc, forms, share=share, usual=titled[0] if titled else "", rewrite=lambda _, form: form)


def _second_fields(doc: Document) -> dict[tuple[str, ...], _Forms]:
    """Names such as "Ministry of Trade and Industry" by their folded words, their last word with a capital or not."""
    found: dict[tuple[str, ...], _Forms] = {}
    tokens, text = doc.tokens, doc.text
    for first in tokens.among(HEADS):
        if tokens.words[first + 1 : first + 4 : 2] != ["of", "and"] or first + 5 >= len(tokens):
            continue
        joint = first + 3
        for last in (joint + 1, joint + 2):
            inner = all(same_line(tokens, text, at) for at in range(first, last))
            capitals = all(_is_capital(doc, at) for at in (first, *range(joint - 1, last)) if at != joint)
            if inner and capitals and len(tokens.words[last]) > 3:
                span = Span(tokens.starts[first], tokens.ends[last])
                form = " ".join(text[span.start : span.end].split())
                found.setdefault(tuple(tokens.words[first : last + 1]), {}).setdefault(form, []).append(span)
    return {words: forms for words, forms in found.items() if len(forms) > 1}


def _runs(doc: Document) -> dict[_Run, _Forms]:
    """The runs that a capital opens in mid-sentence and that no capital follows, by their spelling."""
    found: dict[_Run, _Forms] = {}
    tokens, text = doc.tokens, doc.text
    for words, places in _in_both_cases(doc):
        for first in places:
            last = first + len(words) - 1
            inner = all(same_line(tokens, text, at) for at in range(first, last))
            if inner and not may_open(tokens, first) and _may_close(doc, last):
                led = len(words) > 2 or (_is_capital(doc, first - 1) and same_line(tokens, text, first - 1))
                span = Span(tokens.starts[first], tokens.ends[last])
                form = " ".join(text[span.start : span.end].split())
                found.setdefault(_Run(led, words), {}).setdefault(form, []).append(span)
    return found


def _in_both_cases(doc: Document) -> Iterator[tuple[tuple[str, ...], list[int]]]:
    """Two or three words in a row that a capital opens, and where each stands, if not all have the same capitals."""
    words, places = [*doc.tokens.words, "", ""], dict[tuple[str, ...], list[int]]()
    capital, counts = Counter(compress(words, doc.capitals)), doc.counts
    firsts = {word for word, count in capital.items() if count > 1} - FUNCTION_WORDS
    mixed = {word for word, count in capital.items() if count < counts[word]} - FUNCTION_WORDS
    opens = compress(range(len(doc.tokens) - 1), doc.capitals)
    for first in [at for at in opens if words[at] in firsts and (words[at + 1] in mixed or words[at + 2] in mixed)]:
        second, third = words[first + 1 : first + 3]
        if second in mixed:
            places.setdefault((words[first], second), []).append(first)
        if third and third not in FUNCTION_WORDS and second not in FUNCTION_WORDS:
            places.setdefault((words[first], second, third), []).append(first)
    for run, found in places.items():
        if len(found) > 1 and len({doc.capitals[first : first + len(run)] for first in found}) > 1:
            yield run, found


def _is_capital(doc: Document, index: int) -> bool:
    return doc.capitals[index] == 1 and doc.tokens.words[index] not in FUNCTION_WORDS


def _may_close(doc: Document, last: int) -> bool:
    """Whether a name may end with the word: letters, not all capitals, with no capitalised word right after it."""
    written = doc.text[doc.tokens.starts[last] : doc.tokens.ends[last]]
    if len(written) < 4 or not written.isalpha() or written.isupper():
        return False
    return not (same_line(doc.tokens, doc.text, last) and _is_capital(doc, last + 1))


def _shape(form: str) -> str:
    """The case of each word: "CCc" for "Regional Planning board"."""
    return "".join("C" if word[0].isupper() else "c" for word in form.split())


def _speaks_for_a_name(run: _Run, form: str) -> bool:
    closing = run.words[-1] in HEADS
    common = rank(run.words[-2]) <= USUAL
    match _shape(form):
        case "CC" | "Cc":
            return common and (closing or run.led)
        case "CCC" | "CcC":
            return common or closing
        case "CCc":  # with a common word in the middle the last two are a run of their own
            return closing and not common
        case _:
            return closing


RULE = Rule(
    "consistency/case",
    "a name with a capital more or less",
    Severity.WARNING,
    check,
    (
        Example(
            "He left the Lagos Planning Board. The Lagos Planning Board met. The Lagos [[Planning board]] agreed.",
            fixed="He left the Lagos Planning Board. The Lagos Planning Board met. The Lagos Planning Board agreed.",
        ),
        Example(
            "Take the Crop Insurance Scheme: the Crop Insurance Scheme pays. A [[Crop insurance Scheme]] helps.",
            fixed="Take the Crop Insurance Scheme: the Crop Insurance Scheme pays. A Crop Insurance Scheme helps.",
        ),
        Example(
            "The Ministry of Trade and Industry met. The Ministry of Trade and Industry led. The "
            "[[Ministry of Trade and industry]] paid.",
            fixed="The Ministry of Trade and Industry met. The Ministry of Trade and Industry led. The "
            "Ministry of Trade and Industry paid.",
        ),
        Example("We met the Kenyan Planning Board, and then the Kenyan [[Planning board]] met us."),
        Example("The Lagos Planning Board met. The planning board agreed. Planning board members left."),
        Example("They quote the Trade Index Company. The Trade index fell."),
        Example("We asked Deputy Minister Okoro, the deputy minister of Works. The Deputy Minister came."),
        Example("Ports and Rail\n\nThe Northern Rail Plan\n\nThe Northern Rail plan is out, the Northern Rail plan."),
    ),
)
