"""YAML read strictly: every value with its line, nothing guessed, nothing silently dropped.

Read as libyaml events, so that a scalar stays the text it is written as
("33618", "no", "2024-06" are never numbers or booleans). Anchors, aliases,
tags, directives and a second document are refused, and so are duplicate keys,
tabs and control characters. Every mistake is a TermcheckError with file and line.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple, NoReturn

from .errors import TermcheckError, did_you_mean

MAX_DEPTH = 20
MAX_SIZE = 32_000_000  # characters: a termbase of 100,000 entries has about 15 million

# Control characters, lone surrogates, the rarer line ends (they would move the line numbers), a stray byte order mark.
_REFUSED = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_HINTS = {  # what libyaml says of the commonest slips, and what to do
    "mapping values are not allowed": 'put a text that holds ": " in quotes',
    "cannot start any token": "put the text in quotes",
    "could not find expected ':'": 'a key needs ": " after it',
    "did not find expected key": "check the indentation, and quotes inside the text",
    "did not find expected '-' indicator": "check the indentation",
    "unknown escape character": "use single quotes, or a doubled backslash",
    "found unexpected end of stream": "a quote or bracket is not closed",
}


class Node(NamedTuple):
    """A value with its line (from 1): text, a tuple of nodes, or a dict of nodes.

    `quoted` tells a text in quotes or a block from a bare one; `key_lines`
    holds the line of each key of a dict.
    """

    value: str | tuple[Node, ...] | dict[str, Node]
    line: int
    quoted: bool = False
    key_lines: Mapping[str, int] = {}


def parse(text: str, path: str) -> Node | None:
    """The one document of `text`, or None where it is empty; `path` is for messages only."""
    text = text.removeprefix("\ufeff")
    if len(text) > MAX_SIZE:
        raise TermcheckError(f"larger than {MAX_SIZE // 1_000_000} million characters", path)
    if match := _REFUSED.search(text):
        _refuse_character(match.group(), path, text.count("\n", 0, match.start()) + 1)
    import yaml  # costs more than all the rest of a small file

    events = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    try:
        return _Builder(events, path).document()
    except yaml.MarkedYAMLError as error:
        problem = error.problem or error.context or "unreadable"
        hint = next((hint for sign, hint in _HINTS.items() if sign in problem), "")
        mark = error.problem_mark or error.context_mark
        raise TermcheckError(f"not YAML: {problem}", path, mark.line + 1 if mark else 0, hint) from None
    except yaml.YAMLError as error:
        raise TermcheckError(f"not YAML: {error}", path) from None


def read(path: str) -> Node | None:
    """The document of a UTF-8 file, or None where it is empty."""
    try:
        with open(path, "rb") as stream:  # noqa: PTH123 - pathlib is not needed on the way of a hook
            data = stream.read(4 * MAX_SIZE)
    except OSError as error:
        raise TermcheckError(error.strerror or "cannot be read", path) from None
    try:
        return parse(data.decode("utf-8"), path)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise TermcheckError(f"not UTF-8: byte 0x{data[error.start]:02x}", path, line) from None


def _refuse_character(char: str, path: str, line: int) -> NoReturn:
    if char == "\t":
        raise TermcheckError("a tab", path, line, "YAML is indented with spaces")
    raise TermcheckError(f"a character that cannot stand here: U+{ord(char):04X}", path, line)


class _Builder:
    """From events to nodes. Events are told apart by class name, so that yaml is imported in one place only."""

    def __init__(self, events: Iterator[Any], path: str) -> None:
        self._events, self._path = events, path

    def document(self) -> Node | None:
        found = None
        for event in self._events:
            if type(event).__name__ == "DocumentStartEvent":
                if found is not None:
                    self._fail("a second document", event, "one file holds one document")
                if event.version or event.tags:
                    self._fail("a directive", event, "leave out the lines that begin with %")
                found = self._node(next(self._events), 0)
        return None if found and found.value == "" and not found.quoted else found

    def _node(self, event: Any, depth: int) -> Node:
        kind = type(event).__name__
        if kind == "AliasEvent" or event.anchor is not None:
            self._fail("an anchor or alias", event, "write the value out; quote a text that begins with & or *")
        if event.tag is not None:
            self._fail("a tag", event, "quote a text that begins with !")
        if kind == "ScalarEvent":
            return Node(self._text(event), event.start_mark.line + 1, bool(event.style))
        if depth == MAX_DEPTH:
            self._fail(f"nested deeper than {MAX_DEPTH} levels", event)
        return self._list(event, depth + 1) if kind == "SequenceStartEvent" else self._mapping(event, depth + 1)

    def _key(self, event: Any) -> str:
        if type(event).__name__ != "ScalarEvent" or event.anchor is not None or event.tag is not None:
            self._fail("a key that is no plain text", event)
        return self._text(event)

    def _text(self, event: Any) -> str:
        value: str = event.value
        if event.style == '"' and (match := _REFUSED.search(value)):  # only an escape can still bring one in
            _refuse_character(match.group(), self._path, event.start_mark.line + 1)
        return value

    def _list(self, start: Any, depth: int) -> Node:
        items = []
        for event in self._events:
            if type(event).__name__ == "SequenceEndEvent":
                break
            items.append(self._node(event, depth))
        return Node(tuple(items), start.start_mark.line + 1)

    def _mapping(self, start: Any, depth: int) -> Node:
        values: dict[str, Node] = {}
        lines: dict[str, int] = {}
        for event in self._events:
            if type(event).__name__ == "MappingEndEvent":
                break
            key = self._key(event)
            if key in values:
                self._fail(f'key "{key}" twice', event, f"first in line {lines[key]}")
            lines[key] = event.start_mark.line + 1
            values[key] = self._node(next(self._events), depth)
        return Node(values, start.start_mark.line + 1, False, lines)

    def _fail(self, message: str, event: Any, hint: str = "") -> NoReturn:
        raise TermcheckError(message, self._path, event.start_mark.line + 1, hint)


_NAMES = {str: "a text", tuple: "a list", dict: "a mapping"}


class Fields:
    """A strict view of a mapping: known keys only, each read as the type it must have.

    Every method raises TermcheckError with file and line where the value has
    another type. A key that is written must have a value.
    """

    __slots__ = ("_values", "line", "node", "path")

    def __init__(self, node: Node, path: str, known: Collection[str]) -> None:
        if not isinstance(node.value, dict):
            raise TermcheckError(f"{_NAMES[type(node.value)]} where a mapping belongs", path, node.line)
        self.node, self.path, self.line, self._values = node, path, node.line, node.value
        for key in node.value:
            if key not in known:
                hint = did_you_mean(key, known) or f"known are {', '.join(known)}"
                raise TermcheckError(f'unknown key "{key}"', path, self.line_of(key), hint)

    def __contains__(self, key: str) -> bool:
        return key in self._values

    def line_of(self, key: str) -> int:
        """The line of a key, or that of the mapping where the key is not written."""
        return self.node.key_lines.get(key, self.line)

    def fail(self, key: str, message: str, hint: str = "") -> NoReturn:
        """Raise the error of a value that is wrong in itself."""
        raise TermcheckError(f'"{key}": {message}', self.path, self.line_of(key), hint)

    def text(self, key: str, default: str = "") -> str:
        """A text, with blanks at its ends taken off."""
        node = self._values.get(key)
        return default if node is None else self._scalar(key, node)

    def required(self, key: str) -> str:
        """A text that must be there."""
        if key not in self._values:
            raise TermcheckError(f'"{key}" is missing', self.path, self.line)
        return self.text(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts; one bare text in place of the list is an error."""
        return tuple(self._scalar(key, node) for node in self.entries(key))

    def entries(self, key: str) -> tuple[Node, ...]:
        """A list of anything."""
        node = self._values.get(key)
        if node is None:
            return ()
        if not isinstance(node.value, tuple):
            hint = f"write [{node.value}]" if isinstance(node.value, str) and node.value else "begin each item with -"
            raise TermcheckError(f'"{key}": a list belongs here', self.path, node.line, hint)
        return node.value

    def mapping(self, key: str) -> dict[str, Node]:
        """A mapping with any keys."""
        node = self._values.get(key)
        if node is None:
            return {}
        if not isinstance(node.value, dict):
            raise TermcheckError(f'"{key}": a mapping belongs here', self.path, node.line)
        return node.value

    def flag(self, key: str, default: bool = False) -> bool:
        """yes or no (true and false are the same)."""
        word = self.text(key, "yes" if default else "no").lower()
        if word not in {"yes", "no", "true", "false"}:
            self.fail(key, f'"{word}" is neither yes nor no')
        return word in {"yes", "true"}

    def whole(self, key: str, default: int = 0) -> int:
        """A whole number, not negative."""
        digits = self.text(key, str(default))
        if not re.fullmatch("[0-9]{1,18}", digits):
            self.fail(key, f'"{digits}" is no whole number')
        return int(digits)

    def choice(self, key: str, allowed: Collection[str], default: str = "") -> str:
        """One of the given words."""
        word = self.text(key, default)
        if key in self._values and word not in allowed:
            self.fail(key, f'"{word}" is none of {", ".join(allowed)}', did_you_mean(word, allowed))
        return word

    def _scalar(self, key: str, node: Node) -> str:
        if not isinstance(node.value, str):
            raise TermcheckError(f'"{key}": {_NAMES[type(node.value)]} where a text belongs', self.path, node.line)
        value = node.value.strip()
        if not value and not node.quoted:
            raise TermcheckError(f'"{key}" has no value', self.path, node.line, 'leave the key out, or write ""')
        return value
