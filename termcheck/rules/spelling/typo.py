"""A word that is no English word and is one slip away from one.

The slip is a letter too many, too few, changed, or two in the wrong order; the
right word stands elsewhere in the text, or is the only common word so near.
Names, terms the text uses three times (`repeated`), pinyin, addresses and code,
foreign phrases, speech that breaks off, and words made from other words
("superyacht", "warzone") are left alone. British and American spellings are
both right. The words are those of SCOWL, the Spell Checker Oriented Word Lists.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ...document import Document
from ...lang.lexicon import COMMON, RARE, rank
from ...lang.words import words_of
from ...model import Edit, Finding, Fix, Note, Severity, Span
from ...rule import Context, Example, Rule
from ._guess import Guess, guesses
from ._place import in_compound, is_joined

# "in extremis", "modus operandi": Latin in English text follows these or a rare word, and ends so.
_LATIN = re.compile(r"(?:ab|ad|de|ex|in|inter|per|post|pro|sub) \w+(?:[aiou]|ae|[aeiu][ms]|o[rs])")


def check(doc: Document, ctx: Context, *, repeated: int = 3) -> Iterator[Finding]:
    words = doc.tokens.words
    found = guesses(doc.unknown, Counter(words), repeated)
    if not found:
        return
    # Careful text has few slips. Where one word in fifty is one, the text is in another language or was scanned.
    noisy = len(found) > 5 + len(set(words)) // 50
    terms = {word for use in ctx.uses(doc) for word in words_of(doc.folded[slice(*use.span)])}
    first = {word: index for index, word in reversed(list(enumerate(words)))}
    for index, word in enumerate(words):
        if word in found and word not in terms and _stands_alone(doc, index):
            guess, at = found[word], first.get(found[word].words[0])
            yield _finding(doc, index, guess, at, doubtful=noisy or not _is_sure(doc, index, guess, at))


def _stands_alone(doc: Document, index: int) -> bool:
    """Whether the word is neither joined to other signs, nor a name by its capital, nor part of a foreign phrase."""
    tokens = doc.tokens
    span = Span(tokens.starts[index], tokens.ends[index])
    surface = doc[span]
    if not surface.islower() and not (surface[1:].islower() and doc.sentence_at(span.start).start == span.start):
        return False
    if is_joined(doc, span):
        return False
    before = doc.text[tokens.starts[index - 1] : tokens.ends[index - 1]] if index and tokens.linked(index - 1) else ""
    after = doc.text[tokens.starts[index + 1] : tokens.ends[index + 1]] if tokens.linked(index) else ""
    foreign = any(word.islower() and word.isalpha() and rank(word) >= RARE for word in (before, after))
    return not foreign and not _LATIN.fullmatch(f"{before} {tokens.words[index]}")


def _is_sure(doc: Document, index: int, guess: Guess, at: int | None) -> bool:
    """A part of a compound needs firm evidence, and a word with a capital, which may be a name, a well-known word."""
    span = Span(doc.tokens.starts[index], doc.tokens.ends[index])
    if doc.text[span.start].isupper():
        return guess.firm and (at is not None or rank(guess.words[0]) < COMMON)
    return guess.firm if in_compound(doc, span) else guess.sure


def _finding(doc: Document, index: int, guess: Guess, at: int | None, doubtful: bool) -> Finding:
    tokens = doc.tokens
    span = Span(tokens.starts[index], tokens.ends[index])
    best = guess.words[0]
    right = best.capitalize() if doc.text[span.start].isupper() else best
    fix = Fix(f'replace with "{right}"', (Edit(span, right),), safe=at is not None and len(guess.words) == 1)
    notes = () if at is None else (Note(Span(tokens.starts[at], tokens.ends[at]), f'"{best}" stands here'),)
    choice = " or ".join(f'"{one}"' for one in (right, *guess.words[1:]))
    certain = guess.plain and not doubtful
    return Finding(span, f'write {choice}: "{doc[span]}" is no word', notes, fix if certain else None, doubtful)


RULE = Rule(
    "spelling/typo",
    "a word that is one slip away from an English word",
    Severity.ERROR,
    check,
    (
        Example("Air [[transportaion]] grew.", fixed="Air transportation grew."),
        Example("Farmers [[recieve]] subsidies.", fixed="Farmers receive subsidies."),
        Example(
            "The harbour was dredged. Ships may now enter the [[harbuor]].",
            fixed="The harbour was dredged. Ships may now enter the harbour.",
        ),
        Example("They called a spesial [sic] session."),
        Example("Colour and color, organise and organize, travelled and traveled."),
        Example("The megacity has a superyacht and a biothreat lab, and pays in renminbi."),
        Example("Mail reciever@example.org or see example.org/recieve.html."),
        Example("It was the laissez faire of the econo— of the market, in extremis."),
        Example("Zhanng said the sukuk is a bond; a sukuk pays rent; the sukuk is sold."),
    ),
)
