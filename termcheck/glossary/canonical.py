"""The one way to write a glossary file: entries sorted, keys in order, lists on one line where they fit.

Comments stay with the entry, key or list item they precede or end. A file that
already is canonical comes back as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..errors import TermcheckError
from ..quoting import scalar
from ..strictyaml import Fields, Node, parse
from ..text import fold
from .load import FACT_KEYS, FILE_KEYS, FORBIDDEN_KEYS, PERSON_KEYS, TERM_KEYS

WIDTH = 120
_SECTIONS = {"terms": TERM_KEYS, "people": PERSON_KEYS, "facts": FACT_KEYS}
PLAIN = frozenset({"parts", "values", "as-of", "inflect"})  # written bare: figures, dates and flags by nature


def canonical(text: str, path: str = "glossary.yaml") -> str:
    """The file in canonical form; raises TermcheckError where `text` is no glossary file."""
    node = parse(text, path)
    comments = _Comments(text)
    if node is None:
        return "".join(f"{line}\n" for line in comments.rest())
    fields = Fields(node, path, FILE_KEYS)
    lines: list[str] = []
    for key in (key for key in FILE_KEYS if key in fields):
        before = comments.above(fields.line_of(key), "")
        if key not in _SECTIONS:
            lines += [*before, f"{key}: {scalar(fields.text(key))}{comments.end(fields.line_of(key))}"]
            continue
        entries = [Fields(entry, path, _SECTIONS[key]) for entry in fields.entries(key)]
        blocks = {id(entry): list(_entry(entry, _SECTIONS[key], comments)) for entry in entries}
        lines += [*before, f"{key}:{' []' * (not entries)}{comments.end(fields.line_of(key))}"]
        name = _SECTIONS[key][0]
        for entry in sorted(entries, key=lambda entry: (fold(entry.text(name)), entry.text(name))):
            lines += blocks[id(entry)]
    lines += comments.rest()
    return "".join(f"{line}\n" for line in lines)


def _entry(fields: Fields, keys: tuple[str, ...], comments: _Comments) -> Iterator[str]:
    assert isinstance(fields.node.value, dict)
    yield from comments.above(fields.line, "  ")
    lead = "  - "
    for key in (key for key in keys if key in fields):
        line, node = fields.line_of(key), fields.node.value[key]
        if lead == "    ":
            yield from comments.above(line, lead)
        written = list(_value(key, node, fields.path, comments))
        yield f"{lead}{key}:{written[0]}{comments.end(line)}"
        yield from written[1:]
        lead = "    "


def _value(key: str, node: Node, path: str, comments: _Comments) -> Iterator[str]:
    """What stands after the key, and the lines below it."""
    if isinstance(node.value, str):
        yield from _text(key, node.value.strip())
    elif isinstance(node.value, dict):
        yield " " + _flow_mapping(node.value, tuple(node.value), key in PLAIN)
    else:
        flow = f" [{', '.join(scalar(str(one.value).strip(), key in PLAIN, flow=True) for one in node.value)}]"
        fits = len(key) + len(flow) + 5 <= WIDTH
        if fits and key != "examples" and not any(isinstance(one.value, dict) for one in node.value):
            yield flow
        else:
            yield ""
            for one in node.value:
                yield from comments.above(one.line, "      ")
                first, *more = _item(key, one, path)
                yield f"      - {first}{comments.end(one.line)}"
                yield from (f"        {line}" for line in more)


def _item(key: str, node: Node, path: str) -> list[str]:
    """The lines of an item of a list, without indentation."""
    if isinstance(node.value, dict):
        Fields(node, path, FORBIDDEN_KEYS)
        flow = _flow_mapping(node.value, FORBIDDEN_KEYS)
        if len(flow) + 8 <= WIDTH:
            return [flow]
        keys = (key for key in FORBIDDEN_KEYS if key in node.value)
        return [f"{key}: {scalar(str(node.value[key].value).strip())}" for key in keys]
    if not isinstance(node.value, str):
        raise TermcheckError(f'"{key}": a list where a text belongs', path, node.line)
    return [scalar(node.value.strip(), key in PLAIN)]


def _flow_mapping(values: dict[str, Node], keys: Iterable[str], plain: bool = False) -> str:
    written = (f"{key}: {scalar(str(values[key].value).strip(), plain, flow=True)}" for key in keys if key in values)
    return "{" + ", ".join(written) + "}"


def _text(key: str, value: str) -> Iterator[str]:
    written = scalar(value, key in PLAIN)
    if len(key) + len(written) + 6 <= WIDTH or "  " in value or "\n" in value:
        yield f" {written}"
        return
    yield " >-"
    line = ""
    for word in value.split(" "):
        if line and len(line) + len(word) + 7 > WIDTH:
            yield f"      {line}"
            line = ""
        line += f" {word}" if line else word
    yield f"      {line}"


class _Comments:
    """The comments of a file, each given out once, in the order of the file."""

    def __init__(self, text: str) -> None:
        self._above: dict[int, list[str]] = {}
        self._ends: dict[int, str] = {}
        last, waiting = _last_columns(text), list[str]()
        for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
            rest = line[last.get(number, 0) :].strip()
            if number in last:
                self._above[number], waiting = waiting, []
                self._ends[number] = rest
            elif rest.startswith("#"):
                waiting.append(rest)
        self._above[0] = waiting

    def above(self, line: int, indent: str) -> list[str]:
        """Comments on lines of their own above a line."""
        return [indent + comment for comment in self._above.pop(line, ())]

    def rest(self) -> list[str]:
        """Those at the end of the file, and any whose place is gone, as inside brackets that are closed up."""
        above = [comment for comments in self._above.values() for comment in comments]
        return above + [comment for comment in self._ends.values() if comment.startswith("#")]

    def end(self, line: int) -> str:
        """The comment at the end of a line, with two blanks before it."""
        comment = self._ends.pop(line, "")
        return f"  {comment}" if comment.startswith("#") else ""


def compose(text: str) -> Any:
    """The tree of a text as the yaml package makes it, with marks where each node begins and ends; None for none."""
    import yaml

    return yaml.compose(text, _loader())


def _loader() -> Any:
    """That of libyaml where it is there: it is ten times as fast, and its marks are the same."""
    import yaml

    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _last_columns(text: str) -> dict[int, int]:
    """Where the last token of each line ends, by line from 1."""
    import yaml

    found: dict[int, int] = {}
    for token in yaml.scan(text.removeprefix("\ufeff"), Loader=_loader()):
        name = type(token).__name__
        if name not in {"BlockEndToken", "StreamEndToken", "StreamStartToken", "BlockMappingStartToken"}:
            start, end = token.start_mark, token.end_mark
            if end.line > start.line:
                found.update({line + 1: 10_000_000 for line in range(start.line, end.line)})
            if end.column:
                found[end.line + 1] = end.column
    return found
