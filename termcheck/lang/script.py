"""Which script a text is written in."""

from __future__ import annotations

import re
from functools import cache

# The unified ideographs, their first extension and the compatibility ones, for use in a character class.
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"


@cache
def _han() -> re.Pattern[str]:
    return re.compile(f"[{HAN}]")  # a class of so many characters takes milliseconds to compile


def reaches_han(text: str) -> bool:
    """Whether a text has characters as far up in Unicode as Han: where not, nothing need look for Han in it."""
    return not text.isascii() and max(set(text)) >= HAN[0]


def is_chinese(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether a third of the code points of ``text[start:end]`` are Han characters, so that it is Chinese prose.

    English that quotes Chinese has far fewer: one Han character stands for about four Latin letters.
    """
    end = len(text) if end is None else end
    return reaches_han(text[start:end]) and 3 * len(_han().findall(text, start, end)) > end - start
