"""Bytes to text as they come, so that a file of any size is read in the memory of a chunk."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from io import StringIO
from typing import BinaryIO, NamedTuple

from ..errors import TermcheckError
from .text import MARKS, WIDE, Bad, binary, known_encoding, undecodable

CHUNK = 1 << 16  # bytes read at a time
LIMIT = 1_000_000  # code points of one line, text or tag: a file with a longer one is none that people translate
LINE_END = re.compile(r"\r\n|\r|\n")


class Line(NamedTuple):
    """A line with its line end: its number from 1, and where it begins in the decoded file."""

    text: str
    number: int
    offset: int


class Place(NamedTuple):
    """Line and column of what comes next in a text that is read, both from 1."""

    line: int = 1
    column: int = 1

    def after(self, text: str) -> Place:
        """The place past `text`, which begins here and does not end within a CR LF."""
        breaks = text.count("\n") + ("\r" in text and text.count("\r") - text.count("\r\n"))
        if not breaks:
            return Place(self.line, self.column + len(text))
        return Place(self.line + breaks, len(text) - max(text.rfind("\n"), text.rfind("\r")))


def chunks(
    stream: BinaryIO, path: str, encoding: str = "", declared: Callable[[bytes], str] | None = None
) -> Iterator[str]:
    """The text of a file, piece by piece; none ends between a CR and its LF.

    A byte order mark wins over the encoding that the file itself declares in
    its first bytes, this over `encoding`; with none of them, the file is UTF-8.
    Raises TermcheckError where `text.decode` does; what stands before it is given.
    """
    data = stream.read(CHUNK)
    mark, name, own = encoding_of(data, path, encoding, declared)
    place, rest = Place(), ""
    for text in _decoded(stream, data[len(mark) :], len(mark), name):
        if isinstance(text, Bad):
            raise undecodable(text, place.line, path, name, name if mark else own or encoding)
        if "\0" in text:
            raise binary(*place.after(rest + text[: text.index("\0")]), path, name)
        whole = rest + text
        rest = "\r" if text.endswith("\r") else ""
        if given := whole.removesuffix(rest):
            yield given
        place = place.after(given)
    if rest:
        yield rest


def encoding_of(
    data: bytes, path: str, encoding: str, declared: Callable[[bytes], str] | None
) -> tuple[bytes, str, str]:
    """The byte order mark with which a file begins, its encoding, and what it declares itself, each b"" or "" for none.

    Raises TermcheckError for one that is not known.
    """
    mark = next((mark for mark in MARKS if data.startswith(mark)), b"")
    own = declared(data) if declared and not mark else ""
    return mark, MARKS.get(mark) or _declared(own, path) or known_encoding(encoding) or "utf-8", own


def _declared(name: str, path: str) -> str:
    try:
        return known_encoding(name)
    except TermcheckError as error:
        raise TermcheckError(error.message, path, 1, error.hint) from None


def _decoded(stream: BinaryIO, data: bytes, seen: int, name: str) -> Iterator[str | Bad]:
    """The text from `data` on, which begins at the offset `seen`; where it cannot be read, what stands before and why.

    The text of a binary file ends with its first NUL: no other byte of it is blamed.
    """
    decoder, first = codecs.getincrementaldecoder(name)(), not seen
    while True:
        try:
            text = decoder.decode(data, not data)
        except UnicodeDecodeError as error:
            whole, start = error.object, error.start
            nul = -1 if name.startswith(WIDE) else whole.find(b"\0")
            yield whole[: start if nul < 0 else nul + 1].decode(name, "replace")
            yield Bad(whole[start], seen + len(data) - len(whole) + start)
            return
        yield text.removeprefix("\ufeff") if first else text
        if not data:
            return
        first, seen, data = first and not text, seen + len(data), stream.read(CHUNK)


def lines(texts: Iterable[str], path: str) -> Iterator[Line]:
    """The lines of a text that comes in pieces; they end with LF, CR LF or CR only.

    Raises TermcheckError for one that is longer than LIMIT.
    """
    number, offset, rest = 1, 0, ""
    for text in texts:
        for line in StringIO(rest + text, newline=""):
            if line[-1] not in "\r\n":
                rest = line
                break
            yield Line(line, number, offset)
            number += 1
            offset += len(line)
        else:
            rest = ""
        if len(rest) > LIMIT:
            raise TermcheckError(f"a line of more than {LIMIT:,} characters", path, number)
    if rest:
        yield Line(rest, number, offset)
