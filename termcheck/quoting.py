"""Texts written as YAML, so that `strictyaml` and every other reader of YAML give the same text back."""

from __future__ import annotations

import re

_BARE = re.compile(r"[^\W_](?:[^\n:#]|:(?![\s,\[\]{}]|$)|(?<!\s)#)*(?<!\s)")
_FLOW = re.compile(r"[,\[\]{}?]")
_TYPED = re.compile(r"[-+.0-9][-+.,:_0-9xobeETZa-fA-F]*|y|n|yes|no|true|false|on|off|null|~", re.IGNORECASE)


def scalar(text: str, plain: bool = False, flow: bool = False) -> str:
    """A text as one line of YAML: bare where any reader takes it for this text, else in the quotes that need no escape.

    `plain` texts are bare also where another reader takes them for a figure, a date or a flag, as they are meant;
    `flow` ones stand in brackets.
    """
    bare = text.isprintable() and _BARE.fullmatch(text) and not (flow and _FLOW.search(text))
    if bare and (plain or not _TYPED.fullmatch(text)):
        return text
    if text.isprintable() and ('"' in text or "\\" in text):
        return "'" + text.replace("'", "''") + "'"
    import json  # a configuration is printed, a decision written: no check needs this

    return json.dumps(text, ensure_ascii=False)
