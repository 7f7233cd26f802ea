"""A set phrase with a wrong word: "in the other hand", "in accordance to".

The table holds only forms that are wrong wherever they stand, and says why.
Sources: the Longman Dictionary of Common Errors; Garner's Modern English
Usage; Merriam-Webster's entries of the right forms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from ...document import Document
from ...lang.position import same_line
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule


class Phrase(NamedTuple):
    """A wrong phrase, folded, and the right one. `unless` are words that may follow the wrong form and excuse it.

    `clause` marks a phrase that is wrong only as an opening of a clause, with a comma after it.
    """

    wrong: str
    right: str
    reason: str
    unless: str = ""
    clause: bool = False


_FIGURES = "one two three four five six seven eight nine ten half a an the"
_PHRASES = (
    Phrase("in the other hand", "on the other hand", 'the idiom has "on"', clause=True),
    Phrase("one the other hand", "on the other hand", 'the idiom has "on"'),
    Phrase("in the one hand", "on the one hand", 'the idiom has "on"', clause=True),
    Phrase("as the result", "as a result", 'no one result is meant, so the idiom has "a"', clause=True),
    Phrase("as result", "as a result", "the idiom has an article", clause=True),
    Phrase("for all intensive purposes", "for all intents and purposes", "the idiom was misheard"),
    Phrase("despite of", "despite", '"despite" takes no preposition; "in spite of" does'),
    Phrase("in accordance to", "in accordance with", '"accordance" takes "with"'),
    Phrase("in compliance to", "in compliance with", '"compliance" takes "with"'),
    Phrase("regardless to", "regardless of", '"regardless" takes "of"'),
    Phrase("discuss about", "discuss", "the verb takes its object directly", _FIGURES),
    Phrase("discussed about", "discussed", "the verb takes its object directly", _FIGURES),
    Phrase("discussing about", "discussing", "the verb takes its object directly", _FIGURES),
    Phrase("take use of", "make use of", "use is made, not taken"),
    Phrase("taking use of", "making use of", "use is made, not taken"),
    Phrase("took use of", "made use of", "use is made, not taken"),
    Phrase("could of", "could have", '"of" only sounds like "have"', "course necessity late"),
    Phrase("should of", "should have", '"of" only sounds like "have"', "course necessity late"),
    Phrase("would of", "would have", '"of" only sounds like "have"', "course necessity late"),
    Phrase("more easier", "easier", "a comparative takes no second one"),
    Phrase("equipments", "equipment", "the noun has no plural"),
    Phrase("softwares", "software", "the noun has no plural"),
    Phrase("furnitures", "furniture", "the noun has no plural"),
)


@cache
def _by_key() -> Mapping[str, list[tuple[int, list[str], Phrase]]]:
    """The phrases by their longest word, which is the rarest: its place in the phrase, and the words."""
    found: dict[str, list[tuple[int, list[str], Phrase]]] = {}
    for phrase in _PHRASES:
        words = phrase.wrong.split()
        key = max(words, key=len)
        found.setdefault(key, []).append((words.index(key), words, phrase))
    return found


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    by_key, words = _by_key(), doc.tokens.words
    for index in doc.tokens.among(by_key):
        for place, wrong, phrase in by_key[words[index]]:
            first, last = index - place, index - place + len(wrong) - 1
            if first >= 0 and words[first : last + 1] == wrong and _is_wrong(doc, first, last, phrase):
                yield _finding(doc, first, last, phrase)


def _is_wrong(doc: Document, first: int, last: int, phrase: Phrase) -> bool:
    tokens = doc.tokens
    if not all(same_line(tokens, doc.text, at) for at in range(first, last)):
        return False
    following = tokens.words[last + 1] if last + 1 < len(tokens) else ""
    if (following and following in phrase.unless.split()) or (phrase.unless and following[:1].isdigit()):
        return False
    return not phrase.clause or (doc.folded.startswith(",", tokens.ends[last]) and _opens_clause(doc, first))


def _opens_clause(doc: Document, index: int) -> bool:
    before = doc.tokens.gap(index - 1) if index else "."
    return not before.isspace() or doc.tokens.words[index - 1] in ("and", "but", "so")


def _finding(doc: Document, first: int, last: int, phrase: Phrase) -> Finding:
    span = Span(doc.tokens.starts[first], doc.tokens.ends[last])
    right = phrase.right.capitalize() if doc.text[span.start].isupper() else phrase.right
    fix = Fix(f'replace with "{right}"', (Edit(span, right),))
    return Finding(span, f'write "{right}", not "{doc[span]}": {phrase.reason}', fix=fix)


RULE = Rule(
    "style/set-phrase",
    "set phrase with a wrong word",
    Severity.ERROR,
    check,
    (
        Example("[[In the other hand]], exports grew.", fixed="On the other hand, exports grew."),
        Example("Prices fell, and [[as the result]], sales rose.", fixed="Prices fell, and as a result, sales rose."),
        Example("They [[discussed about]] trade.", fixed="They discussed trade."),
        Example("We act [[in accordance to]] the law.", fixed="We act in accordance with the law."),
        Example("They bought [[equipments]].", fixed="They bought equipment."),
        Example("They discussed about 20 plans; it would of course help. He held a map in the other hand."),
        Example("We see it as the result, not the cause. Losses came as the result of floods."),
    ),
)
