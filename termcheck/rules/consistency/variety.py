"""British and American spelling are not mixed: "labour" in a text that writes "center" and "favorable".

The side is that of the great majority of the words which only one side spells
so; words of the other side are flagged. "-ize" counts for neither, since
Oxford has it too, but then a text has no "-ise". Where the pair is rather a choice of words ("toward" and
"towards") only the pair itself counts, and with no majority it is offered as a
choice. Words with a capital are left alone: names keep their spelling
("Labour Party").

The sides of words are SCOWL's, that of "towards" is by usage (Chicago Manual
of Style, 5.250).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import lru_cache

from ...document import Document
from ...lang.lexicon import LARGE, Variety, other_variety, rank, variety
from ...lang.remembered import Remembered
from ...model import Edit, Finding, Fix, Note, Severity, Span
from ...rule import Context, Example, Rule
from ._variants import compare, times

_CHOICES = {"towards": "toward", "afterwards": "afterward"}
_SIDES: Mapping[Variety, str] = {"US": "American", "UK": "British"}


def check(doc: Document, ctx: Context, *, share: int = 3, least: int = 3) -> Iterator[Finding]:
    """`least`: so many words of one side, at the least, show which side a text is on."""
    words = doc.tokens.places
    pairs = [(us, uk) for uk, us in _CHOICES.items() if us in words and uk in words]
    for pair in pairs:
        chosen = _places(doc, {*pair})
        yield from compare(doc, {word: chosen[word] for word in pair}, share=share, rewrite=lambda _, form: form)
    others = {word: _others[word] for word in filter(_others.__getitem__, words)}
    if "UK" not in map(variety, others):
        return
    places = _places(doc, others.keys())
    sides: dict[Variety, list[str]] = {"US": [], "UK": []}
    for word in others:
        if places[word] and (side := variety(word)):
            sides[side].append(word)
    yield from _mixed_endings(doc, others, places, share, least)
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


def _mixed_endings(
    doc: Document, others: Mapping[str, str], places: Mapping[str, list[Span]], share: int, least: int
) -> Iterator[Finding]:
    """Words in "-ise" where the text has "-ize": American and Oxford spelling both write "z" in all of them."""
    odd = [word for word in others if places[word] and _has_ise(word)]
    used = {word for word in doc.tokens.places if "iz" in word and _has_ise(word.replace("iz", "is"))} if odd else set()
    firm = sorted((span, word) for word, spans in _places(doc, used).items() for span in spans)
    count = sum(len(places[word]) for word in odd)
    if len(firm) >= least and count * share <= len(firm) + count:
        why = f'the text has "-ize" elsewhere ("{firm[0][1]}" and the like, {times(len(firm))})'
        for word in odd:
            for span in places[word]:
                fix = Fix(f'replace with "{others[word]}"', (Edit(span, others[word]),))
                note = Note(firm[0][0], '"-ize" here')
                yield Finding(span, f'write "{others[word]}", not "{word}": {why}', notes=(note,), fix=fix)


@lru_cache(1 << 12)
def _has_ise(word: str) -> bool:
    """Whether a word is a British one with "s" for the "z" that Oxford writes."""
    at = word.find("is")
    return at > 0 and len(word) > 5 and variety(word) == "UK" and rank(word[:at] + "iz" + word[at + 2 :]) <= LARGE


def _other(word: str) -> str:
    """The spelling of the other side for a word that one side spells so; "" for most words.

    "Towards" and "toward", "amongst" and "among" are rather two words than two spellings.
    """
    if len(word) < 5 or not variety(word):
        return ""
    other = other_variety(word) or ""
    return "" if word in (other + "s", other + "st") else other


_others = Remembered(_other)


def _places(doc: Document, words: Set[str]) -> dict[str, list[Span]]:
    """Where the words stand in lower case."""
    found: dict[str, list[Span]] = {word: [] for word in words}
    for index in doc.tokens.among(words):
        span = Span(doc.tokens.starts[index], doc.tokens.ends[index])
        if doc[span].islower():
            found[doc.tokens.words[index]].append(span)
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
        Example(
            "We organize and modernize, and the modernized port [[optimises]] berths. A wise rise surprised us.",
            fixed="We organize and modernize, and the modernized port optimizes berths. A wise rise surprised us.",
        ),
        Example("The World Health Organization met the World Trade Organization and an Organization. It is organised."),
        Example("Prices move toward parity and [[towards]] balance."),
        Example("The labour market is favourable. We organize the programme with the World Trade Center."),
        Example("The labor market at the center is favorable. The Labour Party moves towards the Centre."),
        Example("The license for the theater is new, and so is the colour."),
    ),
)
