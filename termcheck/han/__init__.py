"""Han characters: which they are, and one form for the two ways of writing them.

The table of traditional characters beside the simplified ones is that of
OpenCC (TSCharacters, Apache-2.0), the first of its choices for each; a
character is compared, never shown, so that a rare wrong choice does no harm.
"""

from __future__ import annotations

import os
import re
from functools import cache

# The unified ideographs, their first extension and the compatibility ones, for use in a character class.
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"


_PAGES = bytes([page in range(0x34, 0xA0) or page in (0xF9, 0xFA) for page in range(1 << 8)])  # of 256 code points
_LOW = bytes(range(0xE3))  # the bytes of UTF-8 but for those that begin the characters from U+3000 on
_SLICE, _SHORT = 1 << 16, 100  # code points looked at together, and those that are soon compared


@cache
def han() -> re.Pattern[str]:
    """One Han character."""
    return re.compile(f"[{HAN}]")  # a class of so many characters takes milliseconds to compile


@cache
def _high() -> re.Pattern[str]:
    return re.compile(f"[{HAN[0]}-\U0010ffff]")


def reaches_han(text: str) -> bool:
    """Whether a text has characters as far up in Unicode as Han: where not, nothing need look for Han in it."""
    if text.isascii():
        return False
    if len(text) > _SLICE:
        return any(reaches_han(text[at : at + _SLICE]) for at in range(0, len(text), _SLICE))
    return (len(text) < _SHORT or _has_high_bytes(text)) and _high().search(text) is not None


def _has_high_bytes(text: str) -> bool:
    """Whether a text has a byte that every character from Han on has: bytes are left out faster than compared."""
    return bool(text.encode("utf-8", "surrogatepass").translate(None, _LOW))


def marked(text: str) -> bytes:
    """1 for each Han character of a text, 0 for each other: to be counted in any stretch in one step."""
    if not reaches_han(text):
        return bytes(len(text))
    pages = _odd().sub(" ", text).encode("utf-16-be", "surrogatepass")[::2]
    return pages.translate(_PAGES)


@cache
def _odd() -> re.Pattern[str]:
    """The signs of the one page that Han does not fill, and what takes two units of UTF-16."""
    return re.compile("[\u4dc0-\u4dff\U00010000-\U0010ffff]")


def simplified(text: str) -> str:
    """The text with traditional characters as simplified ones; every code point becomes exactly one."""
    return text.translate(_simplified()) if reaches_han(text) else text


@cache
def _simplified() -> dict[int, int]:
    with open(os.path.join(os.path.dirname(__file__), "traditional.txt"), encoding="utf-8") as stream:
        traditional, plain = stream.read().split()
    return _Itself(zip(map(ord, traditional), map(ord, plain), strict=True))


class _Itself(dict[int, int]):
    """A table in which a code point that is not listed stands for itself: an answer found is quicker than none."""

    def __missing__(self, code: int) -> int:
        self[code] = code
        return code
