"""The name of a public body that has "the" elsewhere has none here: "a plan of Lagos State Government".

Flagged after a preposition or an auxiliary, when the same name has the article
at least as often, or the same abbreviation three times as often. Such names
need it because their last word is a common noun ("government", "ministry",
"commission"). An abbreviation is a suggestion only, for some live without it
("via FPS"). Names before a noun ("in Ministry statements") and headings go
without it, and so may banks, companies, universities and news agencies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ...document import Document
from ...lang.function_words import AUXILIARIES, FUNCTION_WORDS, PREPOSITIONS
from ...lang.position import after, in_title_case, same_line
from ...model import Edit, Finding, Fix, Note, Severity, Span
from ...rule import Context, Example, Rule
from ._variants import times

_BODIES = (
    "government ministry department bureau office commission committee council court tribunal authority "
    "administration secretariat assembly senate"
).split()
_BODY_WORDS = frozenset((*_BODIES, *(f"{body}'s" for body in _BODIES)))
_OPENERS = PREPOSITIONS | AUXILIARIES | {"the"}
_AMOUNTS = frozenset("ten dozen hundred thousand million billion trillion percent cent".split())
_ABBREVIATION = 3  # so many times the abbreviation of a name must have its article for each time it has none
_LONGEST = 10  # words of a name before or after its body that are read


class _Uses(NamedTuple):
    """Where a name stands with the article, and where it stands bare after a preposition."""

    full: list[Span]
    bare: list[Span]


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    uses: dict[str, _Uses] = {}
    abbreviations = _abbreviations(doc)
    for at in doc.tokens.among(_BODY_WORDS | abbreviations):
        if doc.tokens.words[at] in abbreviations:
            if _is_letters(doc, at):
                _record(doc, at, at, uses)
        elif doc.capitals[at]:
            last = _last(doc, at)
            if last > at or (at and _continues(doc, at - 1)):
                _record(doc, at, last, uses)
    for name, (full, bare) in uses.items():
        if len(bare) <= len(full) if " " in name else len(bare) * _ABBREVIATION <= len(full):
            why = f"the name has its article {times(len(full))}"
            severity = None if " " in name else Severity.SUGGESTION
            for span in bare:
                fix = Fix('insert "the"', (Edit(Span(span.start, span.start), "the "),))
                note = Note(full[0], "with the article")
                yield Finding(span, f'write "the {doc[span]}": {why}', (note,), fix, severity=severity)


def _abbreviations(doc: Document) -> set[str]:
    """The words that come often, and often as an abbreviation with its article."""
    tokens, text, capitals = doc.tokens, doc.text, doc.capitals + b"\0"
    behind = (at + 1 for at in tokens.places.get("the", ()) if capitals[at + 1])
    named = Counter(
        tokens.words[at].removesuffix("'s")
        for at in behind
        if text[tokens.starts[at] : tokens.starts[at] + 2].isupper()
    )
    names = {name for name, count in named.items() if count >= _ABBREVIATION} - FUNCTION_WORDS - _BODY_WORDS
    return {word for name in names for word in (name, f"{name}'s") if len(tokens.places.get(word, ())) > _ABBREVIATION}


def _is_letters(doc: Document, index: int) -> bool:
    """Whether the word is an abbreviation said letter by letter or as a word: three capitals and more."""
    surface = doc.text[doc.tokens.starts[index] : doc.tokens.ends[index]].removesuffix("'s")
    return len(surface) > 2 and surface.isalpha() and surface.isupper()


def _is_capital(doc: Document, index: int) -> bool:
    return index < len(doc.capitals) and doc.capitals[index] == 1


def _continues(doc: Document, index: int) -> bool:
    """Whether the capitalised word `index` is in one name with the next, by a blank or a hyphen."""
    tokens = doc.tokens
    return _is_capital(doc, index) and (same_line(tokens, doc.text, index) or tokens.gap(index) == "-")


def _last(doc: Document, at: int) -> int:
    """Index of the last word of the name with the body `at`: "Bureau of Statistics", "Committee of the Party"."""
    tokens, last = doc.tokens, at
    while last - at < _LONGEST:
        following = tokens.words[last + 1 : last + 3]
        joint = 2 if following == ["of", "the"] else following[:1] == ["of"] or (last > at and following[:1] == ["and"])
        step = range(last, last + joint + 1)
        named = _is_capital(doc, last + joint + 1) and (joint or last > at)
        if not named or not all(same_line(tokens, doc.text, index) for index in step):
            break
        last = step.stop
    return last


def _record(doc: Document, at: int, last: int, uses: dict[str, _Uses]) -> None:
    """The name that ends with word `last`: with its article, or from each preposition before it without."""
    tokens = doc.tokens
    possessive = tokens.words[last].endswith("'s")
    if not possessive and after(tokens, doc.text, last) not in ("function", "list", "break"):
        return
    for first in range(at, max(0, at - _LONGEST), -1):
        before = tokens.words[first - 1]
        if before in _OPENERS and _is_capital(doc, first) and same_line(tokens, doc.text, first - 1):
            span = Span(tokens.starts[first], tokens.ends[last])
            name = uses.setdefault(" ".join(tokens.words[first : last + 1]).removesuffix("'s"), _Uses([], []))
            if before == "the":
                name.full.append(span)
            elif (
                (first < at or last > at or _is_letters(doc, at))
                and not in_title_case(doc.text, *span)
                and not _is_measured(doc, first - 1)
            ):
                name.bare.append(span)
        if not (_continues(doc, first - 1) or (before in ("of", "and") and same_line(tokens, doc.text, first - 1))):
            return


def _is_measured(doc: Document, index: int) -> bool:
    """Whether word `index` is the "of" of an amount, which has no article: "billions of RMB", "5% of GDP"."""
    words = doc.tokens.words[max(0, index - 1) : index + 1]
    return words[-1] == "of" and (words[0][0].isdigit() or words[0].removesuffix("s") in _AMOUNTS)


RULE = Rule(
    "consistency/article",
    'a name without its "the"',
    Severity.WARNING,
    check,
    (
        Example(
            "The bridge is a plan of [[Lagos State Government]]. In May the Lagos State Government had two.",
            fixed="The bridge is a plan of the Lagos State Government. In May the Lagos State Government had two.",
        ),
        Example(
            "In May the Kenya Ports Authority would not. It is part of [[Kenya Ports Authority’s]] new plan.",
            fixed="In May the Kenya Ports Authority would not. It is part of the Kenya Ports Authority’s new plan.",
        ),
        Example(
            "The Bureau of Statistics of Kenya is with the Food and Drug Authority. In a list of [[Bureau of "
            "Statistics of Kenya]], sent to [[Food and Drug Authority]], are two.",
            fixed="The Bureau of Statistics of Kenya is with the Food and Drug Authority. In a list of the Bureau "
            "of Statistics of Kenya, sent to the Food and Drug Authority, are two.",
        ),
        Example(
            "The KPA is here. The KPA was new, the KPA has ports, and the KPA will grow. What has [[KPA]] to do?",
            fixed="The KPA is here. The KPA was new, the KPA has ports, and the KPA will grow. What has the KPA to do?",
        ),
        Example(
            "The NEV is here. The NEV was new, the NEV has fans, and the NEV will sell. A maker of NEV parts came."
        ),
        Example(
            "The TZS fell. The TZS was new, the TZS is weak, and the TZS will rise. It lent tons, billions of TZS, or "
            "5% of TZS."
        ),
        Example("The AID is new. By AID, the UN was meant."),
        Example("The National Bureau fell. A report of National Bureau of Fisheries, and of National Bureau data."),
        Example("The Kenya Ports Authority said so in Kenya Ports Authority statements, wrote Xinhua News Agency."),
        Example("A plan of Lagos State Government is out. Others are by Lagos State Government."),
        Example("# News of Lagos State Government\n\nToday the Lagos State Government is to meet."),
    ),
)
