""" "A" before a vowel sound or "an" before a consonant sound.

The sound counts, not the letter: "an hour", "a university", "a one-off", "an
8-year plan", "an MBA", "a European" (Chicago Manual of Style, 7.32). Where
readers differ ("an historic"; "a" or "an" before an abbreviation that some
say as a word, such as NGO or RMB) nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...lang.function_words import FUNCTION_WORDS
from ...lang.position import OPENERS
from ...lang.sounds import sound
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule

# No other letter or figure begins a word with the sound of a vowel for certain, so "a" is right before most words.
_MAY_BE_VOWEL = frozenset("aeiouh18")


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    tokens, words = doc.tokens, doc.tokens.words
    for index in tokens.among(("a", "an")):
        if tokens.linked(index) and (words[index] == "an" or words[index + 1][0] in _MAY_BE_VOWEL):
            begins = sound(words[index + 1], doc.text[tokens.starts[index + 1] : tokens.ends[index + 1] + 20])
            if begins and (begins == "vowel") != (words[index] == "an") and _is_article(doc, index):
                yield _finding(doc, index, "an" if begins == "vowel" else "a")


def _is_article(doc: Document, index: int) -> bool:
    """Whether the word is no letter, as in "grade A" or "a, b and c", and belongs to the next one."""
    if doc.tokens.gap(index) not in (" ", "\n", "\r\n"):
        return False
    start = doc.tokens.starts[index]
    surface = doc.text[start : doc.tokens.ends[index]]
    alone = not doc.text[start - 1 : start].strip("\"'“‘([ \t\r\n\u00a0")
    return alone and (surface.islower() or doc.sentence_at(start).start == start)


def _is_sure(doc: Document, index: int) -> bool:
    """Whether nothing else may be meant: "an" after a noun may be short for "and"."""
    before = _before(doc, index)
    return doc.tokens.words[index] == "a" or before in FUNCTION_WORDS | {""} or before.endswith("ing")


def _before(doc: Document, index: int) -> str:
    return doc.tokens.words[index - 1] if index and doc.tokens.gap(index - 1).isspace() else ""


def _finding(doc: Document, index: int, right: str) -> Finding:
    span = Span(doc.tokens.starts[index], doc.tokens.ends[index])
    article = right.capitalize() if doc.text[span.start].isupper() else right
    following = doc.text[doc.tokens.starts[index + 1] : doc.tokens.ends[index + 1]]
    fix = Fix(f'replace with "{article}"', (Edit(span, article),), safe=_is_sure(doc, index))
    message = f'write "{article}", not "{doc[span]}", before the sound of "{following}"'
    return Finding(span, message, fix=None if _before(doc, index) in OPENERS else fix)  # "the a" has a word too many


RULE = Rule(
    "style/article",
    "a before a vowel sound, or an before a consonant sound",
    Severity.ERROR,
    check,
    (
        Example("It took [[a]] hour and [[an]] university.", fixed="It took an hour and a university."),
        Example("[[A]] 8-year plan of [[a]] Asian bank.", fixed="An 8-year plan of an Asian bank."),
        Example("[[An]] useful rule of [[an]] UN body on [[an]] hill.", fixed="A useful rule of a UN body on a hill."),
        Example("An hour, a university, a one-off, an unimportant urn, a European, an urban area, a unit, an honor."),
        Example(
            "An historic day for an NGO and a NGO. An AAA or a AAA note. Grade A apples, a and b, vitamin A is. "
            "A 1,100-year oak."
        ),
        Example("The tall and [[an]] bold man. Of [[an]] bold man."),
        Example("An 11th, an 18-year, an 800-meter and a 108-meter road; a uranium mine; a usual utility; an usher."),
    ),
)
