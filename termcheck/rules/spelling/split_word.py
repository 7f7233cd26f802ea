"""A word with a blank in it, or a contraction with a blank for its apostrophe.

"transport ation" and "th e" are one word, "don t" and "country s" lost an
apostrophe. At least one part is no word by itself, and the whole is a known
one; "front page" and "ad hoc" are left alone, and so are parts of hyphenated
compounds ("e-mail", "re-elect").
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...lang.function_words import FUNCTION_WORDS
from ...lang.lexicon import COMMON, LARGE, RARE, UNKNOWN, USUAL, begins_word, is_name, known, rank
from ...lang.position import may_open
from ...model import Edit, Finding, Fix, Severity, Span
from ...rule import Context, Example, Rule
from ._place import in_compound, is_joined

_TAILS = frozenset("ll re ve s t d m".split())


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    places, links, capitals, ranked = doc.tokens.places, doc.tokens.links, doc.capitals, doc.ranks.items()
    odd = {word for word, found in ranked if found > COMMON and (found > LARGE or len(word) == 2)}
    odd |= _TAILS & places.keys()
    # What no word begins with, as most names, is no first part; what has a capital is no second.
    lefts = {at for word in filter(begins_word, odd) for at in places[word]}
    lefts.update(at - 1 for word in odd for at in places[word] if at and not capitals[at])
    last = -1
    for left in sorted(lefts - {len(links)}):
        if links[left] and not capitals[left + 1] and last < left and (whole := _whole(doc, left)):
            last = left + 1
            yield _finding(doc, left, whole)


def _whole(doc: Document, left: int) -> list[str]:
    """What the words `left` and `left` + 1 are in one, the word first, the contraction last; none if they are two."""
    tokens = doc.tokens
    one, two = tokens.words[left], tokens.words[left + 1]
    # The dear question comes last: few of these pairs are a word in one.
    if tokens.gap(left) != " " or not (one + two).isalpha():
        return []
    if two not in _TAILS and rank(one + two) > USUAL:
        return []
    first, second = (Span(tokens.starts[at], tokens.ends[at]) for at in (left, left + 1))
    if not doc[second].islower():
        return []
    if not (doc[first].islower() or may_open(tokens, left) or two in doc.unknown):  # "Kim Jong Un to"
        return []
    wholes = [one + two] if rank(one + two) <= USUAL and rank(one + two) <= _bound(one, two) else []
    contracted = f"{one}'{two}"
    wholes += [contracted] if two in _TAILS and known(contracted) else []
    return (
        wholes if wholes and not any(is_joined(doc, span) or in_compound(doc, span) for span in (first, second)) else []
    )


def _bound(one: str, two: str) -> int:
    """The rank that the whole must have for the words to be fragments: the more word-like they are, the commoner."""
    if two in _TAILS:
        return USUAL
    parts = [part for part in (one, two) if len(part) < 3 or not is_name(part)]
    if any(rank(part) == UNKNOWN for part in parts):
        return USUAL
    short = any(len(part) == 2 and rank(part) > COMMON for part in parts)
    return COMMON if short or any(rank(part) == RARE for part in parts) else 0


def _finding(doc: Document, left: int, wholes: list[str]) -> Finding:
    tokens = doc.tokens
    span = Span(tokens.starts[left], tokens.ends[left + 1])
    # No preposition, conjunction or determiner follows "we'll" or "they've": before one, the word was meant.
    if len(wholes) > 1 and left + 2 < len(tokens) and tokens.words[left + 2] in FUNCTION_WORDS:
        wholes = wholes[:1]
    right = [_like(doc[span], whole) for whole in wholes]
    fix = Fix(f'replace with "{right[0]}"', (Edit(span, right[0]),)) if len(right) == 1 else None
    choice = " or ".join(f'"{one}"' for one in right)
    return Finding(span, f"write {choice}: blank inside a word", fix=fix)


def _like(surface: str, word: str) -> str:
    return word[0].upper() + word[1:] if surface[0].isupper() else word


RULE = Rule(
    "spelling/split-word",
    "blank inside a word",
    Severity.ERROR,
    check,
    (
        Example("Air [[transport ation]] grew.", fixed="Air transportation grew."),
        Example("They protect the [[environ ment]].", fixed="They protect the environment."),
        Example("Rail as [[we ll]] as road.", fixed="Rail as well as road."),
        Example("They [[don t]] know the [[country s]] size.", fixed="They don't know the country's size."),
        Example("[[They re]] here, and [[we ll]] see them."),
        Example("An ad hoc group of front benchers, de facto the coop's board, met Li De Ming."),
        Example("We want to re-elect the e-commerce board. Vitamin D is cheap. She has no R&D in China."),
    ),
)
