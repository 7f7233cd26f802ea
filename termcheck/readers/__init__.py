"""From a file to a document, by the file's suffix: text with the origin of each piece.

A reader is one function from bytes to `Read`; a format is one line in
`READERS`. Every reader passes the same tests: the span of each piece slices
to the text shown, and `encode` gives back the bytes that were read.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from ..document import Document
from ..errors import TermcheckError
from ..model import Piece
from ..structure import parse
from ..text import Source
from .text import decode, encode, known_encoding

__all__ = ["READERS", "STDIN", "Read", "document", "encode", "known_encoding", "load", "read"]

STDIN = "-"


class Read(NamedTuple):
    """What a reader makes of a file: the text, and where stretches of it came from in a container format."""

    source: Source
    pieces: tuple[Piece, ...] = ()


Reader = Callable[[bytes, str, str], Read]


def _text(data: bytes, path: str, encoding: str) -> Read:
    return Read(decode(data, path, encoding))


READERS: dict[str, Reader] = {".txt": _text, ".md": _text, ".markdown": _text}


def read(path: str, encoding: str = "") -> Document:
    """The document of a file; `encoding` is what a file with no byte order mark is read as, UTF-8 where empty.

    Raises TermcheckError for a file that cannot be read or is no text.
    """
    return document(load(path), path, encoding)


def document(data: bytes, path: str, encoding: str = "", tables: str = "") -> Document:
    """The document of a file's bytes; a suffix that no reader has is read as plain text.

    `tables` is where the grammar keeps its tables, "" for nowhere.
    """
    reader = READERS.get(os.path.splitext(path)[1].lower(), _text)
    source, pieces = reader(data, path, encoding)
    parsed = parse(source, tables)
    return replace(parsed, pieces=pieces) if pieces else parsed


def load(path: str) -> bytes:
    """The bytes of a file, or of standard input for "-"."""
    try:
        if path == STDIN:
            return _stdin()
        with open(path, "rb") as stream:
            return stream.read()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise TermcheckError(getattr(error, "strerror", None) or str(error), path) from None


def _stdin() -> bytes:
    if sys.stdin is None:
        raise OSError(errno.EBADF, "standard input is closed")
    return sys.stdin.buffer.read()
