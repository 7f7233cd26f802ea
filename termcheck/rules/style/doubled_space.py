"""Two or three blanks between words of one line.

Two blanks after every sentence are a convention, so after a sentence they are
flagged only where they are the exception: at most one such gap in four. Gaps
beside dashes, list marks and columns are left alone. A text with many doubled
blanks gets one finding with their number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from ...document import PROSE, Document
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule
from ._marks import places

_DOUBLED = re.compile(r"(?<=[\w,;:.?!)\"'”’])[ \u00a0]{2,3}(?=[\w(\"'“‘])")
_SENTENCE_GAP = re.compile(r"[.!?](?<=[a-z].)[\"'”’)]* (?=[A-Z\"'“‘])")


def check(doc: Document, ctx: Context, *, many: int = 10) -> Iterator[Finding]:
    found = [*_doubled(doc)]
    after = {span for span in found if _ends_sentence(doc.text[max(0, span.start - 4) : span.start])}
    if after and not any(islice(_SENTENCE_GAP.finditer(doc.text), 3 * len(after) - 1, None)):
        found = [span for span in found if span not in after]
    if len(found) > many:
        fix = Fix("make all single", tuple(Edit(span, " ") for span in found), safe=True)
        yield Finding(found[0], f"two blanks between words, {len(found)} times in the text", fix=fix)
    else:
        for span in found:
            fix = Fix("make it one", (Edit(span, " "),), safe=True)
            yield Finding(span, "two blanks between words", fix=fix)


def _doubled(doc: Document) -> Iterator[Span]:
    for match in (_DOUBLED.match(doc.text, at) for at in places(doc.folded, "  ")):
        if match and (block := doc.block_at(match.start())).kind in PROSE and match.end() < block.span.end:
            yield Span(*match.span())


def _ends_sentence(before: str) -> bool:
    return before.rstrip("\"'”’)").endswith((".", "!", "?", ":"))


RULE = Rule(
    "style/doubled-space",
    "two blanks between words",
    Severity.SUGGESTION,
    check,
    (
        Example("The port[[  ]]grew in May.", fixed="The port grew in May."),
        Example("One[[  ]]two  three  four.", fixed="One two three four.", options={"many": 2}),
        Example("It grew.  It fell.  It grew again.  It closed."),
        Example("The port  - it is new -  grew.      Tons"),
    ),
)
