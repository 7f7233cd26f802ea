"""A full-width comma, stop or bracket in English text: "roads，bridges".

Chinese signs are as wide as a character and look like a gap in an English
line. Signs beside Chinese characters, and those of a paragraph that is mostly
Chinese, belong to the Chinese and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...lang.script import is_chinese
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule

_PLAIN = {"，": ",", "。": ".", "；": ";", "：": ":", "！": "!", "？": "?", "（": "(", "）": ")", "、": ",", "％": "%"}
_HAN = "\u3400-\u4dbf\u4e00-\u9fff\u3000-\u303f\uff00-\uffef"
_WIDE = rf"(?<![{_HAN}])[{''.join(_PLAIN)}](?![{_HAN}])"


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    if not any(sign in doc.text for sign in _PLAIN):
        return
    wide = re.compile(_WIDE)
    for block in doc.prose():
        if is_chinese(doc.text, *block.span):
            continue
        for match in wide.finditer(doc.text, *block.span):
            span = Span(*match.span())
            plain = _PLAIN[match.group()]
            spaced = plain not in "(%" and doc.text[span.end : span.end + 1].isalpha()
            opening = " " if plain == "(" and doc.text[span.start - 1 : span.start].isalpha() else ""
            fix = Fix(f'write "{plain}"', (Edit(span, opening + plain + " " * spaced),))
            yield Finding(span, f'write "{plain}", not the full-width "{match.group()}"', fix=fix)


RULE = Rule(
    "style/full-width-punctuation",
    "Chinese punctuation in English text",
    Severity.ERROR,
    check,
    (
        Example("Roads[[，]]bridges and ports[[。]]", fixed="Roads, bridges and ports."),
        Example("发言人回答了提问。会议在 GDP。"),
        Example("The slogan (共同富裕，人人有责) means common prosperity."),
    ),
)
