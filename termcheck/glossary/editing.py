"""Adding to the text of a glossary file: what is new gets its place, every other line stays as it is.

A file in canonical form stays so. In any other file what is new takes the style of what stands around it: lists on one
line or below each other, the indentation, blank lines between entries, the order where there is one.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from ..quoting import scalar
from ..text import fold
from .canonical import PLAIN, canonical, compose
from .load import FILE_KEYS, FORBIDDEN_KEYS, TERM_KEYS
from .merging import Value

_LINE = re.compile(r"[^\r\n]*(\r\n|[\r\n]|\Z)")
_TERMS = "terms"

Yaml = Any  # a node of the yaml package, with marks where it begins and ends
Tree: TypeAlias = "str | Sequence[Tree] | Mapping[str, Tree]"
Item = str | Mapping[str, str]


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def added(text: str, name: str, values: Mapping[str, Value]) -> str:
    """`text` with values in the entry of the term `name`, by key; a new entry where there is none.

    Of a forbidden form that is there already, what is given besides is added to it. Texts that are no good glossary
    file give no good one.
    """
    mark = "\ufeff" * text.startswith("\ufeff")
    text = text.removeprefix("\ufeff")
    newline = next((match.group(1) for match in _LINE.finditer(text) if match.group(1)), "\n")
    result = _applied(text, sorted(_edits(_Page(text, newline), name, values), key=_start))
    if text == canonical(text.replace(newline, "\n")).replace("\n", newline):
        result = canonical(result.replace(newline, "\n")).replace("\n", newline)
    return mark + result


def _start(edit: _Edit) -> int:
    return edit.start


def _applied(text: str, edits: Sequence[_Edit]) -> str:
    parts, at = [], 0
    for edit in edits:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])


class _Page(NamedTuple):
    """A text and what ends its lines."""

    text: str
    newline: str

    def below(self, end: int, column: int, lines: Sequence[str]) -> _Edit:
        """Lines put under the line in which what ends at `end` stands, and under comments deeper than `column`."""
        at = self._next(max(0, end - 1))
        while (match := _LINE.match(self.text, at)) and match.end() > at:
            line = match.group()
            if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) <= column:
                break
            at = match.end()
        open_end = at == len(self.text) and self.text and not self.text.endswith(("\r", "\n"))
        written = self.newline.join(lines)
        return _Edit(at, at, self.newline + written if open_end else written + self.newline)

    def _next(self, at: int) -> int:
        """The start of the next line."""
        match = _LINE.match(self.text, at)
        return match.end() if match else len(self.text)

    def end(self, node: Yaml) -> int:
        """Where what is written of a node ends."""
        if node.id == "mapping" and not node.flow_style and node.value:
            return self.end(node.value[-1][1])
        if node.id == "sequence" and not node.flow_style and node.value:
            return self.end(node.value[-1])
        at: int = node.end_mark.index
        while at > node.start_mark.index and self.text[at - 1].isspace():
            at -= 1
        return at


def _edits(page: _Page, name: str, values: Mapping[str, Value]) -> Iterator[_Edit]:
    root = compose(page.text)
    if root is None:
        yield page.below(len(page.text), 0, [f"{_TERMS}:", *_entry(values, 2)])
        return
    terms = _child(root, _TERMS)
    if terms is None:
        yield _key(page, root, _TERMS, [values], FILE_KEYS)
        return
    entry = next((one for one in terms.value if _name(one) == name), None)
    if entry is None:
        yield from _new_entry(page, root, terms, values)
        return
    for key, value in values.items():
        child = _child(entry, key)
        if child is None:
            yield _key(page, entry, key, value, TERM_KEYS)
        elif not isinstance(value, str):
            yield from _items(page, child, key, value)


def _child(mapping: Yaml, key: str) -> Yaml | None:
    return next((value for name, value in mapping.value if name.value == key), None)


def _name(entry: Yaml) -> str:
    (name,) = (value.value for key, value in entry.value if key.value == "term")
    return " ".join(name.split())


def _items(page: _Page, node: Yaml, key: str, items: Sequence[Item]) -> Iterator[_Edit]:
    for item in items:
        same = next((one for one in node.value if key == "forbidden" and _form(one) == _given_form(item)), None)
        if same is None:
            yield _item(page, node, key, item)
        elif not isinstance(item, str) and same.id == "scalar":
            yield _wrapped(page, same, item)
        elif not isinstance(item, str):
            for more, value in item.items():
                if more != "form":
                    yield _key(page, same, more, value, FORBIDDEN_KEYS)


def _wrapped(page: _Page, node: Yaml, item: Mapping[str, str]) -> _Edit:
    """A form that stood alone, with what is said of it now; quotes stay as they are."""
    start, end = node.start_mark.index, page.end(node)
    form = page.text[start:end] if node.style in {"'", '"'} else flow("form", item["form"])
    more = "".join(f", {key}: {flow(key, value)}" for key, value in item.items() if key != "form")
    return _Edit(start, end, f"{{form: {form}{more}}}")


def _form(node: Yaml) -> str:
    written = node if node.id == "scalar" else _child(node, "form")
    return " ".join(written.value.split()) if written else ""


def _given_form(item: Item) -> str:
    return item if isinstance(item, str) else item["form"]


def _item(page: _Page, node: Yaml, key: str, item: Item) -> _Edit:
    """An item at the end of a list."""
    if node.flow_style:
        return _flow_part(page, node.value[-1] if node.value else None, node, flow(key, item))
    column = node.start_mark.column
    written = scalar(item, key in PLAIN) if isinstance(item, str) else flow(key, item)
    return page.below(page.end(node), column, [f"{' ' * column}- {written}"])


def _key(page: _Page, node: Yaml, key: str, value: Tree, order: Sequence[str]) -> _Edit:
    """A key of a mapping, behind those that belong before it."""
    before = [one for name, one in node.value if order.index(name.value) < order.index(key)]
    last = max(before, key=page.end, default=None)
    if node.flow_style:
        last = last or (node.value[-1][1] if node.value else None)
        return _flow_part(page, last, node, f"{key}: {flow(key, value)}")
    column = node.start_mark.column
    lines = [f"{key}: {flow(key, value)}"] if order is FORBIDDEN_KEYS else _block(key, value)
    return page.below(page.end(last or node), column, [" " * column + line for line in lines])


def _block(key: str, value: Tree) -> list[str]:
    """The lines of a key of a file or of an entry, in canonical form."""
    if key == _TERMS:
        return canonical(f"{key}: {flow(key, value)}").splitlines()
    return [line[4:] for line in canonical(f"terms: [{flow('', {'term': 'x', key: value})}]").splitlines()[2:]]


def _flow_part(page: _Page, last: Yaml | None, node: Yaml, written: str) -> _Edit:
    """A part of what stands in brackets, behind another or as the first."""
    at = page.end(last) if last else node.start_mark.index + 1
    return _Edit(at, at, f", {written}" if last else written)


def _new_entry(page: _Page, root: Yaml, terms: Yaml, values: Mapping[str, Value]) -> Iterator[_Edit]:
    if terms.flow_style:
        start, end = terms.start_mark, terms.end_mark
        if terms.value or root.flow_style or start.line != end.line:
            yield _flow_part(page, terms.value[-1] if terms.value else None, terms, flow("", values))
            return
        yield _Edit(start.index - 1, end.index, "")
        yield page.below(end.index, root.start_mark.column, _entry(values, root.start_mark.column + 2))
        return
    lines = _entry(values, terms.start_mark.column)
    before, spaced = _place(terms, str(values["term"])), _spaced(page, terms)
    end = page.end(before) if before else _end_of_key(root)
    blank = [""] * spaced
    yield page.below(end, terms.start_mark.column, [*blank, *lines] if before else [*lines, *blank])


def _end_of_key(root: Yaml) -> int:
    return next(int(name.end_mark.index) for name, _ in root.value if name.value == _TERMS)


def _place(terms: Yaml, name: str) -> Yaml | None:
    """The entry behind which a new one belongs: the last, but by its letters where entries are in order."""
    names = [(fold(one), one) for one in map(_name, terms.value)]
    if len(names) < 2 or names != sorted(names):
        return terms.value[-1]
    at = bisect(names, (fold(name), name))
    return terms.value[at - 1] if at else None


def _spaced(page: _Page, terms: Yaml) -> bool:
    """Whether blank lines stand between entries."""
    if len(terms.value) < 2:
        return False
    one, other = terms.value[:2]
    between = page.text[page.end(one) : other.start_mark.index].splitlines()[1:-1]
    return any(not line.strip() for line in between)


def _entry(values: Tree, column: int) -> list[str]:
    """The lines of an entry in canonical form, its dash in a column."""
    return [" " * column + line[2:] for line in _block(_TERMS, [values])[1:]]


def flow(key: str, value: Tree) -> str:
    """The value of a key as YAML on one line."""
    if isinstance(value, str):
        return scalar(value, key in PLAIN, flow=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name}: {flow(name, one)}" for name, one in value.items()) + "}"
    return "[" + ", ".join(flow(key, one) for one in value) + "]"
