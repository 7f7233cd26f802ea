"""Text with exact places: fold, lines, and the file a text came from.

An offset is a code point of the decoded text, line ends as they stand in the
file, byte order mark left out. Nobody searches for a place a second time.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from .han import HAN, simplified

LINE_END = re.compile(r"\r\n|\r|\n")
_LINE_FEED = re.compile(r"\n")  # the only line end of most texts: a single character is quicker to find

_ALIKE: dict[str, str] = {
    "'": "\u2018\u2019\u201a\u201b\u02bc\u2032\u00b4",
    '"': "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63",
    " ": "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000",
}
_FOLD: dict[str, str] = {form: plain for plain, forms in _ALIKE.items() for form in forms}
# Full-width ASCII (U+FF01 to U+FF5E) stands 0xFEE0 above the characters it widens.
_FOLD.update({chr(code): chr(code - 0xFEE0).lower() for code in range(0xFF01, 0xFF5F)})

_ASCII = bytes(range(128))
_FEW = 64  # different characters of a text that are sooner replaced one by one
_SLICE = 1 << 16  # code points folded at once: so a long text needs no room for many copies


def fold(text: str) -> str:
    """`text` in lower case, with plain quotes, hyphens, spaces, ASCII widths and simplified Chinese characters.

    Every code point becomes exactly one, so an offset means the same in both.
    """
    if text.isascii():
        return text.lower()
    if "\u03a3" in text:  # the capital Sigma has two small forms, by what stands around it
        text = _lowered(text)
    return "".join(_folded(text[at : at + _SLICE]) for at in range(0, len(text), _SLICE))


def _folded(text: str) -> str:
    if text.isascii():
        return text.lower()
    data = text.encode("utf-8", "surrogatepass")
    beyond = set(data.translate(None, _ASCII).decode("utf-8", "surrogatepass"))
    # Bytes have their A to Z lowered; `str.lower` takes a dozen bytes for each character of a text.
    text = data.lower().decode("utf-8", "surrogatepass")
    changed = [char for char in beyond if _plain[ord(char)] != ord(char)]
    if len(changed) > _FEW:
        return text.translate(_plain)
    for char in changed:
        text = text.replace(char, chr(_plain[ord(char)]))
    return text


class _Plain(dict[int, int]):
    """What each character beyond ASCII is folded to, remembered: one that stays is an answer too."""

    def __missing__(self, code: int) -> int:
        char = chr(code)
        plain = _FOLD.get(char) or _lowered(char)
        self[code] = found = ord(simplified(plain) if plain >= HAN[0] else plain)
        return found


_plain = _Plain()


def _lowered(text: str) -> str:
    lowered = text.lower()
    if len(lowered) != len(text):  # a few capitals, such as U+0130, have a longer lower case: they stay
        lowered = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return lowered


@dataclass(frozen=True, eq=False)
class Source:
    """A decoded file. `newline` is its first line end; `bom` says whether a byte order mark was taken off."""

    path: str
    text: str
    encoding: str = "utf-8"
    bom: bool = False

    @cached_property
    def folded(self) -> str:
        """The folded text; offsets are the same as in `text`."""
        return fold(self.text)

    @cached_property
    def line_starts(self) -> Sequence[int]:
        """Offset of the first code point of each line; lines end with LF, CR LF or CR only."""
        ends = LINE_END if "\r" in self.text else _LINE_FEED
        return array("i", chain((0,), map(re.Match.end, ends.finditer(self.text))))

    def line_col(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, the column in code points."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def line_text(self, line: int) -> str:
        """The text of a line (from 1) without its line end."""
        begin = self.line_starts[line - 1]
        end = self.line_starts[line] if line < len(self.line_starts) else len(self.text)
        return self.text[begin:end].rstrip("\r\n")


def with_line_ends(text: str, span: tuple[int, int], new: str) -> str:
    """`new`, whose lines end with LF, as it stands in `text` at a span: with the line end that comes next there.

    Where none follows, it is the last one before, and LF in a text of one line.
    """
    if "\n" not in new:
        return new
    following = LINE_END.search(text, span[1])
    before = max(text.rfind("\n", 0, span[0]), text.rfind("\r", 0, span[0]))
    if not following and before >= 0:
        following = LINE_END.search(text, before - text.endswith("\r\n", 0, before + 1))
    return new.replace("\n", following.group() if following else "\n")
