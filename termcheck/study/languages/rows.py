"""What a text shows of its two languages."""

from __future__ import annotations

from typing import Literal, NamedTuple

from ...model import BlockKind

Missing = Literal["source", "target", ""]


class Piece(NamedTuple):
    """A stretch of text; what has the same `link` on both sides of a row answers each other, 0 links to nothing."""

    text: str
    link: int = 0


class Stretch(NamedTuple):
    """Pieces under the same issues, named by number; no pieces mark a place between two words."""

    issues: tuple[int, ...]
    pieces: tuple[Piece, ...]


class Paragraph(NamedTuple):
    """A block of either text, or a part of it: its number (from 0), its first line in the file (from 1)."""

    block: int
    line: int
    kind: BlockKind
    stretches: tuple[Stretch, ...]


class Beside(NamedTuple):
    """A row, or a part of a long one: some sentences of either side, and the issues that stand in them."""

    source: tuple[Paragraph, ...]
    target: tuple[Paragraph, ...]
    issues: tuple[int, ...]


class Row(NamedTuple):
    """Passages that answer each other, with the labels before them. `number` counts from 1, `unit` is that of a table.

    `missing` is the side that has no text for the other's. Each issue stands
    in one row: that of its place; where something is missing, that of what is.
    """

    number: int
    unit: str
    parts: tuple[Beside, ...]
    missing: Missing = ""

    @property
    def issues(self) -> tuple[int, ...]:
        """The numbers of its issues."""
        return tuple(number for part in self.parts for number in part.issues)


class Languages(NamedTuple):
    """The rows in the order of the target. Of `total` rows of a large table those without issues are left out.

    `lacking` rows have no target, `added` no source.
    """

    source_path: str
    source_lang: str
    target_lang: str
    rows: tuple[Row, ...]
    total: int
    lacking: int = 0
    added: int = 0
