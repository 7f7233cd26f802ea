"""Issues that wait for the report: the first megabyte in memory, more of them in a file that nobody else sees.

An archive may have a million. So what a run holds does not grow with the number of its files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

from .bundle import Bundle

HELD = 1 << 20  # bytes of issues that stay in memory


class Waiting:
    """Takes issues, file by file."""

    def __init__(self, held: int = HELD) -> None:
        """The first `held` bytes stay in memory."""
        self._left = held
        self._stream: IO[bytes] | None = None

    def put(self, issues: Bundle) -> Bundle:
        """The same issues; where many are held, they are read from the file each time they are asked for."""
        self._left -= sum(map(len, issues.blocks))
        return issues if self._left >= 0 else Bundle(_Written(self._opened(), issues.blocks), issues.kinds)

    def _opened(self) -> IO[bytes]:
        if self._stream is None:
            from tempfile import TemporaryFile  # most runs find little, and start sooner without it

            self._stream = TemporaryFile()  # noqa: SIM115 - it goes with the last issues that it holds
        return self._stream


class _Written(Iterable[bytes]):
    """Blocks of bytes at the end of a stream: where each stands, and how many bytes it has."""

    __slots__ = ("_places", "_stream")

    def __init__(self, stream: IO[bytes], blocks: Iterable[bytes]) -> None:
        self._stream = stream
        self._places = [(stream.seek(0, 2), stream.write(block)) for block in blocks]

    def __iter__(self) -> Iterator[bytes]:
        for at, size in self._places:
            self._stream.seek(at)
            yield self._stream.read(size)
