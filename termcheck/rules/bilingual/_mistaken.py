"""A person's name a slip away from a reading of the source's, and the name of another person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ...counterparts.people import Known, Person, is_read, known, within
from ...counterparts.scopes import Scope, Scopes
from ...document import Bitext
from ...lang import pinyin
from ...lang.names import one_edit_apart
from ...model import Finding, Note, Span
from ...rule import Context
from ._titled import titled

_VOWELS = re.compile("[aeiouv]+")  # two groups make two syllables: Hang Seng and Lake Tai are no people
_TWO_EDITS = 6  # letters of a given name of which two may be off


def mistaken(bitext: Bitext, scopes: Scopes, ctx: Context, people: Sequence[Person]) -> Iterator[Finding]:
    """The English names of people that no characters of the source are read as, where the source has another."""
    if not people:
        return
    sure, folded = known(bitext, scopes, ctx, people), bitext.source.folded
    for scope in scopes.naming((), [one.start for one in people]):
        text = "\n".join(folded[slice(*span)] for span in scope.source)
        strange = [one for one in within(people, scope.pair.target) if not is_read(one, text)]
        slips = {one: run for one in strange if (run := _near(one, folded, scope.pair.source, sure))}
        for one, run in slips.items():
            yield _slip(bitext, one, run, sure)
        others = [one for one in strange if one.right and one not in slips]
        if len({one[2:] for one in others}) == 1:
            lost = _lost(bitext, scope, sure)
            if lost:
                yield _swap(bitext, others[0], lost)
            elif len(_VOWELS.findall(others[0].given)) > 1:
                yield _strange(bitext, scope, others[0])


def _near(one: Person, folded: str, span: Span, sure: Mapping[str, Known]) -> Span | None:
    """The characters of the passage that make a name whose reading is a slip away."""
    for start in range(*span):
        length = pinyin.family_length(folded[start : start + 2])
        for end in range(start + length + 2, start + length, -1) if length else ():
            chinese = folded[start:end]
            if end > span.end or not all("\u3400" <= char <= "\u9fff" for char in chinese) or not slip(one, chinese):
                continue
            if end - start > length + 1 or _is_person(folded, start, end, sure):
                return Span(start, end)
    return None


def _is_person(folded: str, start: int, end: int, sure: Mapping[str, Known]) -> bool:
    """Whether characters, too few to be told by themselves, are a name: known, or with a title."""
    begin = folded.rfind("\n", 0, start) + 1
    return folded[start:end] in sure or (start, end) in titled(folded, max(begin, start - 8), end + 8)


def slip(one: Person, chinese: str) -> bool:
    """Whether the English name is a letter or two, or two swapped syllables, from a pinyin reading of the Chinese."""
    return _slip_of(one.family, one.given, chinese) or _slip_of(one.given, one.family, chinese)


def _slip_of(said: str, given_said: str, chinese: str) -> bool:
    length = pinyin.family_length(chinese)
    families, given = pinyin.family_readings(chinese[:length]), chinese[length:]
    readings = pinyin.given_readings(given)
    if said in families:
        turned = pinyin.given_readings(given[::-1]) if len(given) > 1 else frozenset()
        return given_said in turned or any(_close(given_said, reading) for reading in readings)
    if pinyin.is_misread(chinese[0], said):
        return given_said in readings
    return given_said in readings and any(one_edit_apart(said, family) for family in families)


def _close(said: str, reading: str) -> bool:
    if one_edit_apart(said, reading):
        return True
    return min(len(said), len(reading)) >= _TWO_EDITS and _distance(said, reading) <= 2


def _distance(one: str, other: str) -> int:
    """Letters added, dropped or changed (Levenshtein)."""
    row = list(range(len(other) + 1))
    for n, char in enumerate(one, 1):
        before, row[0] = row[0], n
        for m, its in enumerate(other, 1):
            before, row[m] = row[m], min(row[m] + 1, row[m - 1] + 1, before + (char != its))
    return row[-1]


def _lost(bitext: Bitext, scope: Scope, sure: Mapping[str, Known]) -> tuple[Span, str] | None:
    """The one person of the source passage of whom the translation has neither family nor given name."""
    folded, (begin, end), tokens = bitext.source.folded, scope.pair.source, bitext.target.tokens
    words = {
        word.removesuffix("'s")
        for word in tokens.words[tokens.at(scope.pair.target.start) : tokens.at(scope.pair.target.end)]
    }
    text = folded[begin:end]
    found = {
        (at, one.english)
        for chinese, one in sure.items()
        if (at := text.find(chinese)) >= 0 and words.isdisjoint((one.family, one.given))
    }
    if len(found) == 1:
        ((at, english),) = found
        chinese = next(one.chinese for one in sure.values() if text.startswith(one.chinese, at))
        return Span(begin + at, begin + at + len(chinese)), english
    starts = {start for start, stop in titled(folded, begin, end) if words.isdisjoint(_families(folded[start:stop]))}
    if found or len(starts) != 1:
        return None
    (start,) = starts
    return Span(start, max(stop for one, stop in titled(folded, begin, end) if one == start)), ""


def _families(chinese: str) -> frozenset[str]:
    return pinyin.family_readings(chinese[: pinyin.family_length(chinese)])


def _slip(bitext: Bitext, one: Person, run: Span, sure: Mapping[str, Known]) -> Finding:
    chinese, english = bitext.source[run], bitext.target.text[one.start : one.end]
    settled = sure.get(bitext.source.folded[slice(*run)])
    want = settled.english if settled else pinyin.written(bitext.source.folded[slice(*run)])
    note = Note(run, f"{chinese} in the source", in_source=True)
    return Finding(Span(one.start, one.end), f'{chinese} is "{want}", not "{english}"', (note,))


def _swap(bitext: Bitext, new: Person, lost: tuple[Span, str]) -> Finding:
    span, name = lost
    chinese, english = bitext.source[span], bitext.target.text[new.start : new.end]
    note = Note(span, f"{chinese} in the source", in_source=True)
    shown = f"{chinese} ({name})" if name else chinese
    return Finding(Span(new.start, new.end), f'the source has {shown}, not "{english}"', (note,))


def _strange(bitext: Bitext, scope: Scope, new: Person) -> Finding:
    """Doubtful: the translator may have put the name for a title, or a name that is not read so."""
    note = Note(scope.pair.source, "the passage of the source", in_source=True)
    message = f'nothing in the source is read "{bitext.target.text[new.start : new.end]}"'
    return Finding(Span(new.start, new.end), message, (note,), doubtful=True)
