"""What follows "one of": a plural with its article.

"One of best ports" and "one of engines of the economy" lack "the"; "one of the
largest port in Asia" lacks the plural. "One of us", "one of many", "one of
China's ports" and "the question is one of rights" are right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...document import Document
from ...lang.inflection import plural
from ...lang.position import after, same_line
from ...lang.word_class import is_plural, is_singular, is_superlative
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule

# A great one among them is meant, so the rest are known: no "one of key ports" without "the".
_CHOICE = frozenset("main major key leading top chief core principal".split())
_BE = frozenset("is was be been being are were not than but".split())
# One of them may be a person: "one of the family".
_GROUPS = frozenset(
    "family team group crew staff crowd party gang band bunch class party cast audience pack lot majority minority "
    "best rest first last two three four five six seven eight nine ten elect damned few many above following".split()
)

_BROKEN_OFF = re.compile(r"\s*-")


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    tokens = doc.tokens
    for index in tokens.among(["one"]):
        if tokens.words[index + 1 : index + 2] == ["of"] and _linked(doc, index, 2):
            if _lacks_article(doc, index):
                yield _no_article(doc, index)
            elif tokens.words[index + 2] == "the" and (noun := _lone_singular(doc, index + 2)):
                yield _no_plural(doc, noun)


def _lacks_article(doc: Document, index: int) -> bool:
    words, text = doc.tokens.words, doc.text
    word = words[index + 2]
    if not text[doc.tokens.starts[index + 2]].islower():
        return False
    if is_superlative(word):
        return True
    if word in _CHOICE:
        return _linked(doc, index + 2, 1) and is_plural(words[index + 3])
    if not is_plural(word) or after(doc.tokens, text, index + 2) == "content":
        return False
    # "the question is one of rights": but rights of something are counted.
    counted = index + 3 < len(words) and words[index + 3] in ("of", "who", "why")
    return counted or index == 0 or words[index - 1] not in _BE


def _lone_singular(doc: Document, the: int) -> int | None:
    """Index of a singular noun that ends the phrase begun by word `the`, where a plural belongs."""
    tokens, words = doc.tokens, doc.tokens.words
    at = the + 1
    if at < len(words) and is_superlative(words[at]):
        at += 2 if words[at] in ("most", "least") else 1
    elif at < len(words) and words[at] in _CHOICE:
        at += 1
    if at >= len(words) or not _linked(doc, the, at - the) or not doc.text[tokens.starts[at]].islower():
        return None
    ends = after(tokens, doc.text, at) in ("function", "break") or words[at + 1] in ("that", "which", "who")
    if _BROKEN_OFF.match(doc.folded, tokens.ends[at]):
        return None
    return at if ends and is_singular(words[at]) and words[at] not in _GROUPS else None


def _linked(doc: Document, index: int, count: int) -> bool:
    return index + count < len(doc.tokens) and all(
        same_line(doc.tokens, doc.text, at) for at in range(index, index + count)
    )


def _no_article(doc: Document, index: int) -> Finding:
    tokens = doc.tokens
    span = Span(tokens.starts[index], tokens.ends[index + 2])
    at = tokens.starts[index + 2]
    fix = Fix('insert "the"', (Edit(Span(at, at), "the "),))
    return Finding(span, f'write "{doc.text[span.start : at]}the {doc.text[at : span.end]}": article missing', fix=fix)


def _no_plural(doc: Document, noun: int) -> Finding:
    span = Span(doc.tokens.starts[noun], doc.tokens.ends[noun])
    right = plural(doc[span])
    fix = Fix(f'replace with "{right}"', (Edit(span, right),))
    return Finding(span, f'write "{right}" after "one of the", not "{doc[span]}"', fix=fix)


RULE = Rule(
    "style/one-of",
    "no article or no plural after one of",
    Severity.ERROR,
    check,
    (
        Example("It is [[one of best]] ports.", fixed="It is one of the best ports."),
        Example("Steel is [[one of engines]] of the economy.", fixed="Steel is one of the engines of the economy."),
        Example("It grew into [[one of major]] hubs.", fixed="It grew into one of the major hubs."),
        Example("It is one of the largest [[port]] in Asia.", fixed="It is one of the largest ports in Asia."),
        Example("It is one of the most modern [[port]] in Asia.", fixed="It is one of the most modern ports in Asia."),
        Example("It is one of the main [[port]] in Asia.", fixed="It is one of the main ports in Asia."),
        Example(
            "One of us, one of many, one of China's ports, one of two, one of the people, one of the best in Asia."
        ),
        Example("The question is one of rights, not one of resources. It is one of the largest steel makers."),
        Example("He is one of the family and one of the few. It is one of the most open in Asia."),
    ),
)
