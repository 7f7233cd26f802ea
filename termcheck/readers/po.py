r"""PO: catalogues of gettext, line by line.

An entry is known by the line where it begins; of one with plurals, the further
forms are "12[1]", "12[2]". What a catalogue holds but does not use is left out:
entries that are fuzzy or obsolete, and the header, which says the language and
the encoding. An entry with no translation yet has an empty one. Escapes
("\n", "\"") are told by what they mean.

The format: https://www.gnu.org/software/gettext/manual/html_node/PO-Files.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import BinaryIO, NamedTuple

from ..errors import TermcheckError
from ..lang.codes import two_letters
from ..model import Span
from .languages import language_key
from .stream import LIMIT, Line, chunks, lines
from .units import Stretch, Table, Unit

_CHARSET = re.compile(rb'"Content-Type:[^"]*charset=([A-Za-z0-9._:-]+)')
_STRING = re.compile(
    r'\s*(?P<key>msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,3}\])?)?\s*"(?P<text>(?:[^"\\]|\\.)*+)"\s*'
)
_PIECE = re.compile(r"(?:\\(?:x[0-9A-Fa-f]{2}|[0-7]{3}))+|\\.|[^\\]+")
_MEANT = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", '"': '"', "\\": "\\"}
_HINT = "lines are comments, or msgctxt, msgid, msgstr and their texts in quotes"
_WRITTEN = str.maketrans({meant: f"\\{sign}" for sign, meant in _MEANT.items()})
_BYTE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|([0-7]{3}))")


class _Entry(NamedTuple):
    """The strings of an entry by their keywords, each of one stretch at least; `line` is where the first stands."""

    line: int
    strings: Mapping[str, tuple[Stretch, ...]]

    def text(self, key: str) -> str:
        return "".join(one.text for one in self.strings.get(key, ()))


def read(stream: BinaryIO, path: str, encoding: str, languages: tuple[str, str]) -> Table:
    """The entries of a catalogue: its source is English where the header has no X-Source-Language.

    Raises TermcheckError at the line that no catalogue has.
    """
    entries = _entries(lines(chunks(stream, path, encoding, declared), path), path)
    first = next(entries, None)
    if first is None:
        return Table("", "", iter(()))
    header = _header(first)
    own = language_key(header.get("x-source-language", "en")), language_key(header.get("language", ""))
    units = chain.from_iterable(map(_units, chain([first], entries)))
    return Table(two_letters(own[0]), two_letters(own[1]), units)


def declared(data: bytes) -> str:
    """The encoding that a catalogue says it has, "" where it does not say."""
    found = _CHARSET.search(data)
    return found[1].decode() if found and found[1] != b"CHARSET" else ""  # as a template has it


def _header(entry: _Entry) -> dict[str, str]:
    if entry.text("msgid"):
        return {}
    fields = (line.partition(":") for line in entry.text("msgstr").split("\n"))
    return {name.strip().lower(): value.strip() for name, _, value in fields if value.strip()}


def _units(entry: _Entry) -> Iterator[Unit]:
    """The pairs of an entry; one translation for all numbers goes with the plural, for it holds the number."""
    if not entry.text("msgid"):
        return
    name, source = str(entry.line), entry.strings["msgid"]
    plural = entry.strings.get("msgid_plural", source)
    forms = [form for key, form in entry.strings.items() if key.startswith("msgstr")]
    yield Unit(name, source if len(forms) > 1 else plural, forms[0])
    for number, form in enumerate(forms[1:], 1):
        yield Unit(f"{name}[{number}]", plural, form)


def _entries(found: Iterator[Line], path: str) -> Iterator[_Entry]:
    for block, fuzzy in _blocks(found, path):
        entry = _entry(block, path)
        if not fuzzy or not entry.text("msgid"):
            yield entry


def _blocks(found: Iterator[Line], path: str) -> Iterator[tuple[Sequence[Line], bool]]:
    """The lines of each entry without its comments, and whether it is fuzzy."""
    block, size, complete, fuzzy = list[Line](), 0, False, False
    for line in found:
        text = line.text.strip()
        if complete and text.startswith(("#", "msgctxt", "msgid")):
            yield block, fuzzy
            block, size, complete, fuzzy = [], 0, False, False
        if text.startswith("#"):
            # The flags before an obsolete entry are of that one.
            fuzzy = not text.startswith("#~") and (fuzzy or (text.startswith("#,") and "fuzzy" in text))
        elif text:
            block.append(line)
            complete = complete or text.startswith("msgstr")
            size += len(text)
            if size > LIMIT:
                raise TermcheckError(f"an entry of more than {LIMIT:,} characters", path, block[0].number)
    if block:
        yield block, fuzzy


def _entry(block: Sequence[Line], path: str) -> _Entry:
    strings, key = dict[str, list[Stretch]](), ""
    for line in block:
        match = _STRING.fullmatch(line.text)
        if not match:
            raise TermcheckError(f"no line of a catalogue: {_shown(line)}", path, line.number, _HINT)
        if match["key"] in strings:
            raise TermcheckError(f"a second {match['key']} in one entry", path, line.number)
        key = match["key"] or key
        if not key:
            raise TermcheckError("a text with no keyword before it", path, line.number, _HINT)
        strings.setdefault(key, []).extend(_stretches(line, *match.span("text")))
    for needed in ("msgid", "msgstr"):
        if not any(key.partition("[")[0] == needed for key in strings):
            raise TermcheckError(f"an entry with no {needed}", path, block[0].number)
    return _Entry(block[0].number, {key: _filled(found) for key, found in strings.items()})


def _shown(line: Line) -> str:
    text = line.text.strip()
    return text if len(text) <= 40 else f"{text[:40]}…"


def _filled(found: Sequence[Stretch]) -> tuple[Stretch, ...]:
    return tuple(one for one in found if one.text) or (found[0],)


def _stretches(line: Line, start: int, end: int) -> Iterator[Stretch]:
    if start == end:
        yield Stretch("", line.offset + start, line.number, start + 1)
    for piece in _PIECE.finditer(line.text, start, end):
        meant = _meant(piece[0])
        written = len(piece[0]) * (meant != piece[0])
        yield Stretch(meant, line.offset + piece.start(), line.number, piece.start() + 1, written)


def _meant(piece: str) -> str:
    """What a piece of a string stands for; an escape that gettext does not have stands for itself."""
    if not piece.startswith("\\"):
        return piece
    if _BYTE.match(piece):
        given = bytes(int(byte[1] or byte[2], 16 if byte[1] else 8) & 0xFF for byte in _BYTE.finditer(piece))
        return given.decode("utf-8", "replace")
    return _MEANT.get(piece[1], piece)


def written(file: str, span: Span, text: str) -> str:
    """How a string of a catalogue holds a text."""
    return text.translate(_WRITTEN)
