"""The two languages of a text beside each other: rows of passages that answer each other, what is linked in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from ...document import Bitext
from ...place import Located
from ...rule import Context
from .linked import linked
from .parts import cuts, parts
from .placed import Marks, marks, missing, owners
from .rows import Beside, Languages, Paragraph, Piece, Row, Stretch

__all__ = ["Beside", "Languages", "Paragraph", "Piece", "Row", "Stretch", "languages"]

_ALL = 1000  # rows of a table that a reader would look through


def languages(bitext: Bitext, ctx: Context, issues: Sequence[Located], most: int = _ALL) -> Languages:
    """Source and target of a text, row by row; of a table of more than `most` rows, those with issues and around."""
    total = len(bitext.pairs)
    names = bitext.source.path, bitext.source.lang, bitext.target.lang
    if not total:
        return Languages(*names, (), 0)
    placed = owners(bitext)
    marked = marks(bitext, placed, issues)
    shown = _beside(sorted(marked), total) if bitext.target.units and total > most else range(total)
    sources, targets = (_blocks(side, total) for side in placed)
    rows = []
    for at, links in zip(shown, linked(bitext, ctx, (bitext.pairs[at] for at in shown)), strict=True):
        pair, blocks = bitext.pairs[at], (sources[at], targets[at])
        inside = parts(bitext, blocks, cuts(bitext, ctx, pair), links, marked.get(at, Marks([], [], [])))
        rows.append(Row(at + 1, pair.unit, inside, missing(bitext, at)))
    alone = Counter(missing(bitext, at) for at in range(total))
    return Languages(*names, tuple(rows), total, alone["target"], alone["source"])


def _blocks(owners: Sequence[int], total: int) -> list[list[int]]:
    """The numbers of the blocks of each row."""
    rows: list[list[int]] = [[] for _ in range(total)]
    for number, at in enumerate(owners):
        rows[at].append(number)
    return rows


def _beside(rows: Sequence[int], total: int) -> list[int]:
    """Some rows, and the one before and after each."""
    return sorted({at for row in rows for at in (row - 1, row, row + 1) if 0 <= at < total})
