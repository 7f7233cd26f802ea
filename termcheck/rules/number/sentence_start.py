"""A sentence that begins with a figure.

Spell the number out, or turn the sentence (Chicago Manual of Style, 9.5; the
Associated Press alike). Years may begin a sentence, and so may names that hold
a figure; headings, list items and fragments are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...lang.quantity import AMOUNTS, Quantity
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule

_FEWEST_WORDS = 5
_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for quantity in doc.quantities:
        begin = quantity.span[0]
        if quantity.kind in AMOUNTS and quantity.written != "words" and doc.text[begin].isdigit():
            sentence = doc.sentence_at(begin)
            if sentence.start == begin and _is_prose(doc, sentence, quantity):
                yield Finding(
                    Span(*quantity.span), "spell out the figure at the start of a sentence", fix=_fix(quantity, doc)
                )


def _is_prose(doc: Document, sentence: Span, quantity: Quantity) -> bool:
    """Whether the sentence is a full one of a paragraph, and the figure not the number of a list item."""
    numbering = doc.text[quantity.span[1] : quantity.span[1] + 1] in (".", ")", ":")
    named = doc.text[quantity.span[1] + 1 : quantity.span[1] + 2].isupper()  # a footnote's mark, a name
    code = not quantity.unit and not quantity.head and doc[quantity.number].isdigit() and len(doc[quantity.number]) > 4
    full = (
        not named
        and not code
        and doc.text[sentence.end - 1] in '.!?"”'
        and doc[sentence].count(" ") + 1 >= _FEWEST_WORDS
    )
    return full and not numbering and doc.block_at(sentence.start).kind == "paragraph"


def _fix(quantity: Quantity, doc: Document) -> Fix | None:
    value = quantity.value
    if not isinstance(value, int) or not 0 < value < 100 or quantity.high is not None:
        return None
    words = _ONES[value] if value < 20 else _TENS[value // 10] + (f"-{_ONES[value % 10]}" if value % 10 else "")
    tail = doc.text[quantity.number[1] : quantity.span[1]]
    written = words.capitalize() + (" percent" if tail.strip() == "%" else tail)
    return Fix(f'write "{written}"', (Edit(Span(*quantity.span), written),))


RULE = Rule(
    "number/sentence-start",
    "a sentence that begins with a figure",
    Severity.WARNING,
    check,
    (
        Example(
            "It rained. [[42%]] of the farms lost their crop.",
            fixed="It rained. Forty-two percent of the farms lost their crop.",
        ),
        Example(
            "[[17]] villages were cut off for a week.",
            fixed="Seventeen villages were cut off for a week.",
        ),
        Example("[[1,200]] people were led to safety by boat."),
        Example("2023 marks the start of a good time for farms. 3 Figures include the farms of the valley."),
        Example("1. Farms and their water supply this year.\n\n100 farms\n\n3) Villages and their roads this year."),
        Example("It is late. 12306 is the number to call for a ticket."),
        Example("Forty-two percent of the farms lost 17 cows."),
        Example("5G has reached all the farms of the valley. 1 May 2024 is the day it came."),
    ),
)
