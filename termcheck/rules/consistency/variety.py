"""British and American spelling are not mixed: "labour" in a text that writes "center" and "favorable".

The side is that of the great majority of the words which only one side spells
so; words of the other side are flagged. "-ize" counts for neither, since
Oxford has it too. Where the pair is rather a choice of words ("toward" and
"towards") only the pair itself counts, and with no majority it is offered as a
choice. Words with a capital are left alone: names keep their spelling
("Labour Party").

The sides of words are SCOWL's, that of "towards" is by usage (Chicago Manual
of Style, 5.250).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from ...document import Document
from ...lang.lexicon import LARGE, Variety, rank, variety
from ...model import Edit, Finding, Fix, Note, Severity, Span
from ...rule import Context, Example, Rule
from ._variants import compare, times

# British letters and the American ones in their place; they make a pair only where both words are listed.
_LETTERS = (
    ("ou", "o"), ("is", "iz"), ("ys", "yz"), ("re", "er"), ("ogue", "og"), ("ce", "se"), ("ll", "l"), ("l", "ll"),
    ("ae", "e"), ("oe", "e"), ("sc", "sk"), ("mme", "m"), ("grey", "gray"), ("ough", "ow"), ("e", ""), ("s", "c"),
)  # fmt: skip
_CHOICES = {"towards": "toward", "afterwards": "afterward"}
_SIDES: Mapping[Variety, str] = {"US": "American", "UK": "British"}


def check(doc: Document, ctx: Context, *, share: int = 3, least: int = 3) -> Iterator[Finding]:
    """`least`: so many words of one side, at the least, show which side a text is on."""
    words = set(doc.tokens.words)
    pairs = [(us, uk) for uk, us in _CHOICES.items() if us in words and uk in words]
    others = {word: other for word in words if len(word) > 4 and (other := _other(word))}
    places = _places(doc, others.keys() | {word for pair in pairs for word in pair})
    for pair in pairs:
        yield from compare(doc, {word: places[word] for word in pair}, share=share, rewrite=lambda _, form: form)
    sides: dict[Variety, list[str]] = {"US": [], "UK": []}
    for word in others:
        if places[word] and (side := variety(word)):
            sides[side].append(word)
    most, rare = sorted(sides, key=lambda side: -sum(len(places[word]) for word in sides[side]))
    counts = {side: sum(len(places[word]) for word in sides[side]) for side in sides}
    if counts[rare] * share > sum(counts.values()) or counts[most] < least:
        return
    first, example = min((places[word][0], word) for word in sides[most])
    why = f'the text is in {_SIDES[most]} spelling ("{example}" and the like, {times(counts[most])})'
    note = Note(first, f"{_SIDES[most]} spelling")
    for word in sides[rare]:
        for span in places[word]:
            fix = Fix(f'replace with "{others[word]}"', (Edit(span, others[word]),))
            yield Finding(span, f'write "{others[word]}", not "{word}": {why}', notes=(note,), fix=fix)


def _other(word: str) -> str | None:
    """How the other side of the Atlantic spells a word that only one side spells so."""
    side = variety(word)
    for uk, us in _LETTERS if side else ():
        old, new = (uk, us) if side == "UK" else (us, uk)
        at = word.find(old) if old else -1
        while at >= 0:
            other = word[:at] + new + word[at + len(old) :]
            if rank(other) <= LARGE and variety(other) != side:
                return other
            at = word.find(old, at + 1)
    return None


def _places(doc: Document, words: Set[str]) -> dict[str, list[Span]]:
    """Where the words stand in lower case."""
    found: dict[str, list[Span]] = {word: [] for word in words}
    for index, word in enumerate(doc.tokens.words):
        if word in words:
            span = Span(doc.tokens.starts[index], doc.tokens.ends[index])
            if doc[span].islower():
                found[word].append(span)
    return found


RULE = Rule(
    "consistency/variety",
    "British and American spelling mixed",
    Severity.WARNING,
    check,
    (
        Example(
            "The labor market in the center of town is favorable. New [[neighbours]] settle.",
            fixed="The labor market in the center of town is favorable. New neighbors settle.",
        ),
        Example(
            "The labour market is favourable. The programme is costly, and its [[center]] is near.",
            fixed="The labour market is favourable. The programme is costly, and its centre is near.",
        ),
        Example(
            "Prices move toward parity, then toward par, and [[towards]] balance.",
            fixed="Prices move toward parity, then toward par, and toward balance.",
        ),
        Example("Prices move toward parity and [[towards]] balance."),
        Example("The labour market is favourable. We organize the programme with the World Trade Center."),
        Example("The labor market at the center is favorable. The Labour Party moves towards the Centre."),
        Example("The license for the theater is new, and so is the colour."),
    ),
)
