"""XML as events with exact places, read as it comes, with nothing fetched and nothing declared.

The parser is expat; it is given decoded text, so that its lines and columns
count code points. Entities are not declared by anyone but XML itself: a
document type with declarations of its own is refused, a plain reference to one
is let be and never followed.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Collection, Iterator, Mapping
from typing import BinaryIO, Literal, NamedTuple
from xml.parsers.expat import ExpatError, ParserCreate, errors

from ..errors import TermcheckError
from .stream import LIMIT, LINE_END, chunks

DEPTH = 100  # elements within elements: no format that people translate comes near
LANG = "http://www.w3.org/XML/1998/namespace lang"

_ENCODING = re.compile(rb"""<\?xml[^>]*?\bencoding\s*=\s*["']([A-Za-z0-9._:-]+)""")
_WIDE = {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}  # how a file in UTF-16 with no byte order mark begins
_PLAIN = {
    errors.XML_ERROR_INVALID_TOKEN: 'no XML ("&" is written "&amp;" and "<" is written "&lt;")',
    errors.XML_ERROR_TAG_MISMATCH: "the end tag of another element than the one that is open",
    errors.XML_ERROR_NO_ELEMENTS: "the file ends before its elements do",
    errors.XML_ERROR_UNCLOSED_TOKEN: "the file ends within this",
    errors.XML_ERROR_UNCLOSED_CDATA_SECTION: "the file ends within this",
    errors.XML_ERROR_UNDEFINED_ENTITY: "an entity that XML does not have",
}


class Event(NamedTuple):
    """What stands at a place: a tag, a text as the file has it, or what the file writes with an escape.

    `value` is the name of the element (of another namespace than the root's:
    with that before it) or the text. `depth` is that of the element, 1 for the
    root; of a text, that of the element around it.
    """

    kind: Literal["start", "end", "text", "escape"]
    value: str
    attributes: Mapping[str, str]
    depth: int
    offset: int
    line: int
    column: int


def events(stream: BinaryIO, path: str, encoding: str, texts: Collection[str]) -> Iterator[Event]:
    """The events of a file; text only from within the elements named in `texts`.

    Raises TermcheckError at the line where the file is no XML, or none that is safe to read.
    """
    parser = _Parser(path, texts)
    for text in chunks(stream, path, encoding, declared):
        yield from parser.read(text)
    yield from parser.read("", final=True)


def declared(data: bytes) -> str:
    """The encoding that XML says it has, "" where it does not say."""
    if wide := _WIDE.get(data[:2]):
        return wide
    found = _ENCODING.match(data)
    name = found[1].decode().lower() if found else ""
    return "" if name.startswith(("utf-16", "utf-32", "ucs")) else name  # it was read byte by byte: it is none of these


class _Parser:
    """Expat, and the text it was given from where it is on, to see what stands at a place."""

    def __init__(self, path: str, texts: Collection[str]) -> None:
        self._path, self._texts, self._found = path, texts, list[Event]()
        self._depth, self._text_depth = 0, 0  # of the element the parser is in, and of the one that holds the text
        self._space, self._cdata = "", False  # the namespace of the root, and whether this is CDATA
        self._text, self._base = "", 0  # what is still of use of the file's text, and its offset
        self._starts, self._line = deque([0]), 1  # the offsets of the lines from `_line` on
        expat = self._expat = ParserCreate(namespace_separator=" ")
        expat.StartElementHandler, expat.EndElementHandler = self._start, self._end
        expat.CharacterDataHandler = self._characters
        expat.StartCdataSectionHandler, expat.EndCdataSectionHandler = self._cdata_on, self._cdata_off
        expat.StartDoctypeDeclHandler = self._doctype
        expat.SkippedEntityHandler = self._skipped

    def read(self, text: str, final: bool = False) -> Iterator[Event]:
        """The events of some more text; those before a fault are given before its error is raised."""
        end = self._base + len(self._text)
        self._starts.extend(end + match.end() for match in LINE_END.finditer(text))
        self._text += text
        failure = None
        try:
            self._expat.Parse(text, final)
        except TermcheckError as error:
            failure = error
        except ExpatError as error:
            failure = self._broken(error)
        yield from self._found
        self._found.clear()
        if failure:
            raise failure
        self._forget()

    def _forget(self) -> None:
        offset, line, _ = self._place()
        self._text, self._base = self._text[offset - self._base :], offset
        if len(self._text) > LIMIT:
            raise TermcheckError(f"a tag or comment of more than {LIMIT:,} characters", self._path, line)

    def _place(self) -> tuple[int, int, int]:
        """Offset, line and column of where the parser is."""
        line, column = self._expat.CurrentLineNumber, self._expat.CurrentColumnNumber
        while self._line < line:
            self._starts.popleft()
            self._line += 1
        return self._starts[0] + column, line, column + 1

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self._depth:
            self._space = name.rpartition(" ")[0]
        self._depth += 1
        if self._depth > DEPTH:
            raise self._refused(f"more than {DEPTH} elements within each other")
        local = self._local(name)
        if not self._text_depth and local in self._texts:
            self._text_depth = self._depth
        self._found.append(Event("start", local, attributes, self._depth, *self._place()))

    def _end(self, name: str) -> None:
        self._found.append(Event("end", self._local(name), {}, self._depth, *self._place()))
        if self._depth == self._text_depth:
            self._text_depth = 0
        self._depth -= 1

    def _local(self, name: str) -> str:
        space, _, local = name.rpartition(" ")
        return local if space == self._space else name

    def _characters(self, text: str) -> None:
        if not self._text_depth:
            return
        place = self._place()
        written = self._text[place[0] - self._base]
        escaped = (written == "&" and not self._cdata) or (written == "\r" and text == "\n")
        self._found.append(Event("escape" if escaped else "text", text, {}, self._depth, *place))

    def _cdata_on(self) -> None:
        self._cdata = True

    def _cdata_off(self) -> None:
        self._cdata = False

    def _doctype(self, name: str, system: str | None, public: str | None, declarations: bool) -> None:
        if declarations:
            raise self._refused("a document type with declarations of its own is not read")

    def _skipped(self, name: str, parameter: bool) -> None:
        raise self._refused(f'the entity "&{name};" is of a document type that is not read')

    def _refused(self, message: str) -> TermcheckError:
        return TermcheckError(message, self._path, self._place()[1])

    def _broken(self, error: ExpatError) -> TermcheckError:
        message = errors.messages[error.code]
        if not self._base and not self._text.strip():
            return TermcheckError("the file is empty", self._path, 1)
        place = f"not well-formed at column {error.offset + 1}"
        return TermcheckError(f"{place}: {_PLAIN.get(message, message)}", self._path, error.lineno)
