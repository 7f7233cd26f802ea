"""Which script a text is written in."""

from __future__ import annotations

from ..han import HAN, han, reaches_han

__all__ = ["HAN", "is_chinese", "reaches_han"]


def is_chinese(text: str, start: int = 0, end: int | None = None) -> bool:
    """Whether a third of the code points of ``text[start:end]`` are Han characters, so that it is Chinese prose.

    English that quotes Chinese has far fewer: one Han character stands for about four Latin letters.
    """
    end = len(text) if end is None else end
    return reaches_han(text[start:end]) and 3 * len(han().findall(text, start, end)) > end - start
