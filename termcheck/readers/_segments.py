"""Texts within XML: the segments of translation formats, with their inline codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..errors import TermcheckError
from ..model import Span
from ..text import with_line_ends
from ._xml import Event
from .stream import LIMIT
from .units import Stretch, Unit

# What these hold is code. All other elements within a text, <g>, <mrk>, <hi>, <pc>, mark a part of it up.
_CODE = frozenset({"ph", "bpt", "ept", "it", "ut"})
# These stand for something that is seen in the text, an image or a name that is filled in: the words around are apart.
_OBJECT = frozenset({"ph", "x", "cp"})
_SUBFLOW = "sub"  # a text within a code
OBJECT = "\ufffc"  # OBJECT REPLACEMENT CHARACTER, as Unicode has it for this


_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Passage(NamedTuple):
    """The text of a segment, one stretch at least, and an empty stretch at its end tag."""

    text: tuple[Stretch, ...]
    end: Stretch


def root(found: Iterator[Event], name: str, kind: str, path: str) -> Event:
    """The start of the root element. Raises TermcheckError where that is another."""
    event = next(event for event in found if event.kind == "start")  # XML with no element was refused
    if event.value != name:
        shown = event.value.rpartition(" ")[2]
        raise TermcheckError(f"this is no {kind}: its root is <{shown}>", path, event.line)
    return event


def children(parent: Event, found: Iterator[Event]) -> Iterator[Event]:
    """The starts of the elements right within one that has begun, up to its end; what is not read is skipped."""
    for event in found:
        if event.kind == "start" and event.depth == parent.depth + 1:
            yield event
        elif event.kind == "end" and event.depth == parent.depth:
            return


def passage(parent: Event, found: Iterator[Event], path: str) -> Passage:
    """The text of an element that has begun, up to its end. Raises TermcheckError past LIMIT."""
    pieces = list[_Written]()
    size, codes = 0, [False]
    for event in found:
        if pieces and not pieces[-1].end:
            pieces[-1] = pieces[-1]._replace(end=event.offset)
        if event.kind == "start":
            if event.value in _OBJECT and not codes[-1]:
                pieces.append(_Written(event._replace(kind="escape", value=OBJECT)))
            codes.append((codes[-1] or event.value in _CODE) and event.value != _SUBFLOW)
        elif event.kind == "end":
            codes.pop()
            if event.depth == parent.depth:
                end = Stretch("", event.offset, event.line, event.column)
                return Passage(tuple(_joined(pieces)) or (end,), end)
        elif not codes[-1]:
            pieces.append(_Written(event))
            size += len(event.value)
            if size > LIMIT:
                raise TermcheckError(f"a text of more than {LIMIT:,} characters", path, parent.line)
    raise AssertionError("events end with the end of the root")


def says_something(unit: Unit) -> bool:
    """Whether a unit has a text on either side: codes and blanks alone are none."""
    return any(one.text.strip(OBJECT).strip() for one in (*unit.source, *unit.target))


def written(file: str, span: Span, text: str) -> str | None:
    """How a segment holds a text; None for signs that XML does not have, and for those that CDATA cannot escape."""
    escaped = text.translate(_ESCAPED)
    cdata = file.rfind("<![CDATA[", 0, span.start) > file.rfind("]]>", 0, span.start)
    if _NO_XML.search(text) or (cdata and escaped != text):
        return None
    return with_line_ends(file, span, escaped)


class _Written(NamedTuple):
    """A text or an escape, and the offset of what follows it in the file."""

    event: Event
    end: int = 0


def _joined(pieces: Iterable[_Written]) -> Iterator[Stretch]:
    """Texts that follow each other in the file are one stretch; an escape stays its own."""
    run, end = list[_Written](), -1
    for piece in pieces:
        if run and (piece.event.kind != "text" or piece.event.offset != end):
            yield _stretch(run)
            run.clear()
        run.append(piece)
        end = piece.event.offset + len(piece.event.value) if piece.event.kind == "text" else -1
    if run:
        yield _stretch(run)


def _stretch(run: Sequence[_Written]) -> Stretch:
    first, end = run[0]
    written = end - first.offset if first.kind == "escape" else 0
    return Stretch("".join(one.event.value for one in run), first.offset, first.line, first.column, written)
