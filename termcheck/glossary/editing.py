"""Adding to the text of a glossary file: what is new gets its place, every other line stays as it is.

A file in canonical form stays so. In any other file what is new takes the style of what stands around it: lists on one
line or below each other, the indentation, blank lines between entries, the order where there is one.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterator, Mapping, Sequence

from ..fix import replaced
from ..model import Edit, Span
from ..text import fold
from .canonical import compose
from .load import FILE_KEYS, FORBIDDEN_KEYS, TERM_KEYS
from .merging import Value
from .page import Page, Yaml, insertion
from .written import Tree, entry_lines, flow, item, key_lines, taken_apart, tidied

_TERMS = "terms"

Item = str | Mapping[str, str]


def added(text: str, name: str, values: Mapping[str, Value]) -> str:
    """`text` with values in the entry of the term `name`, by key; a new entry where there is none.

    Of a forbidden form that is there already, what is given besides is added to it. Texts that are no good glossary
    file give no good one.
    """
    mark, body, newline = taken_apart(text)
    edits = sorted(_edits(Page(body, newline), name, values), key=lambda edit: edit.span.start)  # else in their order
    result = mark + replaced(body, edits)
    return tidied(result) if text == tidied(text) else result


def _edits(page: Page, name: str, values: Mapping[str, Value]) -> Iterator[Edit]:
    root = compose(page.text)
    if root is None:
        yield page.below(len(page.text), 0, [f"{_TERMS}:", *entry_lines(values, 2)])
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


def _items(page: Page, node: Yaml, key: str, items: Sequence[Item]) -> Iterator[Edit]:
    """New items at the end of a list; what is new of a forbidden form, at that form."""
    forms = {_form(one): one for one in node.value} if key == "forbidden" else {}
    new = [one for one in items if _given_form(one) not in forms]
    if new and node.flow_style:
        last = node.value[-1] if node.value else None
        yield _flow_part(page, last, node, ", ".join(flow(key, one) for one in new))
    elif new:
        column = node.start_mark.column
        yield page.below(page.end(node), column, [f"{' ' * column}- {item(key, one)}" for one in new])
    for one in items:
        if (same := forms.get(_given_form(one))) and not isinstance(one, str):
            yield from _widened(page, same, one)


def _widened(page: Page, node: Yaml, given: Mapping[str, str]) -> Iterator[Edit]:
    """A forbidden form with what is said of it now; quotes stay as they are."""
    more = {key: value for key, value in given.items() if key != "form"}
    if node.id != "scalar":
        yield from (_key(page, node, key, value, FORBIDDEN_KEYS) for key, value in more.items())
        return
    start, end = node.start_mark.index, page.end(node)
    form = page.text[start:end] if node.style in {"'", '"'} else flow("form", given["form"])
    parts = [f"form: {form}", *(f"{key}: {flow(key, value)}" for key, value in more.items())]
    yield Edit(Span(start, end), "{" + ", ".join(parts) + "}")


def _form(node: Yaml) -> str:
    written = node if node.id == "scalar" else _child(node, "form")
    return " ".join(written.value.split()) if written else ""


def _given_form(item: Item) -> str:
    return item if isinstance(item, str) else item["form"]


def _key(page: Page, node: Yaml, key: str, value: Tree, order: Sequence[str]) -> Edit:
    """A key of a mapping, behind those that belong before it."""
    before = [one for name, one in node.value if order.index(name.value) < order.index(key)]
    last = max(before, key=page.end, default=None)
    if node.flow_style:
        last = last or (node.value[-1][1] if node.value else None)
        return _flow_part(page, last, node, f"{key}: {flow(key, value)}")
    column = node.start_mark.column
    lines = [f"{key}: {flow(key, value)}"] if order is FORBIDDEN_KEYS else key_lines(key, value)
    return page.below(page.end(last or node), column, [" " * column + line for line in lines])


def _flow_part(page: Page, last: Yaml | None, node: Yaml, written: str) -> Edit:
    """A part of what stands in brackets, behind another or as the first."""
    at = page.end(last) if last else node.start_mark.index + 1
    return insertion(at, f", {written}" if last else written)


def _new_entry(page: Page, root: Yaml, terms: Yaml, values: Mapping[str, Value]) -> Iterator[Edit]:
    if terms.flow_style:
        start, end = terms.start_mark, terms.end_mark
        if terms.value or root.flow_style or start.line != end.line:
            yield _flow_part(page, terms.value[-1] if terms.value else None, terms, flow("", values))
            return
        yield Edit(Span(start.index - 1, end.index), "")
        yield page.below(end.index, root.start_mark.column, entry_lines(values, root.start_mark.column + 2))
        return
    lines = entry_lines(values, terms.start_mark.column)
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


def _spaced(page: Page, terms: Yaml) -> bool:
    """Whether blank lines stand between entries."""
    if len(terms.value) < 2:
        return False
    one, other = terms.value[:2]
    between = page.text[page.end(one) : other.start_mark.index].splitlines()[1:-1]
    return any(not line.strip() for line in between)
