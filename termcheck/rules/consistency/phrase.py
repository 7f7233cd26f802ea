"""A long phrase that comes back word for word, but for one word: "joint border inspection and control post".

Flagged is a word inside a noun phrase, between two words of substance, when at
least four such words around it come back, at most a third of the uses have it,
and it stands next to its neighbours nowhere else in the text: then it is a slip
in one name rather than the name of another thing. Figures, names, verbs and
forms of one word are left alone: they differ for a reason.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from ...document import Document
from ...lang.phrases import Odd, is_content, odd_words
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule
from ._variants import times

_ORDER = frozenset(
    "one two three four five six seven eight nine ten hundred thousand million billion trillion first second third "
    "fourth fifth sixth seventh eighth ninth tenth last next previous former latter january february march april may "
    "june july august september october november december".split()
)


def check(doc: Document, ctx: Context, *, share: int = 3, least: int = 4) -> Iterator[Finding]:
    """`least`: so many words of the phrase, besides the odd one, are no grammatical words."""
    found = [
        odd
        for odd in odd_words(doc.tokens, doc.counts, doc.singulars, doc.content, share=share, least=least)
        if _is_modifier(doc, odd)
    ]
    abroad = _pairs_elsewhere(doc, found)
    for odd in found:
        if abroad.isdisjoint(_pairs(doc, odd.at)):
            yield _finding(doc, odd)


def _is_modifier(doc: Document, odd: Odd) -> bool:
    """Whether both words are modifiers in lower case, and not forms of one word: two verbs end alike, or follow an
    adverb."""
    before, one = doc.tokens.words[odd.at - 1 : odd.at + 1]
    two = doc.tokens.words[odd.usual[0]]
    plain = all(doc[_span(doc, at, at)].islower() for at in (odd.at, odd.usual[0]))
    verbs = before.endswith("ly") or any(one.endswith(end) and two.endswith(end) for end in ("ed", "ing", "s"))
    return plain and not verbs and not _one_root(one, two) and _ORDER.isdisjoint((one, two))


def _one_root(one: str, two: str) -> bool:
    """Whether the words begin alike, as "fly" and "flying" do."""
    length = min(4, len(one), len(two))
    return one[:length] == two[:length]


def _pairs(doc: Document, at: int) -> Set[tuple[str, str]]:
    """The word with the content words before and after it."""
    before, word, after = doc.tokens.words[at - 1 : at + 2]
    return {pair for pair in ((before, word), (word, after)) if is_content(pair[0]) and is_content(pair[1])}


def _pairs_elsewhere(doc: Document, found: list[Odd]) -> Set[tuple[str, str]]:
    """Which of these pairs stand in the text outside the phrases too."""
    words = doc.tokens.words
    places = {odd.at for odd in found}
    pairs = {pair for at in places for pair in _pairs(doc, at)}
    return {
        pair
        for at in doc.tokens.among({first for first, _ in pairs})
        if at not in places and at + 1 not in places and (pair := (words[at], *words[at + 1 : at + 2])) in pairs
    }


def _span(doc: Document, first: int, last: int) -> Span:
    return Span(doc.tokens.starts[first], doc.tokens.ends[last])


def _finding(doc: Document, odd: Odd) -> Finding:
    shift = odd.usual[0] - odd.at
    phrase = _span(doc, odd.first + shift, odd.last + shift)
    usual, rare = doc[_span(doc, odd.usual[0], odd.usual[0])], doc[_span(doc, odd.at, odd.at)]
    text = " ".join(doc[phrase].split())
    message = f'write "{usual}", not "{rare}", as in "{text}" ({times(len(odd.usual))})'
    return Finding(_span(doc, odd.at, odd.at), message, notes=(Note(phrase, f'"{usual}" here'),))


RULE = Rule(
    "consistency/phrase",
    "a repeated phrase with one word changed",
    Severity.WARNING,
    check,
    (
        Example(
            "The joint border inspection and control post opens in May. A joint border inspection and control post is "
            "costly. The joint [[frontier]] inspection and control post is new."
        ),
        Example(
            "The joint border inspection and control post opens in May. A joint border inspection and control post is "
            "costly. The joint mobile inspection and control post is new. The joint mobile unit is not."
        ),
        Example(
            "The green club flags flying high on the dam. The green club flags flying high on the dam. "
            "Let the green club flag fly high on the dam."
        ),
        Example(
            "Lagos fishermen reported heavy river traffic losses. Lagos fishermen reported heavy river traffic losses. "
            "Lagos fishermen suffered heavy river traffic losses."
        ),
        Example(
            "The board met to review the price of bread and milk. The board met to review the price of bread and milk. "
            "The board met to discuss the price of bread and milk."
        ),
    ),
)
