"""A word that is unknown and one letter away from the word a term has there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from ...document import Document
from ...glossary.near import is_content
from ...glossary.slips import Slip, slips
from ...lang.names import is_pinyin
from ...model import Edit, Finding, Fix, Span
from ...rule import Context

_LONG = 7  # letters from which a misspelt term of one word is told with no help of its neighbours


def letter_off(doc: Document, ctx: Context) -> Iterator[Finding]:
    """Misspelt terms. Two pinyin names are often one letter apart and both right: they need two other words."""
    uses = ctx.uses(doc)
    starts = [use.span.start for use in uses]
    for slip in slips(doc, ctx.glossary.index):
        place = doc.tokens.starts[slip.at]
        before = bisect_right(starts, place)
        busy = before and place < uses[before - 1].span.end
        if not busy and _stands_free(doc, slip):
            words = doc.tokens.words[doc.tokens.at(slip.use.span.start) : doc.tokens.at(slip.use.span.end)]
            others = sum(map(is_content, words)) - 1
            name = is_pinyin(doc.tokens.words[slip.at]) and is_pinyin(slip.meant)
            if others or (len(slip.meant) >= _LONG and not name and doc.counts[doc.tokens.words[slip.at]] < 3):
                yield _finding(doc, slip, doubtful=name and others < 2)


def _stands_free(doc: Document, slip: Slip) -> bool:
    """Whether no sign such as "$" or "@" makes the word part of something else."""
    start, end = doc.tokens.starts[slip.at], doc.tokens.ends[slip.at]
    around = doc.folded[start - 1 : start] + doc.folded[end : end + 1]
    return not set(around) & set("$@#/\\_&=+~")


def _finding(doc: Document, slip: Slip, doubtful: bool) -> Finding:
    start, end = doc.tokens.starts[slip.at], doc.tokens.ends[slip.at]
    got, written = doc[slip.use.span], doc.text[start:end]
    right = slip.meant.upper() if written.isupper() else slip.meant
    right = right[0].upper() + right[1:] if written[0].isupper() else right
    want = got[: start - slip.use.span.start] + right + got[end - slip.use.span.start :]
    fix = Fix(f'write "{right}"', (Edit(Span(start, end), right),))
    message = f'write "{want}", not "{got}": a letter of the official term is wrong'
    return Finding(slip.use.span, message, fix=fix, doubtful=doubtful, term=slip.use.term.term)
