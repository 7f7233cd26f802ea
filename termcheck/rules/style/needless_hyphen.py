"""A hyphen in an adjective and noun that stand as a noun phrase: "a high-standard of living", "in the long-term".

The hyphen belongs to the modifier before a noun ("long-term plans"); the
phrase itself is open ("in the long term", Chicago Manual of Style, 7.85). It
is flagged between an article and a preposition, an auxiliary or a full stop,
where no noun can follow.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...lang.compounds import HYPHENS
from ...lang.function_words import AUXILIARIES, PREPOSITIONS
from ...lang.position import same_line
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule

_ADJECTIVES = frozenset("high low long short medium large small full higher lower larger smaller".split())
_NOUNS = frozenset("level standard quality end term range scale speed cost degree density income price risk".split())
_ARTICLES = frozenset("a an the".split())
_NO_NOUN = (PREPOSITIONS | AUXILIARIES) - {"like", "near"}
_STOPS = (".", ";", "?", "!")


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    tokens = doc.tokens
    for index in tokens.among(_ADJECTIVES):
        inner = 0 < index < len(tokens) - 1
        if inner and tokens.words[index + 1] in _NOUNS and doc.text[tokens.ends[index]] in HYPHENS:
            span = Span(tokens.starts[index], tokens.ends[index + 1])
            if tokens.starts[index + 1] == tokens.ends[index] + 1 and _is_phrase(doc, index):
                right = f"{doc.text[span.start : tokens.ends[index]]} {doc.text[tokens.starts[index + 1] : span.end]}"
                hyphen = Span(tokens.ends[index], tokens.starts[index + 1])
                fix = Fix(f'replace with "{right}"', (Edit(hyphen, " "),))
                yield Finding(span, f'write "{right}" where no noun follows, not "{doc[span]}"', fix=fix)


def _is_phrase(doc: Document, index: int) -> bool:
    tokens, last = doc.tokens, index + 1
    if tokens.words[index - 1] not in _ARTICLES or not same_line(tokens, doc.text, index - 1):
        return False
    if doc.text.startswith(_STOPS, tokens.ends[last]) or last + 1 == len(tokens):
        return True
    return same_line(tokens, doc.text, last) and tokens.words[last + 1] in _NO_NOUN


RULE = Rule(
    "style/needless-hyphen",
    "hyphen in an adjective and noun with no noun after them",
    Severity.WARNING,
    check,
    (
        Example("They keep a [[high-level]] of output.", fixed="They keep a high level of output."),
        Example("Prices fell in the [[short-term]].", fixed="Prices fell in the short term."),
        Example("The short-term plan, the high-level talks, and the long-term, large-scale work is of high quality."),
        Example("In the long term it will grow. The high-end and low-end markets."),
    ),
)
