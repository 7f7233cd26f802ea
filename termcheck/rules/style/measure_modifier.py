"""A measure in the plural before the noun it describes: "a 3 years project".

Before a noun, after an article or a hyphen ("the 3-years project"), the unit
is singular and hyphens join it to the figure: "a 3-year project", "an
8.5-million-cubic-meter slide" (Chicago Manual of Style, 7.89). A possessive
("3 years' experience") and a measure that stands alone ("a 10 minutes later",
after "a" for "some") are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...lang.function_words import FUNCTION_WORDS
from ...lang.inflection import singulars
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule

_MEASURES = ("measure", "money")
_NEXT_WORD = re.compile(r" ([a-z]+)(?![\w'’-])")
_NO_NOUN = FUNCTION_WORDS | frozenset(
    "ago later earlier away apart ahead long wide high deep tall thick old more less too each only worth".split()
)


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for quantity in doc.quantities:
        start, end = quantity.span
        if quantity.kind not in _MEASURES or not (_follows_article(doc, start) or _is_hyphenated(doc.text[start:end])):
            continue
        unit = re.split(r"[\s-]", doc.text[start:end])[-1]
        following = _NEXT_WORD.match(doc.text, end)
        single = next(singulars(unit), "")
        if single and following and following.group(1) not in _NO_NOUN:
            right = re.sub(r"\s+", "-", doc.text[start:end])[: -len(unit)] + single
            fix = Fix(f'replace with "{right}"', (Edit(Span(start, end), right),))
            yield Finding(Span(start, end), f'write "{right}" before the noun, not "{doc[(start, end)]}"', fix=fix)


def _follows_article(doc: Document, start: int) -> bool:
    return doc.folded[max(0, start - 4) : start].split(" ")[-2:] in _ARTICLES


def _is_hyphenated(text: str) -> bool:
    return "-" in text and " " not in text and text[-2:].isalpha()


_ARTICLES = (["a", ""], ["an", ""])

RULE = Rule(
    "style/measure-modifier",
    "plural unit before a noun",
    Severity.ERROR,
    check,
    (
        Example("They signed a [[3 years]] contract.", fixed="They signed a 3-year contract."),
        Example("The [[three-years]] plan grew.", fixed="The three-year plan grew."),
        Example("It is a [[ten miles]] walk.", fixed="It is a ten-mile walk."),
        Example(
            "An [[8.5 million cubic meters]] slide blocked it.", fixed="An 8.5-million-cubic-meter slide blocked it."
        ),
        Example("She has 3 years experience, a 3-year plan, a 5 percent share and a total of 10 miles."),
        Example("He came 10 years ago with a 3 years' lead."),
    ),
)
