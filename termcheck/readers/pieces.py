"""Where the stretches of a text stand in the file of a table, kept as numbers: a table has very many of them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import overload

from ..model import Piece, Span


class Pieces(Sequence[Piece]):
    """Many pieces in order; each is made when it is asked for."""

    def __init__(self, units: Iterable[str], *figures: Iterable[int]) -> None:
        """The units of the pieces, and by figure: starts, ends, offsets, lines, columns, code points of escapes."""
        self._units = list(units)
        self._figures = [array("q", some) for some in figures]

    def __len__(self) -> int:
        return len(self._units)

    @overload
    def __getitem__(self, at: int) -> Piece: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Piece, ...]: ...
    def __getitem__(self, at: int | slice) -> Piece | tuple[Piece, ...]:
        if isinstance(at, slice):
            return tuple(map(self.__getitem__, range(len(self))[at]))
        start, end, *place = [some[at] for some in self._figures]
        return Piece(Span(start, end), self._units[at], *place)
