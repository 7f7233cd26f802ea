"""A phrase of one noun twice is hyphenated here and open there: "rose 5% year on year", "rose 5% year-on-year".

Uses are compared only where they stand alike, because the hyphens belong
before a noun and not elsewhere ("year-on-year growth", "face-to-face talks",
"grew year on year"; Chicago Manual of Style, 7.89). The rare form is flagged,
when it makes up at most a third of these uses; with no clear majority the pair
is offered as a choice.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...lang.function_words import FUNCTION_WORDS
from ...lang.position import after, singular, surely_noun
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule
from ._variants import compare

_LINKS = frozenset("on to by for in after over upon".split())
_Uses = dict[tuple[str, ...], dict[str, list[Span]]]


def check(doc: Document, ctx: Context, *, share: int = 3) -> Iterator[Finding]:
    modifiers, others = _Uses(), _Uses()
    for first, sign in _phrases(doc):
        words = tuple(doc.tokens.words[first : first + 3])
        span = Span(doc.tokens.starts[first], doc.tokens.ends[first + 2])
        follows = after(doc.tokens, doc.text, first + 2)
        if follows in ("function", "list", "break"):
            others.setdefault(words, {}).setdefault(sign, []).append(span)
        elif follows == "content" and (sign == "-" or _modifies(doc, first)):
            modifiers.setdefault(words, {}).setdefault(sign, []).append(span)
    for uses, where in ((modifiers, "before a noun "), (others, "")):
        for words, found in uses.items():
            forms = {sign.join(words): spans for sign, spans in found.items()}
            yield from compare(doc, forms, share=share, rewrite=_rejoin, where=where)


def _phrases(doc: Document) -> Iterator[tuple[int, str]]:
    """Index of the first word of each such phrase, and the sign between its words."""
    words, gap = doc.tokens.words, doc.tokens.gap
    for middle in doc.tokens.among(_LINKS):
        if 0 < middle < len(words) - 1 and words[middle - 1] == words[middle + 1]:
            sign = gap(middle)
            if sign in (" ", "-") and gap(middle - 1) == sign and _is_noun(words[middle - 1]):
                yield middle - 1, sign


def _is_noun(word: str) -> bool:
    return len(word) > 2 and word.isalpha() and word not in FUNCTION_WORDS


def _modifies(doc: Document, first: int) -> bool:
    """Whether an open phrase surely belongs to the noun after it, and not to a figure before it."""
    words = doc.tokens.words
    figure = first and (
        words[first - 1][-1].isdigit() or "%" in doc.tokens.gap(first - 1) or words[first - 1] == "percent"
    )
    return not figure and surely_noun(singular(words[first + 3]))


def _rejoin(got: str, model: str) -> str:
    return got.replace(" ", "-") if "-" in model else got.replace("-", " ")


RULE = Rule(
    "consistency/twin-nouns",
    "a phrase such as year on year with and without hyphens",
    Severity.WARNING,
    check,
    (
        Example(
            "Exports rose 5% year on year. Imports fell year on year, and sales rose [[year-on-year]].",
            fixed="Exports rose 5% year on year. Imports fell year on year, and sales rose year on year.",
        ),
        Example(
            "A door-to-door shipment and a door-to-door collection replaced a [[door to door]] investment.",
            fixed="A door-to-door shipment and a door-to-door collection replaced a door-to-door investment.",
        ),
        Example("Year-on-year growth was 5%. Exports rose year on year, and the year-on-year gain in May is small."),
        Example("Talks were held face to face. They were face-to-face talks, from coast to coast."),
    ),
)
