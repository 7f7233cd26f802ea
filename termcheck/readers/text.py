"""Plain text and Markdown: bytes to text and back, nothing lost, nothing guessed."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from ..errors import TermcheckError, did_you_mean
from ..text import Source

# Byte order marks, the longer first. The codecs named leave the mark alone: it is taken off and put back here.
MARKS = {
    codecs.BOM_UTF32_LE: "utf-32-le",
    codecs.BOM_UTF32_BE: "utf-32-be",
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
WIDE = ("utf-16", "utf-32")  # where a NUL byte is a part of a character
_UNMARKED = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
_COMMON = ("utf-8", "utf-16", "gb18030", "gbk", "big5", "utf-16-le", "utf-16-be", "latin-1", "cp1252", "shift_jis")


class Bad(NamedTuple):
    """A byte that is not of the encoding, and its offset in the file."""

    byte: int
    offset: int


def decode(data: bytes, path: str, encoding: str = "") -> Source:
    """The text of a file. A byte order mark wins over `encoding`; with neither, the file is UTF-8.

    Raises TermcheckError with the line and the byte where the bytes are not of
    that encoding, for an unknown encoding, and for a NUL, which no text has.
    """
    mark = next((mark for mark in MARKS if data.startswith(mark)), b"")
    name = MARKS.get(mark) or known_encoding(encoding) or "utf-8"
    # Looked for before a byte that only a binary file has is blamed on the encoding.
    if not name.startswith(WIDE) and b"\0" in data:
        raise _binary(data[: data.index(b"\0")].decode(name, "replace"), path, name)
    try:
        text = data[len(mark) :].decode(name)
    except UnicodeDecodeError as error:
        raise _undecodable(data, len(mark) + error.start, path, name, name if mark else encoding) from None
    if name != "utf-8" and "\0" in text:
        raise _binary(text[: text.index("\0")], path, name)
    marked = bool(mark) or text.startswith("\ufeff")
    return Source(path, text if mark else text.removeprefix("\ufeff"), name, marked)


def known_encoding(name: str) -> str:
    """The name of an encoding as Python knows it, one that adds no mark of its own; "" stays "".

    Raises TermcheckError for one that is not known, or is none of text.
    """
    try:
        known = name and codecs.lookup(name).name
        "".encode(known or "utf-8")
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        hint = did_you_mean(name.lower(), _COMMON) or f"for example {', '.join(_COMMON[:5])}"
        raise TermcheckError(f'unknown encoding "{name}"', hint=hint) from None
    return _UNMARKED.get(known, known)


def encode(source: Source, text: str) -> bytes:
    """`text` as a file like the one `source` was read from: same encoding, same byte order mark."""
    return ("\ufeff" * source.bom + text).encode(source.encoding)


def _undecodable(data: bytes, at: int, path: str, name: str, chosen: str) -> TermcheckError:
    before = Source(path, data[:at].decode(name, "replace"))
    return undecodable(Bad(data[at], at), len(before.line_starts), path, name, chosen)


def _binary(before: str, path: str, name: str) -> TermcheckError:
    return binary(*Source(path, before).line_col(len(before)), path, name)


def undecodable(bad: Bad, line: int, path: str, name: str, chosen: str) -> TermcheckError:
    """What to tell of a byte that is not of the encoding `name`; `chosen` says who named that, "" if nobody did."""
    hint = "" if chosen else "if the file has another encoding, name it: --encoding gb18030"
    return TermcheckError(f"not {name.upper()}: byte 0x{bad.byte:02x} at offset {bad.offset}", path, line, hint)


def binary(line: int, column: int, path: str, name: str) -> TermcheckError:
    """What to tell of a NUL."""
    hint = "UTF-16 with no byte order mark is read with --encoding utf-16-le" if name == "utf-8" else ""
    return TermcheckError(f"not a text: NUL at column {column}", path, line, hint)
