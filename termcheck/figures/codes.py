"""Code names and the figures they stand for: "33618" is three, three, six and 18 clusters."""

from __future__ import annotations

from collections.abc import Iterator

from ..document import Document
from ..lang.quantity import Quantity
from ..model import Span

_REACH = 2000  # code points behind a name in which it is taken apart: a paragraph or two


def counts_behind(doc: Document, name: Span) -> Iterator[list[Quantity]]:
    """The whole figures behind the name that count one noun, noun by noun, up to the next use of a code."""
    found: dict[str, list[Quantity]] = {}
    for quantity in doc.quantities_in((name.end, name.end + _REACH)):
        if quantity.kind == "code":
            break
        if quantity.kind == "cardinal" and quantity.head and isinstance(quantity.value, int) and not quantity.approx:
            found.setdefault(quantity.head, []).append(quantity)
    return iter(found.values())


def taken_apart(name: str, parts: tuple[int, ...], counts: list[Quantity]) -> list[tuple[Quantity, int]]:
    """Each figure with the part of the name it tells; none where the figures are fewer than the parts.

    `parts` are those of the glossary, empty where it has none.
    """
    right = parts or _spelled(name, counts)
    return list(zip(counts, right, strict=False)) if 2 <= len(right) <= len(counts) else []


def _spelled(name: str, counts: list[Quantity]) -> tuple[int, ...]:
    """The parts of a name with no entry: its digits cut as long as the figures are, where there are three or more."""
    lengths = [len(str(count.value)) for count in counts]
    if not name.isdigit() or len(counts) < 3 or sum(lengths) != len(name):
        return ()
    ends = [sum(lengths[: n + 1]) for n in range(len(lengths))]
    return tuple(int(name[end - length : end]) for end, length in zip(ends, lengths, strict=True))
