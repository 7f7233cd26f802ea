"""A name that differs from the one the speaker referred to used.

Whoever says "as Ms. Li mentioned earlier" repeats what Ms. Li said. Where her
words stand in the transcript and one word of a name differs ("the largest
lakefront park" for her "largest lakeside park"), two translators met one
term, and one form is to be chosen. Free paraphrase is not compared: several
words on both sides must agree. The rarer form of the text is reported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...document import Document
from ...lang.function_words import FUNCTION_WORDS
from ...lang.inflection import inflections
from ...model import Finding, Note, Severity, Span
from ...references import Reference, references
from ...rule import Context, Example, Rule
from ._passages import Places, fill

_BREAKS = frozenset(".;:!?")
_CONTEXT = 8  # words that are compared on each side
_UNIQUE = frozenset("largest biggest first only sole longest highest oldest smallest most leading".split())


class _Variant(NamedTuple):
    """Words of a reference beside those of what it refers to, first to last: what the reader is shown."""

    here: tuple[int, int]
    there: tuple[int, int]
    sure: bool


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    wanted: dict[str, Places] = {}
    for one in references(doc):
        _want(doc, one, wanted.setdefault(one.speaker, Places({}, {})))
    if wanted:
        fill(doc, wanted)
        variants = [
            variant
            for one in references(doc)
            for variant in (_phrase if one.phrase else _statement)(doc, one, wanted[one.speaker])
        ]
        yield from _findings(doc, variants)


def _want(doc: Document, one: Reference, places: Places) -> None:
    words = doc.tokens.words
    if one.phrase:
        places.of.setdefault(words[one.last - 1], [])
        return
    for at in range(one.first + 1, one.last - 1):
        if _may_vary(words[at]) and words[at + 1] not in FUNCTION_WORDS:
            places.between.setdefault(words[at - 1], {}).setdefault(words[at + 1], [])
        if doc.tokens.gap(at) == "-":
            places.of.setdefault(words[at] + words[at + 1], [])


def _statement(doc: Document, one: Reference, places: Places) -> Iterator[_Variant]:
    """One word changed between words that agree; a compound with a hyphen that was closed before."""
    words = doc.tokens.words
    for at in range(one.first + 1, one.last - 1):
        closed = places.of.get(words[at] + words[at + 1], ())
        if closed and closed[0] < one.first and doc.tokens.gap(at) == "-":
            yield _Variant((at, at + 1), (closed[0], closed[0]), sure=True)
        if not _may_vary(words[at]) or words[at + 1] in FUNCTION_WORDS:
            continue
        before = [there for there in places.between[words[at - 1]][words[at + 1]] if there < one.first]
        if any(words[there] == words[at] for there in before):
            continue
        for there in before:
            if _may_vary(words[there]) and _alternatives(words[at], words[there]):
                left, right = _agree(doc, at, there, -1), _agree(doc, at, there, 1)
                if left and right and len(left) + len(right) > 2:
                    sure = not _UNIQUE.isdisjoint(left) or len(left) + len(right) > 4
                    yield _Variant((at, at + 1), (there, there + 1), sure)
                    break


def _alternatives(one: str, other: str) -> bool:
    """Whether two words of note can stand for one thing: they are not forms of one word."""
    return other not in inflections(one) and one[:-2] != other[: len(one) - 2]


def _may_vary(word: str) -> bool:
    """Whether a word is one of note, for which another may stand."""
    return len(word) > 3 and word.isalpha() and word not in FUNCTION_WORDS


def _agree(doc: Document, here: int, there: int, step: int) -> list[str]:
    """The words of note that agree on one side of two places, up to the first that does not or the sentence's end."""
    tokens, found = doc.tokens, list[str]()
    for _ in range(_CONTEXT):
        joints = (min(here, here + step), min(there, there + step))
        here, there = here + step, there + step
        if min(here, there) < 0 or max(here, there) >= len(tokens) or tokens.words[here] != tokens.words[there]:
            break
        if any(_BREAKS.intersection(tokens.gap(joint)) for joint in joints):
            break
        if tokens.words[here] not in FUNCTION_WORDS:
            found.append(tokens.words[here])
    return found


def _phrase(doc: Document, one: Reference, places: Places) -> Iterator[_Variant]:
    """The phrase with the same head that shares most of its words, where nobody said the phrase itself."""
    words = doc.tokens.words
    named = words[one.first : one.last]
    best: tuple[int, int, int] | None = None
    for head in places.of[named[-1]]:
        if head >= one.first:
            break
        said = words[max(0, head - _CONTEXT) : head + 1]
        if said[-len(named) :] == named:
            return
        common = _common(named, said)
        if len(common) > 2 and (best is None or len(common) > best[0]):
            best = len(common), head - len(said) + 1 + common[0], head
    if best and 3 * best[0] > 2 * len(named):
        yield _Variant((one.first, one.last - 1), best[1:], sure=True)


def _common(one: Sequence[str], other: Sequence[str]) -> list[int]:
    """Places in `other` of words of note that stand in both, in order, taken greedily from the end."""
    places, limit = list[int](), len(other)
    for word in reversed(one):
        at = next((n for n in range(limit - 1, -1, -1) if other[n] == word), None)
        if at is not None and word not in FUNCTION_WORDS:
            places.append(at)
            limit = at
    return places[::-1]


def _findings(doc: Document, variants: Sequence[_Variant]) -> Iterator[Finding]:
    uses = _uses(doc, variants)
    for one in variants:
        here, there = _span(doc, one.here), _span(doc, one.there)
        rarer = uses[_key(doc, one.there)] < uses[_key(doc, one.here)]
        wrong, right = (there, here) if rarer else (here, there)
        message = f'"{doc[wrong]}" and "{doc[right]}" name one thing, as a reference back shows: choose one form'
        yield Finding(wrong, message, (Note(right, "the other form"),), doubtful=not one.sure, choice=True)


def _uses(doc: Document, variants: Sequence[_Variant]) -> Counter[tuple[str, ...]]:
    """How often the text has each form, told by its first two words."""
    words = doc.tokens.words
    forms = {_key(doc, at) for one in variants for at in (one.here, one.there)}
    pairs = (tuple(words[at : at + 2]) for at in doc.tokens.among({form[0] for form in forms}))
    uses = Counter[tuple[str, ...]](pair for pair in pairs if pair in forms)
    uses.update({form: doc.counts[form[0]] for form in forms if len(form) == 1})
    return uses


def _key(doc: Document, at: tuple[int, int]) -> tuple[str, ...]:
    return tuple(doc.tokens.words[at[0] : min(at[0] + 2, at[1] + 1)])


def _span(doc: Document, at: tuple[int, int]) -> Span:
    return Span(doc.tokens.starts[at[0]], doc.tokens.ends[at[1]])


RULE = Rule(
    "reference/variant",
    "a name that differs from what the speaker said",
    Severity.WARNING,
    check,
    (
        Example(
            "Li Na:\n\nBern has the largest lakeside park in the upper valley of the Aare.\n\nGuo Wen:\n\n"
            "As Ms. Li mentioned earlier, it is the largest [[lakefront park]] in the upper valley of the Aare.\n"
        ),
        Example(
            "Li Na:\n\nThe Northern Rural Road Fund pays.\n\nGuo Wen:\n\n"
            "It built 12 roads with the [[northern village road fund]] mentioned earlier by Ms. Li.\n"
        ),
        Example(
            "Li Na:\n\nThe airport is open.\n\nGuo Wen:\n\n"
            "Ms. Li just said that the [[air-port]] is open, and the airport is busy.\n"
        ),
        Example(
            "Li Na:\n\nBern has the largest lakeside park in the upper valley of the Aare.\n\nGuo Wen:\n\n"
            "As Ms. Li mentioned earlier, we are proud of the park. The new rural roads lead to the river.\n"
        ),
        Example(
            "Li Na:\n\nThe rural road fund pays, and so does the village road fund.\n\nGuo Wen:\n\n"
            "The previously mentioned village road fund is small. As Ms. Li said, it pays.\n"
        ),
    ),
)
