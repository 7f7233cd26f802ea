"""Which language a text is written in."""

from __future__ import annotations

from .script import is_chinese


def language(text: str) -> str:
    """The code of the language most of a text is in; "" where it is none that is known."""
    return "zh" if is_chinese(text) else "en"
