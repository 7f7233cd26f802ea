"""Texts written as YAML, so that `strictyaml` and every other reader of YAML give the same text back."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[A-Za-z](?:[\w ./()'+&,-]*[\w.)/])?")
_WORDS = frozenset("true false yes no on off y n null".split())  # what other readers take for something else


def scalar(text: str) -> str:
    """A text as one line of YAML: bare where that is safe, else in double quotes."""
    if _PLAIN.fullmatch(text) and text.lower() not in _WORDS:
        return text
    import json  # a configuration is printed, a decision written: no check needs this

    return json.dumps(text, ensure_ascii=False)
