"""XLIFF 1.2 and 2: segments on their way through translation.

Of 1.2 a unit is a `trans-unit`, of 2 a `segment` of a `unit`, with the id
"unit/segment". What is not to be translated is left out; what has no target yet
has an empty one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import BinaryIO

from ..errors import TermcheckError
from ..lang.codes import two_letters
from ._segments import Passage, children, passage, root, says_something, written
from ._xml import Event, declared, events
from .languages import language_key
from .units import Table, Unit

__all__ = ["declared", "read", "written"]

_ATTRIBUTES = {"1": ("source-language", "target-language"), "2": ("srcLang", "trgLang")}
_SIDES = frozenset({"source", "target"})
_NESTED = frozenset({"body", "group"})


def read(stream: BinaryIO, path: str, encoding: str, languages: tuple[str, str]) -> Table:
    """The units of a file.

    Raises TermcheckError for a file that is no XLIFF, for one whose parts are
    of other languages than the first, and where it is broken.
    """
    found = events(stream, path, encoding, _SIDES)
    start = root(found, "xliff", "XLIFF", path)
    version = start.attributes.get("version", "")
    major = version.partition(".")[0]
    if major not in _ATTRIBUTES:
        raise TermcheckError(
            f'XLIFF of version "{version}" is not known', path, start.line, "1.2, 2.0 and 2.1 are read"
        )
    files = (child for child in children(start, found) if child.value == "file")
    first = next(files, None)
    if first is None:
        return Table("", "", iter(()))
    own = _languages(start if major == "2" else first, major)
    units = (unit for file in chain([first], files) for unit in _file(file, found, path, own if major == "1" else None))
    return Table(two_letters(own[0]), two_letters(own[1]), filter(says_something, units))


def _languages(element: Event, major: str) -> tuple[str, str]:
    source, target = _ATTRIBUTES[major]
    return language_key(element.attributes.get(source, "")), language_key(element.attributes.get(target, ""))


def _file(file: Event, found: Iterator[Event], path: str, own: tuple[str, str] | None) -> Iterator[Unit]:
    """The units of a part of the file; `own` are the languages of the first part, where each part says its own."""
    other = _languages(file, "1")
    if own and any(first and here and first != here for first, here in zip(own, other, strict=True)):
        message = f'from "{other[0]}" to "{other[1]}" here, from "{own[0]}" to "{own[1]}" before'
        raise TermcheckError(message, path, file.line, "one file holds two languages")
    return _within(file, found, path, translate=_translated(file, True))


def _within(parent: Event, found: Iterator[Event], path: str, translate: bool) -> Iterator[Unit]:
    for child in children(parent, found):
        wanted = _translated(child, translate)
        if child.value in _NESTED:
            yield from _within(child, found, path, wanted)
        elif child.value == "trans-unit" and wanted:
            yield from _unit(child.attributes.get("id", ""), child, found, path)
        elif child.value == "unit" and wanted:
            name = child.attributes.get("id", "")
            for segment in children(child, found):
                if segment.value == "segment":
                    own = segment.attributes.get("id", "")
                    yield from _unit(f"{name}/{own}" if own else name, segment, found, path)


def _translated(element: Event, above: bool) -> bool:
    return element.attributes.get("translate", "yes" if above else "no") != "no"


def _unit(name: str, element: Event, found: Iterator[Event], path: str) -> Iterator[Unit]:
    """The unit of an element that holds a source and a target; one with no target has it at the end of the source."""
    sides = dict[str, Passage]()
    for child in children(element, found):
        if child.value in _SIDES:
            sides.setdefault(child.value, passage(child, found, path))
    if source := sides.get("source"):
        target = sides.get("target")
        yield Unit(name, source.text, target.text if target else (source.end,))
