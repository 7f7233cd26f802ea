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
from ...lang.lexicon import known
from ...lang.words import words_of
from ...model import Edit, Finding, Fix, Note, Severity, Span
from ...rule import Context, Example, Rule
from ._guess import Guess, guesses

# Beside a word, these make it part of an address, a file name, a contraction or a word that breaks off.
_JOINED_BEFORE = "@/\\#&=~^.'’<>_$%"
_JOINED_AFTER = re.compile(r"\.?[\w@/\\#&=~^<>$%]|['’]|-(?![^\W\d_])|[ \t]*(?:[–—…]|\.\.|--|\\?\[sic)")


def check(doc: Document, ctx: Context, *, repeated: int = 3) -> Iterator[Finding]:
    words = doc.tokens.words
    found = guesses(Counter(words), repeated)
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
    """Whether the word is neither joined to other signs, nor capitalised as a name, nor beside another unknown word."""
    tokens = doc.tokens
    start, end = tokens.starts[index], tokens.ends[index]
    if doc.text[max(0, start - 1) : start] in _JOINED_BEFORE or _JOINED_AFTER.match(doc.text, end):
        return False
    surface = doc.text[start:end]
    if not surface.islower() and not (surface[1:].islower() and doc.sentence_at(start).start == start):
        return False
    beside = (at for at in (index - 1, index) if at >= 0 and tokens.linked(at))
    return all(known(tokens.words[at if at < index else at + 1]) for at in beside)


def _is_sure(doc: Document, index: int, guess: Guess, at: int | None) -> bool:
    """A part of a compound needs firm evidence; a word with the capital of a sentence may be a name, unless the text
    has the right word."""
    start, end = doc.tokens.starts[index], doc.tokens.ends[index]
    if doc.text[start].isupper():
        return guess.firm and at is not None
    return guess.firm if "-" in (doc.text[start - 1 : start], doc.text[end : end + 1]) else guess.sure


def _finding(doc: Document, index: int, guess: Guess, at: int | None, doubtful: bool) -> Finding:
    tokens = doc.tokens
    span = Span(tokens.starts[index], tokens.ends[index])
    best = guess.words[0]
    right = best.capitalize() if doc.text[span.start].isupper() else best
    fix = Fix(f'replace with "{right}"', (Edit(span, right),), safe=at is not None and len(guess.words) == 1)
    notes = () if at is None else (Note(Span(tokens.starts[at], tokens.ends[at]), f'"{best}" stands here'),)
    choice = " or ".join(f'"{one}"' for one in (right, *guess.words[1:]))
    return Finding(span, f'write {choice}: "{doc[span]}" is no word', notes, None if doubtful else fix, doubtful)


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
        Example("It was the laissez faire of the econo— of the market."),
        Example("Zhanng said the sukuk is a bond; a sukuk pays rent; the sukuk is sold."),
    ),
)
