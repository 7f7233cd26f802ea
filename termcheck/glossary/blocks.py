"""A file of numbered blocks, of which only those are read that are asked for, and each is proved when it is read.

The file begins with its key, the ends of the blocks and a digest of both. A
block is a digest and a value of plain types in Python's marshal form. A digest
covers the key and the number too, so that no block is taken for another.
"""

from __future__ import annotations

import marshal
import os
from array import array
from collections.abc import Callable
from hashlib import blake2b
from typing import Any

from ..cachedir import used

KEY = 32  # bytes of the key
_COUNT, _PROOF = 4, 16  # bytes of the number of blocks, and of a digest
_HEAD = KEY + _COUNT + _PROOF


class DamagedError(Exception):
    """A file that is not there, of another key, or not as it was written."""


class Writer:
    """Blocks that are to become a file under a key."""

    def __init__(self, key: bytes) -> None:
        self._key, self._blocks, self._ends, self._end = key, list[bytes](), array("Q"), 0

    def add(self, value: Any) -> int:
        """Add a block with a value of plain types; its number."""
        data = marshal.dumps(value)
        self._blocks.append(_proof(self._key, len(self._blocks), data) + data)
        self._end += _PROOF + len(data)
        self._ends.append(self._end)
        return len(self._blocks) - 1

    def data(self) -> bytes:
        """The file, of which the block added last is the first to be read."""
        ends = self._ends.tobytes()
        proof = _proof(self._key, len(self._ends), ends)
        return b"".join((self._key, len(self._ends).to_bytes(_COUNT, "big"), proof, ends, *self._blocks))


class Blocks:
    """A file of blocks in which something may turn out to be damaged: `anew` makes the same file again then."""

    def __init__(self, path: str, key: bytes, anew: Callable[[], bytes], again: bytes = b"") -> None:
        """`again` is what would stand in the file, where it has been made again.

        Raise DamagedError where the file is not there, has another key, or begins with anything wrong.
        """
        self.path, self.key, self.anew = path, key, anew
        self._file, self._again = -1, again
        try:
            self._file = -1 if again else os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
            self._open()
        except OSError:
            raise DamagedError(path) from None
        if self._file >= 0:
            used(self._file)

    def __reduce__(self) -> tuple[Any, ...]:
        return opened, (self.path, self.key, self.anew)

    def __del__(self) -> None:
        if self._file >= 0:
            os.close(self._file)

    def __len__(self) -> int:
        return len(self._ends)

    def load(self, number: int) -> Any:
        """The value of a block. Raises TermcheckError where it is damaged and cannot be made again."""
        try:
            return self._load(number)
        except (OSError, DamagedError):
            self._again = self.anew()
            self._open()
            return self._load(number)

    def _open(self) -> None:
        head = self._read(0, _HEAD)
        count = int.from_bytes(head[KEY : KEY + _COUNT], "big")
        ends = array("Q")
        data = self._read(_HEAD, min(count * ends.itemsize, self._size()))
        if head[:KEY] != self.key or not data or head[KEY + _COUNT :] != _proof(self.key, count, data):
            raise DamagedError
        ends.frombytes(data)
        self._ends, self._begin = ends, _HEAD + len(data)

    def _size(self) -> int:
        return len(self._again) or os.fstat(self._file).st_size

    def _load(self, number: int) -> Any:
        start = self._ends[number - 1] if number else 0
        data = self._read(self._begin + start, self._ends[number] - start)
        if data[:_PROOF] != _proof(self.key, number, data[_PROOF:]):
            raise DamagedError
        return marshal.loads(data[_PROOF:])

    def _read(self, start: int, size: int) -> bytes:
        if self._again:
            return self._again[start : start + size]
        if hasattr(os, "pread"):  # processes that came of one share the place where a file is read
            return os.pread(self._file, size, start)
        os.lseek(self._file, start, os.SEEK_SET)
        return os.read(self._file, size)


def opened(path: str, key: bytes, anew: Callable[[], bytes]) -> Blocks:
    """The blocks of a file, which is made again if need be. Raises TermcheckError where it cannot be made."""
    try:
        return Blocks(path, key, anew)
    except DamagedError:
        return Blocks(path, key, anew, anew())


def _proof(key: bytes, number: int, data: bytes) -> bytes:
    return blake2b(data, digest_size=_PROOF, key=key, salt=number.to_bytes(_COUNT, "big")).digest()
