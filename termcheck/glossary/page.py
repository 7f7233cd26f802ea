"""The text of a file with the places in it where lines and parts of lines are put."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from ..model import Edit, Span

Yaml = Any  # a node of the yaml package, with marks where it begins and ends

_LINE = re.compile(r"[^\r\n]*(?:\r\n|[\r\n]|\Z)")


def insertion(at: int, text: str) -> Edit:
    """A text put in at a place."""
    return Edit(Span(at, at), text)


class Page(NamedTuple):
    """A text and what ends its lines."""

    text: str
    newline: str

    def below(self, end: int, column: int, lines: Sequence[str]) -> Edit:
        """Lines put under the line in which what ends at `end` stands, and under comments deeper than `column`."""
        at = self._next(max(0, end - 1))
        while (match := _LINE.match(self.text, at)) and match.end() > at:
            line = match.group()
            if not line.lstrip().startswith("#") or len(line) - len(line.lstrip()) <= column:
                break
            at = match.end()
        open_end = at == len(self.text) and self.text and not self.text.endswith(("\r", "\n"))
        written = self.newline.join(lines)
        return insertion(at, self.newline + written if open_end else written + self.newline)

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
