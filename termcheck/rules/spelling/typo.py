"""A word that is no English word and is one slip away from one.

The slip is a letter too many, too few, changed, or two in the wrong order; the
right word stands elsewhere in the text, or is the only common word so near.
Names, terms the text uses three times (`repeated`), pinyin, addresses and code,
foreign phrases, speech that breaks off, and words made from other words
("superyacht", "frontpage") are left alone. British and American spellings are
both right. The words are those of SCOWL, the Spell Checker Oriented Word Lists.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from ...document import Document
from ...glossary import Use
from ...lang.lexicon import COMMON, RARE, rank
from ...lang.names import is_pinyin
from ...model import Edit, Finding, Fix, Note, Severity, Span
from ...rule import Context, Example, Rule
from ._guess import Guess, guess_word
from ._place import in_compound, is_joined

# "in extremis", "modus operandi": Latin in English text follows these or a rare word, and ends so.
_LATIN = re.compile(r"(?:ab|ad|de|ex|in|inter|per|post|pro|sub) \w+(?:[aiou]|ae|[aeiu][ms]|o[rs])")


def check(doc: Document, ctx: Context, *, repeated: int = 3) -> Iterator[Finding]:
    places = _places(doc, repeated)
    if len(places) > 20 + len(doc.counts) // 10:  # another language
        return
    uses, starts = ctx.uses(doc), doc.tokens.starts
    slips = [word for word, at in places.items() if not any(_in_use(uses, starts[index]) for index in at)]
    found = {word: guess for word in slips if (guess := guess_word(word, doc.counts))}
    # Careful text has few slips. Where one word in fifty is one, the text is in another language or was scanned.
    noisy = len(found) > 5 + len(doc.counts) // 50
    for word in sorted(found):
        guess = found[word]
        at = next(iter(doc.tokens.places.get(guess.words[0], ())), None)
        for index in places[word]:
            if _stands_alone(doc, index):
                yield _finding(doc, index, guess, at, doubtful=noisy or not _is_sure(doc, index, guess, at))


def _places(doc: Document, repeated: int) -> dict[str, Sequence[int]]:
    """Where each unknown word stands that is used less often than a term and never with the capital of a name."""
    places, starts, capitals, opening = doc.tokens.places, doc.tokens.starts, doc.capitals, {*doc.sentences.starts}
    # Most unknown words are names, and most names are told by the capital of their first place.
    rare = [
        word
        for word in doc.unknown
        if len(at := places[word]) < repeated and (not capitals[at[0]] or starts[at[0]] in opening)
    ]
    return {word: places[word] for word in rare if not any(_is_name(doc, at) for at in places[word])}


def _is_name(doc: Document, index: int) -> bool:
    """Whether the word has a capital that it does not owe to the start of a sentence, or may be a Chinese name."""
    start, end = doc.tokens.starts[index], doc.tokens.ends[index]
    surface = doc.text[start:end]
    if surface.islower():
        return False
    return not surface[1:].islower() or doc.sentence_at(start).start != start or is_pinyin(surface)


def _in_use(uses: Sequence[Use], offset: int) -> bool:
    """Whether an offset lies in a use of the glossary."""
    at = bisect_right(uses, offset, key=lambda use: use.span.end)
    return at < len(uses) and uses[at].span.start <= offset


def _stands_alone(doc: Document, index: int) -> bool:
    """Whether the word is neither joined to other signs nor part of a foreign phrase."""
    tokens = doc.tokens
    if is_joined(doc, Span(tokens.starts[index], tokens.ends[index])):
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
        Example("It brings [[tangable]] gains.", fixed="It brings tangible gains."),
        Example("They work [[conscientously]]."),
        Example("The dexmedetomidine is new, and so is a proteobacterium of the honeybee."),
        Example("Farmers [[recieve]] subsidies.", fixed="Farmers receive subsidies."),
        Example(
            "The harbour was dredged. Ships may now enter the [[harbuor]].",
            fixed="The harbour was dredged. Ships may now enter the harbour.",
        ),
        Example("They called a spesial [sic] session."),
        Example("Colour and color, organise and organize, travelled and traveled."),
        Example("The sheikh has a superyacht and a biothreat lab, an investee firm, and pays in renminbi."),
        Example("Mail reciever@example.org or see example.org/recieve.html."),
        Example("It was the laissez faire of the econo— of the market, in extremis."),
        Example("Zhanng said the sukuk is a bond; a sukuk pays rent; the sukuk is sold."),
    ),
)
