"""TMX 1.4: translation memories. A unit (`tu`) holds a variant (`tuv`) for each language, the first of each is read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import BinaryIO, NamedTuple

from ..errors import TermcheckError
from ..lang.codes import two_letters
from ._segments import children, passage, root, says_something, written
from ._xml import LANG, Event, declared, events
from .languages import chosen, language_key
from .units import Stretch, Table, Unit

__all__ = ["declared", "read", "written"]

_LOOKED_AT = 100  # units that say which languages a file holds: not every unit has all


class _Variants(NamedTuple):
    """The texts of a unit by language, in the order of the file."""

    id: str
    texts: Mapping[str, tuple[Stretch, ...]]


def read(stream: BinaryIO, path: str, encoding: str, languages: tuple[str, str]) -> Table:
    """The units of a translation memory that have both languages; one with no `tuid` is known by its number.

    Raises TermcheckError for a file that is no TMX or holds no two languages, and where it is broken.
    """
    found = events(stream, path, encoding, {"seg"})
    start = root(found, "tmx", "TMX", path)
    version = start.attributes.get("version", "1.4")
    if not version.startswith("1."):
        raise TermcheckError(f'TMX of version "{version}" is not known', path, start.line, "1.4 is read")
    srclang, units = "", _units(found, path)
    for child in children(start, found):
        srclang = srclang or child.attributes.get("srclang", "")
        if child.value == "body":
            break
    first, seen = _first(units, languages)
    pair = chosen(seen, languages, language_key(srclang))
    if pair is None:
        if seen:
            raise TermcheckError(f'no unit holds two languages, only "{seen[0]}"', path)
        return Table("", "", iter(()))
    return Table(two_letters(pair[0]), two_letters(pair[1]), _pairs(chain(first, units), *pair))


def _first(units: Iterator[_Variants], languages: tuple[str, str]) -> tuple[list[_Variants], list[str]]:
    """The first units of two languages, and the languages of the first of them that holds both that are wanted.

    Where none does, the languages are those of the first; of a file with no such unit, the only one it has.
    """
    first, alone = list[_Variants](), list[str]()
    for unit in units:
        seen = list(unit.texts)
        if len(seen) < 2:
            alone = alone or seen
            continue
        first.append(unit)
        if {*languages} <= {*seen}:
            return first, seen
        if len(first) >= _LOOKED_AT:
            break
    return first, list(first[0].texts) if first else alone


def _units(found: Iterator[Event], path: str) -> Iterator[_Variants]:
    number = 0
    for event in found:
        if event.kind == "start" and event.value == "tu":
            number += 1
            yield _Variants(event.attributes.get("tuid", "") or str(number), _texts(event, found, path))


def _texts(unit: Event, found: Iterator[Event], path: str) -> dict[str, tuple[Stretch, ...]]:
    texts: dict[str, tuple[Stretch, ...]] = {}
    for variant in children(unit, found):
        if variant.value != "tuv":
            continue
        language = language_key(variant.attributes.get(LANG) or variant.attributes.get("lang", ""))
        for child in children(variant, found):
            if child.value == "seg":
                texts.setdefault(language, passage(child, found, path).text)
    return texts


def _pairs(units: Iterator[_Variants], source: str, target: str) -> Iterator[Unit]:
    both = (one for one in units if {source, target} <= one.texts.keys())
    return filter(says_something, (Unit(one.id, one.texts[source], one.texts[target]) for one in both))
