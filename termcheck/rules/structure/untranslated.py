"""Chinese left standing in English prose.

Four characters or more outside brackets and quotation marks: a name or a word
that waits for its translation. A gloss in brackets, a quoted slogan and a
single character under discussion are no faults, nor is a text in Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...document import Document
from ...lang.script import reaches_han
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule

_HEAD = 400  # characters by which a paragraph's language is told
_NEAR = 60  # and in which a bracket that is still open must stand
_BRACKETS = ("()", "[]", "（）", "《》", "「」", "“”")


@cache
def _han() -> re.Pattern[str]:
    return re.compile("[\u3400-\u9fff]{4,}")


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for block in doc.prose("paragraph", "roster") if doc.lang == "en" and _has_han(doc) else ():
        for match in _han().finditer(doc.text, *block.span):
            head = doc.text[block.span.start : min(block.span.end, block.span.start + _HEAD)]
            before = doc.text[max(block.span.start, match.start() - _NEAR) : match.start()]
            if _is_latin(head) and not _enclosed(before):
                yield Finding(Span(*match.span()), f'"{match.group()}" is not translated')


def _has_han(doc: Document) -> bool:
    """Whether a word may be Chinese: those sort behind the others, and there are far fewer words than characters."""
    return reaches_han(max(doc.tokens.places, default=""))


def _enclosed(before: str) -> bool:
    """Whether a bracket or a quotation is open at the end of the text before."""
    return before.count('"') % 2 == 1 or any(before.rfind(pair[0]) > before.rfind(pair[1]) for pair in _BRACKETS)


def _is_latin(text: str) -> bool:
    return 2 * sum(map(str.isascii, text)) > len(text)


RULE = Rule(
    "structure/untranslated",
    "Chinese left in English prose",
    Severity.WARNING,
    check,
    (
        Example("The ministry will support [[专精特新]] firms this year."),
        Example("The ministry will support small firms that specialize (专精特新) and grow."),
        Example('It is called "专精特新企业" in Chinese, and the character 新 means new.'),
        Example("工业和信息化部将支持专精特新企业。"),
    ),
)
