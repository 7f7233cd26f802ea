""" "A" before a vowel sound or "an" before a consonant sound.

The sound counts, not the letter: "an hour", "a university", "a one-off", "an
8-year plan", "an MBA", "a European" (Chicago Manual of Style, 7.32). Where
readers differ ("an historic"; "a" or "an" before an abbreviation that some
say as a word, such as NGO or RMB) nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from ...document import Document
from ...lang.function_words import FUNCTION_WORDS
from ...lang.lexicon import LARGE, is_name, rank
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule

Sound = Literal["vowel", "consonant", ""]

# After "a" these are letters, or another word is missing.
_SILENT = FUNCTION_WORDS - {"one"}
_VOWELS = frozenset("aeiou")
_LETTERS_WITH_VOWEL = frozenset("AEFHILMNORSX")
# "uni-" is "you-ni" but in "unimportant", where "un-" is a prefix; "use" and "utensil" begin so too, "usher" does not.
_YOU = "|".join(
    (
        "eu|ewe",
        r"uni(?:[abcflopqtv]|d(?=i[mr])|m(?![apm])|s(?!s))|unanim",
        r"us(?:[aeu]|ing|ur)|ut(?:ah|en|il|op|er)|u(?:bi|fo|k|r[aio]|re[aet]|v[eu])",
    )
)
_W = r"ones?\Z|oneself|onetime|once|oui"
_SILENT_H = r"(?:hour|honest|hono|heir)"
_ONE_SYLLABLE = re.compile(r"h[aeiou]+[^aeiouy]+e?")


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    return re.compile(rf"(?:{_YOU}|{_W})"), re.compile(_SILENT_H)


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    tokens = doc.tokens
    for index, word in enumerate(tokens.words):
        if word in ("a", "an") and tokens.linked(index) and tokens.gap(index) in (" ", "\n", "\r\n"):
            sound = _sound(doc, index + 1)
            if sound and (sound == "vowel") != (word == "an") and _is_article(doc, index):
                yield _finding(doc, index, "an" if sound == "vowel" else "a")


def _is_article(doc: Document, index: int) -> bool:
    """Whether the word is no letter, as in "grade A" or "a, b and c"."""
    start = doc.tokens.starts[index]
    surface = doc.text[start : doc.tokens.ends[index]]
    alone = not doc.text[start - 1 : start].strip("\"'“‘([ \t\r\n\u00a0")
    return alone and (surface.islower() or doc.sentence_at(start).start == start)


def _sound(doc: Document, index: int) -> Sound:
    """The sound a word begins with, "" where readers may differ or the word is not known."""
    tokens = doc.tokens
    word, text = tokens.words[index], doc.text[tokens.starts[index] : tokens.ends[index]]
    if word[0].isdigit():
        return _figure(doc.text[tokens.starts[index] : tokens.starts[index] + 20])
    if text.isupper() and len(text) > 1:
        return _abbreviation(text)
    if len(word) < 3 or word in _SILENT or not word.isascii() or not text[1:].islower():
        return ""
    if rank(word) > LARGE and not (text[0].isupper() and is_name(word) and word[0] != "u"):
        return ""
    you, silent = _patterns()
    if word[0] == "h":
        # "An" is an old form before an unstressed syllable ("an historic"); a word of one syllable is stressed.
        return "vowel" if silent.match(word) else "consonant" if _ONE_SYLLABLE.fullmatch(word) else ""
    return "vowel" if word[0] in _VOWELS and not you.match(word) else "consonant"


def _figure(text: str) -> Sound:
    """8, 8.5, 80, 800, 8,000; 11 and 18, also as thousands; 11th. 1100 may be said in two ways."""
    figure = re.match(r"[\d,]+", text)
    groups = figure.group().rstrip(",").split(",") if figure else [""]
    if groups[0].startswith("8") or groups[0] in ("11", "18"):
        return "vowel"
    return "consonant" if len(groups[0]) < 4 else ""


def _abbreviation(text: str) -> Sound:
    """Letters are said by name, but "AAA" is "triple A", and one named "ef" or "en" may begin a word as f or n."""
    if len(set(text)) == 1:
        return ""
    if text[0] in "AEIO":
        return "vowel"
    return "" if text[0] in _LETTERS_WITH_VOWEL else "consonant"


def _finding(doc: Document, index: int, right: str) -> Finding:
    span = Span(doc.tokens.starts[index], doc.tokens.ends[index])
    article = right.capitalize() if doc.text[span.start].isupper() else right
    following = doc.text[doc.tokens.starts[index + 1] : doc.tokens.ends[index + 1]]
    fix = Fix(f'replace with "{article}"', (Edit(span, article),), safe=True)
    return Finding(span, f'write "{article}", not "{doc[span]}", before the sound of "{following}"', fix=fix)


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
        Example("An 11th, an 18-year, an 800-meter and a 108-meter road; a uranium mine; a usual utility; an usher."),
    ),
)
