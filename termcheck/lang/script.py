"""Which script a text is written in."""

from __future__ import annotations

import re

# The unified ideographs, their first extension and the compatibility ones, for use in a character class.
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAN = re.compile(f"[{HAN}]")


def is_chinese(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether a third of the code points of ``text[start:end]`` are Han characters, so that it is Chinese prose.

    English that quotes Chinese has far fewer: one Han character stands for about four Latin letters.
    """
    end = len(text) if end is None else end
    return not text.isascii() and 3 * len(_HAN.findall(text, start, end)) > end - start
