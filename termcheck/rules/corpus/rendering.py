"""A term of the source that some texts of an archive render in another way than the others.

Of a term of the glossary any of its forms will do, and what it forbids is told
text by text (term/forbidden); here is told a name that is in no entry and
stands in the place of the term's, word for word its like. With no glossary an
institution is compared (委员会, 大学, 倡议 ...), where a passage has one of its
sort in both languages: the usual name must stand in `least` texts, and the
others make up at most one text in `share`.

A short form of the same words is left alone, and so are two names of which one
took the place of the other at some time: that is a change of usage, which the
tables show. Names that share no word are doubtful, and so is one that stands in
the oldest text or in the newest.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...attested import Conflict, Group
from ...glossary import Forbidden, Term
from ...lang.countries import english
from ...lang.function_words import FUNCTION_WORDS
from ...lang.institutions import HEADS
from ...lang.words import words_of
from ...model import Severity
from ...rule import Dated, Example, Rule
from ...text import fold
from ._tally import Counted, choice, flagged, is_at_an_end, is_succeeded, places, tallies, texts

_SETTLED = frozenset({"preferred", "allowed", "abbreviation"})


def check(group: Group, *, share: int = 3, least: int = 3) -> Iterator[Conflict]:
    every = tallies(group)
    right = [one for one in every if _kinds(one) & _SETTLED]
    found = [one for one in every if _kinds(one) == {"found"}]
    models = right or found[:1]
    if not models or (not right and models[0].texts < least):
        return
    usual = models[0]
    for rare in found:
        if rare is usual or any(_is_same(rare, one) or is_succeeded(rare, one) for one in models):
            continue
        message = f'{group.key} is "{usual.form}" in {texts(usual.texts)}, "{rare.form}" in {texts(rare.texts)}'
        doubtful = is_at_an_end(usual, rare) or not _shares(usual, rare)
        if rare.texts * share <= rare.texts + usual.texts:
            yield from flagged(places(group, [rare.form]), usual, rare, message, doubtful)
        else:
            yield choice(usual, rare, message, doubtful)


def _kinds(one: Counted) -> set[str]:
    return {kind for (kind,) in one.about}


def _is_same(one: Counted, two: Counted) -> bool:
    """Whether one form has no words but those of the other, in their order: it is a short form, or the same."""
    short, long = sorted((_words(one.form), _words(two.form)), key=len)
    rest = iter(long)
    return all(word in rest for word in short)


def _words(form: str) -> list[str]:
    """The words of a form that say something, whatever their case and hyphens; a country is often left out."""
    words = (word.removesuffix("'s") for word in words_of(fold(form).replace("-", " ")))
    return [word for word in words if word not in FUNCTION_WORDS and word not in english()]


def _shares(one: Counted, two: Counted) -> bool:
    """Whether two forms have a word in common besides those that all institutions of a sort have."""
    return bool({*_words(one.form)} & {*_words(two.form)} - HEADS)


_BOARD = Term(
    "Old Port Council", source=("港口委员会",), allowed=("the council",), forbidden=(Forbidden("Harbour Board"),)
)
_MET, _ZH = "The Old Port Council met.\n", "港口委员会开会。\n"
_HEALTH, _HEALTH_ZH = "The Rural Health Commission met.\n", "农村健康委员会开会。\n"
_OLD = "The Village Health Commission met.\n"


def _in_years(*texts: str, source: str) -> tuple[Dated, ...]:
    return tuple(Dated(f"{2015 + n}-03", text, source) for n, text in enumerate(texts))


RULE = Rule(
    "corpus/rendering",
    "a term of the source that is rendered in two ways",
    Severity.WARNING,
    check,
    (
        Example(archive=_in_years(_MET, "The [[Old Harbour Council]] met.\n", _MET, source=_ZH), terms=(_BOARD,)),
        Example(
            archive=_in_years(
                *[_HEALTH] * 3, "The [[Commission for Village Health]] met.\n", _HEALTH, source=_HEALTH_ZH
            )
        ),
        Example(
            archive=_in_years(*[_HEALTH] * 3, "The [[Farm Welfare Board]] met.\n", _HEALTH, source=_HEALTH_ZH),
            doubtful=True,
        ),
        Example(
            archive=_in_years("The [[Village Health Commission]] met.\n", *[_HEALTH] * 4, source=_HEALTH_ZH),
            doubtful=True,
        ),
        Example(
            archive=_in_years(_MET, _MET, "The council met.\n", "The Harbour Board met.\n", source=_ZH), terms=(_BOARD,)
        ),
        Example(archive=_in_years(*[_HEALTH] * 4, "The Health Commission met.\n", source=_HEALTH_ZH)),
        Example(
            archive=_in_years(*[_HEALTH] * 3, "China's Rural Health Commission met.\n", _HEALTH, source=_HEALTH_ZH)
        ),
        Example(archive=_in_years(*[_OLD] * 4, *[_HEALTH] * 4, source=_HEALTH_ZH)),
        Example(archive=_in_years(_HEALTH, _OLD, source=_HEALTH_ZH)),
    ),
)
