"""Values and entries of a glossary as YAML, on one line or on several, and whole files in canonical form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from ..quoting import scalar
from .canonical import PLAIN, canonical

Tree: TypeAlias = "str | Sequence[Tree] | Mapping[str, Tree]"

_LINE_END = re.compile(r"\r\n|[\r\n]")


def tidied(text: str, path: str = "glossary.yaml") -> str:
    """A file in canonical form, its byte order mark and line ends as they are. Raises TermcheckError as `canonical`."""
    mark, body, newline = taken_apart(text)
    return mark + canonical(body.replace(newline, "\n"), path).replace("\n", newline)


def taken_apart(text: str) -> tuple[str, str, str]:
    """The byte order mark, the rest, and what ends its first line."""
    body = text.removeprefix("\ufeff")
    newline = _LINE_END.search(body)
    return text[: len(text) - len(body)], body, newline.group() if newline else "\n"


def key_lines(key: str, value: Tree) -> list[str]:
    """The lines of a key of a file or of an entry, in canonical form."""
    if key == "terms":
        return canonical(f"{key}: {flow(key, value)}").splitlines()
    return [line[4:] for line in canonical(f"terms: [{flow('', {'term': 'x', key: value})}]").splitlines()[2:]]


def entry_lines(values: Tree, column: int) -> list[str]:
    """The lines of an entry in canonical form, its dash in a column."""
    return [" " * column + line[2:] for line in key_lines("terms", [values])[1:]]


def flow(key: str, value: Tree) -> str:
    """The value of a key as YAML on one line."""
    if isinstance(value, str):
        return scalar(value, key in PLAIN, flow=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {flow(name, one)}" for name, one in value.items()) + "}"
    return "[" + ", ".join(flow(key, one) for one in value) + "]"


def item(key: str, value: Tree) -> str:
    """An item of a list that has a line of its own."""
    return scalar(value, key in PLAIN) if isinstance(value, str) else flow(key, value)
