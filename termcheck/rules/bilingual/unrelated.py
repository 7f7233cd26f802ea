"""A text that is no translation of what is given as its source.

Hardly any figure or date of the one stands where the other answers to it
(`align.coverage`), as in two days' texts that were mixed up. No other rule for
two languages says anything then: there is nothing to compare.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Bitext
from ...model import Finding, Note, Severity
from ...rule import Context, Example, Rule


def check(bitext: Bitext, ctx: Context) -> Iterator[Finding]:
    mine, its = (next(doc.prose(), None) for doc in (bitext.target, bitext.source))
    if mine and its and not bitext.pairs:
        note = Note(its.span, "the text given as the source", in_source=True)
        yield Finding(mine.span, "this text does not translate its source: is it the right file?", (note,))


_FIGURES = (
    "2019年产量为{}吨，{}家企业，{}%。\n\n2020年产量为{}吨，{}家企业，{}%。\n\n"
    "2021年产量为{}吨，{}家企业，{}%。\n\n2022年产量为{}吨，{}家企业，{}%。\n"
)
_TARGET = (
    "Output was 611 tons at 37 companies, 4.1%, in 2003.\n\nIn 2004 it was 655 tons at 39 companies, 4.7%.\n\n"
    "In 2005 it was 672 tons at 43 companies, 5.2%.\n\nIn 2006 it was 699 tons at 47 companies, 5.9%.\n"
)
_OTHER = _FIGURES.format(811, 52, 6.3, 824, 56, 6.8, 843, 58, 7.1, 877, 61, 7.4)
_OWN = _FIGURES.format(611, 37, 4.1, 655, 39, 4.7, 672, 43, 5.2, 699, 47, 5.9)

RULE = Rule(
    "bilingual/unrelated",
    "a text that is no translation of its source",
    Severity.ERROR,
    check,
    (
        Example("[[" + _TARGET.replace("\n\n", "]]\n\n", 1), source=_OTHER),
        Example(_TARGET, source=_OWN.replace("2019", "2003").replace("2020", "2004")),
    ),
)
