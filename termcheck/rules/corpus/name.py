"""One name in two spellings: a letter added, lost, changed or swapped, a blank, a hyphen or an apostrophe.

Two people may have names as near as that, so it takes evidence that the two are
one: the same name in the source, which is sure, and where sources differ the
names are of two; or the same office, in the same words, two of them and more.
Without it a rare spelling of a frequent name of nine letters and more is
doubtful; a spelling that differs by blanks and hyphens alone is sure.

Left alone are names that one text has both, names that nothing but a majority
tells apart, and names of which both are frequent. The press in the labels of
questions is compared in the same way; there one letter may make another paper.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from ...attested import AND_SO_ON, PART, Conflict, Group
from ...lang.names import one_edit_apart
from ...lang.offices import HEADS, JUNIOR
from ...lang.pinyin import letters
from ...model import Severity
from ...rule import Dated, Example, Rule
from ...text import fold
from ._tally import Counted, choice, flagged, places, tallies, texts

_LONG, _SELDOM = 9, 10  # with no evidence: letters of a name, and one text in so many
_NOTHING, _DOUBTFUL, _SURE = range(3)
# Words of an office that say neither where nor of what it is.
_RANKS = HEADS.keys() | JUNIOR | frozenset("general executive first second standing prime".split())


def check(group: Group, *, share: int = 3) -> Iterator[Conflict]:
    judged = [(*pair, _verdict(*pair)) for pair in _pairs(tallies(group), group.key)]
    pairs = [(usual, rare, verdict) for usual, rare, verdict in judged if verdict != _NOTHING]
    found = [*places(group, [rare.form for _, rare, _ in pairs])] if pairs else []
    beside = _named(group, {one.path for one in found})
    for usual, rare, verdict in pairs:
        mine = [one for one in found if one.form == rare.form]
        if letters(usual.form) != letters(rare.form) and any(usual.form in beside[one.path] for one in mine):
            continue
        message = f'"{rare.form}" in {texts(rare.texts)}, "{usual.form}" in {texts(usual.texts)}: one name'
        if rare.texts * share <= rare.texts + usual.texts:
            yield from flagged(mine, usual, rare, message, verdict == _DOUBTFUL)
        elif _sources(usual) & _sources(rare):
            yield choice(usual, rare, message)


def _pairs(every: list[Counted], key: str) -> Iterator[tuple[Counted, Counted]]:
    """Each name with a more frequent one that is alike; names that begin alike are told under how they begin."""
    by_part: dict[str, list[Counted]] = {}
    for rare in every:
        said = letters(rare.form)
        parts = {said, *(said[:at] + said[at + 1 :] for at in range(len(said)))}
        near = {one.form: one for part in parts for one in by_part.get(part, ()) if _is_alike(one, rare, key)}
        if near:
            yield max(near.values(), key=lambda one: one.texts), rare
        for part in parts:
            by_part.setdefault(part, []).append(rare)


def _is_alike(usual: Counted, rare: Counted, key: str) -> bool:
    one, two = letters(usual.form), letters(rare.form)
    if not key.endswith(AND_SO_ON) and one[:PART] == two[:PART]:
        return False
    return one_edit_apart(one, two) or (one == two and usual.form.casefold() != rare.form.casefold())


def _verdict(usual: Counted, rare: Counted) -> int:
    """How sure it is that two names are one."""
    if _sources(usual) and _sources(rare):
        return _SURE if _sources(usual) & _sources(rare) else _NOTHING
    if letters(usual.form) == letters(rare.form):
        return _SURE if "'" not in fold(usual.form + rare.form) else _DOUBTFUL
    if any(_is_one(here, there) for here in _offices(usual) for there in _offices(rare)):
        return _SURE
    seldom = rare.texts * _SELDOM <= usual.texts
    return _DOUBTFUL if seldom and len(letters(usual.form)) >= _LONG else _NOTHING


def _sources(one: Counted) -> set[str]:
    return {source for _, source, _ in one.about if source}


def _offices(one: Counted) -> set[frozenset[str]]:
    said = {office for _, _, offices in one.about for office in offices.split("; ")}
    return {frozenset(office.split()) for office in said if office}


def _is_one(here: frozenset[str], there: frozenset[str]) -> bool:
    """Whether two offices may be one, and are told by more than their rank."""
    return (here <= there or there <= here) and bool((here & there) - _RANKS) and bool(here & there & _RANKS)


def _named(group: Group, paths: Collection[str]) -> Mapping[str, set[str]]:
    """The names of the group in each of these texts."""
    found: dict[str, set[str]] = {}
    for one in group.attested if paths else ():
        if one.path in paths:
            found.setdefault(one.path, set()).add(one.form)
    return found


def _by(name: str, count: int, source: str = "") -> tuple[Dated, ...]:
    """So many texts in which a spokesperson speaks."""
    asked = "记者：\n\n有何进展？\n\n" if source else ""
    said = f"Rice Daily:\n\nWhat is new?\n\n{name}:\n\nThe bridge is open.\n"
    translated = f"{asked}{source}：\n\n大桥通车了。\n" if source else ""
    return tuple(Dated(f"{2016 + n}-05", said, translated) for n in range(count))


def _of(*sentences: str) -> tuple[Dated, ...]:
    return tuple(Dated(f"{2016 + n}-05", f"{sentence}\n") for n, sentence in enumerate(sentences))


RULE = Rule(
    "corpus/name",
    "one name in two spellings",
    Severity.WARNING,
    check,
    (
        Example(archive=(*_by("Lei Suqin", 3, "雷素琴"), *_by("[[Lei Suqing]]", 1, "雷素琴"))),
        Example(archive=_of(*["Port Minister Ann Lowell spoke."] * 3, "Port Minister [[Ann Lowel]] spoke.")),
        Example(archive=(*_by("Lei Suqin", 3), *_by("[[Lei Su-qin]]", 1))),
        Example(archive=(*_by("Guo Peiyuan", 10), *_by("[[Guo Peiyuam]]", 1)), doubtful=True),
        Example(archive=(*_by("Lei Suqin", 3, "雷素琴"), *_by("Lei Suqing", 1, "雷素清"))),
        Example(archive=_of(*["Port Minister Ann Lowell spoke."] * 3, "Roads Minister Ann Lowel spoke.")),
        Example(archive=_of(*["Port Minister Ann Lowell spoke."] * 3, *["Port Minister Ann Lowel spoke."] * 3)),
        Example(archive=_of(*["Port Minister Ann Lowell spoke."] * 3, "Port Minister Ann Lowel met Ms. Ann Lowell.")),
    ),
)
