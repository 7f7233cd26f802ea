"""Issues that wait for the report: the first thousand as they are, more of them in a file that nobody else sees.

An issue takes two kilobytes of memory, and an archive may have a million. So
what a run holds does not grow with the number of its files.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import IO, overload

from ..place import Located
from .packed import packed, unpacked

HELD = 1000  # issues that are held as they are
_BLOCK = 64  # issues read at once
_IN_MEMORY = 1 << 20  # bytes of the file that need no disk


class Waiting:
    """Takes issues, file by file."""

    def __init__(self, held: int = HELD) -> None:
        """The first `held` issues stay as they are."""
        self._left = held
        self._stream: IO[bytes] | None = None

    def put(self, issues: Sequence[Located]) -> Sequence[Located]:
        """The same issues; where many are held, they are read from the file each time they are asked for."""
        self._left -= len(issues)
        return issues if self._left >= 0 or not issues else Stored(self._opened(), issues)

    def _opened(self) -> IO[bytes]:
        if self._stream is None:
            from tempfile import SpooledTemporaryFile  # most runs find little, and start sooner without it

            self._stream = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - it goes with the last issues that it holds
        return self._stream


class Stored(Sequence[Located]):
    """The issues of a file, in a stream."""

    __slots__ = ("_blocks", "_length", "_stream")

    def __init__(self, stream: IO[bytes], issues: Sequence[Located]) -> None:
        self._stream, self._length = stream, len(issues)
        self._blocks = [self._write(issues[at : at + _BLOCK]) for at in range(0, len(issues), _BLOCK)]

    def _write(self, issues: Sequence[Located]) -> tuple[int, int]:
        """Where a block stands, and how many bytes it has."""
        at = self._stream.seek(0, 2)
        return at, self._stream.write(packed(issues))

    def __len__(self) -> int:
        return self._length

    def __iter__(self) -> Iterator[Located]:
        for at, size in self._blocks:
            self._stream.seek(at)
            yield from unpacked(self._stream.read(size))

    @overload
    def __getitem__(self, at: int) -> Located: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Located]: ...
    def __getitem__(self, at: int | slice) -> Located | Sequence[Located]:
        return list(self)[at]
