"""A modifier whose last part lost its hyphen: "trillion-yuan level clusters", "climate related risks".

Before a noun, "-related", "-based", "-oriented" and "-level" after a measure
belong to the word before them by a hyphen (Chicago Manual of Style, 7.89:
compounds with such participles are hyphenated before a noun). After the noun
("risks related to climate") and after an adverb ("closely related fields")
there is none. Where the word before may be a verb ("issue related rules") or
the subject ("the minister related stories") nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...lang.function_words import FUNCTION_WORDS
from ...lang.position import after, same_line
from ...lang.word_class import is_thing
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule

_TAILS = frozenset("related based oriented driven level".split())
_MEASURE = re.compile(
    r"\d|(?:hundred|thousand|million|billion|trillion|one|two|three|four|five|six|seven|eight|nine|ten)-\Z"
)
_HYPHENATED = re.compile(r"(?:[a-z]+|\d[\d,.]*)-\Z")


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    tokens = doc.tokens
    for index in tokens.among(_TAILS):
        if index and _is_open(doc, index) and _is_modifier(doc, index):
            span = Span(tokens.starts[index - 1], tokens.ends[index])
            while doc.text[span.start - 1 : span.start] == "-" and not doc.text[span.start - 2].isspace():
                span = span._replace(start=tokens.starts[tokens.at(span.start) - 1])
            gap = Span(tokens.ends[index - 1], tokens.starts[index])
            right = doc.text[span.start : gap.start] + "-" + doc.text[gap.end : span.end]
            fix = Fix(f'replace with "{right}"', (Edit(gap, "-"),))
            yield Finding(span, f'write "{right}" before a noun, not "{doc[span]}"', fix=fix)


def _is_open(doc: Document, index: int) -> bool:
    """Whether a blank stands before word `index` and a noun may follow it."""
    tokens = doc.tokens
    if not (same_line(tokens, doc.text, index - 1) and doc.text[tokens.starts[index] : tokens.ends[index]].islower()):
        return False
    return after(tokens, doc.text, index) == "content" and not tokens.words[index + 1].endswith("ing")


def _is_modifier(doc: Document, index: int) -> bool:
    tokens = doc.tokens
    before = tokens.words[index - 1]
    head = doc.text[max(0, tokens.starts[index - 1] - 20) : tokens.starts[index - 1]]
    hyphenated = _HYPHENATED.search(head)
    if tokens.words[index] == "level":
        return bool(hyphenated and _MEASURE.search(hyphenated.group()))
    if hyphenated:
        return doc.text[tokens.starts[index - 1]].islower() and before not in FUNCTION_WORDS
    return is_thing(before)


RULE = Rule(
    "style/open-modifier",
    "hyphen missing before related, based, oriented, driven or level",
    Severity.WARNING,
    check,
    (
        Example("They built a [[billion-dollar level]] cluster.", fixed="They built a billion-dollar-level cluster."),
        Example("The law covers [[climate related]] risks.", fixed="The law covers climate-related risks."),
        Example("It is a [[free-market based]] economy.", fixed="It is a free-market-based economy."),
        Example("Closely related fields and risks related to climate; they issue related rules."),
        Example("The pre-crisis level rose. The minister related stories. It is climate related."),
    ),
)
