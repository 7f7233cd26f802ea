"""From a file to texts, by the file's suffix.

A text is read whole. A file of two languages, a table or a catalogue of
segments, is read as a stream, part by part. A format is one line in `READERS`
or `TABLES`; every reader of tables passes the same tests: each piece is, code
point for code point, what the file has at its place.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from ..document import Bitext, Document
from ..errors import TermcheckError
from ..structure import parse
from ..text import Source
from .text import decode, encode, known_encoding

if TYPE_CHECKING:
    from .units import Table

__all__ = [
    "READERS", "STDIN", "SUFFIXES", "TABLES",
    "bitexts", "document", "encode", "holds_two", "known_encoding", "load", "read",
    "table_reader", "wanted",
]  # fmt: skip

STDIN = "-"
_SHARE = 1_600_000  # bytes of a part of a large table, more or less: a million code points of two scripts

Reader = Callable[[bytes, str, str], Source]
READERS: dict[str, Reader] = {".txt": decode, ".md": decode, ".markdown": decode}
# The modules that read files of two languages, each by `read(stream, path, encoding, languages)`: see `units.Table`.
TABLES = {".tsv": "table", ".tmx": "tmx", ".xlf": "xliff", ".xliff": "xliff", ".po": "po"}
SUFFIXES = (*READERS, *TABLES)


def read(path: str, encoding: str = "") -> Document:
    """The document of a file; `encoding` is what a file with no byte order mark is read as, UTF-8 where empty.

    Raises TermcheckError for a file that cannot be read or is no text.
    """
    return document(load(path), path, encoding)


def document(data: bytes, path: str, encoding: str = "", tables: str = "") -> Document:
    """The document of a file's bytes; a suffix that no reader has is read as plain text.

    `tables` is where the grammar keeps its tables, "" for nowhere.
    """
    return parse(READERS.get(_suffix(path), decode)(data, path, encoding), tables)


Share = Callable[[float], None]  # is told how much of a file is read, from 0 to 1


def bitexts(
    path: str,
    name: str,
    encoding: str,
    languages: tuple[str, str],
    *,
    share: Share = lambda _: None,
    data: bytes | None = None,
) -> Iterator[Bitext] | None:
    """The texts of a table or catalogue, part by part; None for a file that is none, by the suffix of its name.

    `languages` are those of source and target as the glossary has them: they
    choose where a file holds several. `share` is told how far it is read, part
    by part; `data` is what stands in the file, where that is in hand. Raises
    TermcheckError, at the latest where the broken line is reached.
    """
    module = table_reader(name)
    if not module:
        return None
    read_table = import_module(f".{module}", __package__).read
    opened = (lambda: _opened(path)) if data is None else (lambda: BytesIO(data))
    return _parts(opened, name, lambda stream: read_table(stream, name, encoding, languages), share)


def _parts(
    opened: Callable[[], BinaryIO], name: str, read_table: Callable[[BinaryIO], Table], share: Share
) -> Iterator[Bitext]:
    from .units import PART, parts

    with opened() as stream:
        size = stream.getbuffer().nbytes if isinstance(stream, BytesIO) else os.fstat(stream.fileno()).st_size
        for part in parts(read_table(stream), name, 2 * PART if size else PART, _in_shares(stream, size)):
            yield part
            if size:  # a pipe has none
                share(min(1.0, stream.tell() / size))


def _in_shares(stream: BinaryIO, size: int) -> Callable[[], bool]:
    """Tells whether a part of a file should end where the stream is now.

    The parts of a large file are alike and of an even number, so that two processes that check them end together. They
    are the same however many processes there are.
    """
    pairs = max(1, round(size / (2 * _SHARE))) if size > _SHARE else 0
    ends = iter([size * number // (2 * pairs) for number in range(1, 2 * pairs)])
    end = next(ends, None)

    def is_full() -> bool:
        nonlocal end
        if end is None or stream.tell() < end:
            return False
        end = next(ends, None)
        return True

    return is_full


def table_reader(path: str) -> str:
    """The name of the module that reads a file of two languages, by its suffix; "" for a text."""
    return TABLES.get(_suffix(path), "")


def holds_two(path: str) -> bool:
    """Whether a file holds a text in two languages, by its suffix."""
    return bool(table_reader(path))


def wanted(path: str, encoding: str = "") -> bool:
    """Whether a file that is found in a folder is one to check: by its suffix, and a table by its header.

    Tables hold anything: where the header does not name two languages, no
    texts were meant. One that cannot be read is wanted, for the reader to say why.
    """
    if _suffix(path) != ".tsv":
        return _suffix(path) in SUFFIXES
    from .table import names_two

    try:
        with open(path, "rb") as stream:
            return names_two(stream, encoding)
    except OSError:
        return True


def _suffix(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _opened(path: str) -> BinaryIO:
    try:
        if path == STDIN:
            return BytesIO(_stdin())
        return open(path, "rb")
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise _unreadable(error, path) from None


def _unreadable(error: Exception, path: str) -> TermcheckError:
    return TermcheckError(getattr(error, "strerror", None) or str(error), path)


def load(path: str) -> bytes:
    """The bytes of a file, or of standard input for "-"."""
    try:
        if path == STDIN:
            return _stdin()
        with open(path, "rb") as stream:
            return stream.read()
    except (OSError, ValueError) as error:
        raise _unreadable(error, path) from None


def _stdin() -> bytes:
    if sys.stdin is None:
        raise OSError(errno.EBADF, "standard input is closed")
    return sys.stdin.buffer.read()
