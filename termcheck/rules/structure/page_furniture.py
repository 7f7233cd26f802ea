"""Words of the web page that are not words of the transcript.

Buttons, link labels and paths of the page ("Read in Chinese", "Adjust font
size:", "Home > Press Room") are copied along with a text. Web addresses,
comments and the signs of Markdown are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule

_ADDRESS = re.compile(r"https?:|www\.")


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for block in doc.blocks:
        words = block.kind == "residue" and doc.text[block.span.start].isalnum()
        if words and not _ADDRESS.match(doc.folded, block.span.start):
            end = block.span.end
            while doc.text[end : end + 1] in ("\r", "\n", " ", "\u00a0"):
                end += 1
            fix = Fix("delete the line", (Edit(Span(block.span.start, end), ""),))
            yield Finding(block.span, f'"{doc[block.span]}" belongs to the web page: delete the line', fix=fix)


RULE = Rule(
    "structure/page-furniture",
    "words of the web page in the transcript",
    Severity.WARNING,
    check,
    (
        Example(
            "SCIO briefing on tea\n\n[[Read in Chinese]]\n\nTea is drunk hot.\n",
            fixed="SCIO briefing on tea\n\nTea is drunk hot.\n",
        ),
        Example("[[Home > Press Room > Briefings]]\n[[0 Comment(s)Print E-mail]]\n\nTea is drunk hot.\n"),
        Example("https://example.org/tea\n\nRead in Chinese, the poem is shorter.\n\n***\n"),
    ),
)
