"""Standard output and standard error, as a person or a pipe at their other end needs them."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from io import BufferedWriter, RawIOBase, TextIOWrapper
from itertools import accumulate
from typing import TYPE_CHECKING, Any, TextIO

import click

from ..errors import TermcheckError

if TYPE_CHECKING:
    from ..plan import Task

_PIECE = 1 << 16  # bytes of a report written at once


def write(text: str) -> None:
    """Write a report to standard output as UTF-8."""
    write_bytes(encoded(text))


def write_colored(text: str, colored: bool) -> None:
    """Write what has colours to standard output, with them or without."""
    write(text if colored else click.unstyle(text))


def write_bytes(data: bytes) -> None:
    """Write to standard output. A reader that has gone away is no mistake; a full disk is one."""
    if sys.stdout is None:  # closed by whoever called us, who wants no output
        return
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except OSError as error:
        _give_up(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            raise TermcheckError(error.strerror or "cannot be written", "standard output") from None


@contextmanager
def report_to(path: str | None, colored: bool) -> Iterator[TextIO]:
    """A report to be written piece by piece, with its colours or without: to a file, or to standard output."""
    from ..atomic import written_at_once

    with written_at_once(path) if path else nullcontext(BufferedWriter(_Output(), _PIECE)) as stream:
        report = (TextIOWrapper if colored else _Plain)(stream, "utf-8", "backslashreplace", newline="")
        yield report
        report.detach()


class _Output(RawIOBase):
    """Standard output, as `write_bytes` writes to it."""

    def writable(self) -> bool:
        return True

    def write(self, data: Any) -> int:
        whole = bytes(data)  # a view of the buffer, which is used again
        write_bytes(whole)
        return len(whole)


class _Plain(TextIOWrapper):
    """A report from which colours are taken out."""

    def write(self, text: str) -> int:
        return super().write(click.unstyle(text) if "\x1b" in text else text)


def encoded(text: str) -> bytes:
    """A report as bytes. What UTF-8 cannot hold (a byte of a file name) becomes an escape, the same as JSON's."""
    return text.encode("utf-8", "backslashreplace")


def wants_color(color: str) -> bool:
    """Whether standard output gets colours: a terminal does, unless NO_COLOR or a dumb terminal says otherwise."""
    if color != "auto":
        return color == "always"
    return is_terminal() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def is_terminal() -> bool:
    """Whether a person reads standard output."""
    return sys.stdout is not None and sys.stdout.isatty()


def say(line: str) -> None:
    """Write a line to standard error, whatever its encoding can hold, and whatever is in the name of a file."""
    from ..reports.text import plain

    if sys.stderr is not None:
        encoding = sys.stderr.encoding or "utf-8"
        try:
            print(plain(line).encode(encoding, "backslashreplace").decode(encoding), file=sys.stderr, flush=True)
        except OSError:  # what cannot be told changes nothing of what was done
            _give_up(sys.stderr)


def on_terminal(wanted: bool) -> Callable[[str], None]:
    """Lines for a person who waits: they are said only where standard error is a terminal."""
    return say if wanted and sys.stderr is not None and sys.stderr.isatty() else lambda _: None


def _give_up(stream: TextIO) -> None:
    """Let nothing come out of a stream any more: else Python complains when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class Progress:
    """How much is done, how fast, and how long it will last, on the terminal of a person who waits over a second."""

    def __init__(self, wanted: bool, tasks: Sequence[Task] = (), begun_at: int | None = None) -> None:
        """`tasks` are the files, where it is files that get done: their bytes say how long the rest will last.

        Of files that are not known yet `begun_at` says how many were done before.
        """
        self._wanted = wanted and sys.stderr is not None and sys.stderr.isatty()
        self._begun = time.monotonic()
        self._next = self._begun + 1
        self._tasks, self._sums, self._from = tasks, list[int](), begun_at

    @property
    def wanted(self) -> bool:
        """Whether anybody is told."""
        return self._wanted

    def __call__(self, done: float, total: int) -> None:
        if self._wanted and time.monotonic() > self._next:
            self._next = time.monotonic() + 0.1
            shown = f"{int(done):,} of {total:,} files" if total > 1 else f"{done:.0%}"
            line = f"\r{shown}{self._rate(done, total)}\x1b[K" if done < total else "\r\x1b[K"
            print(line, end="", file=sys.stderr, flush=True)

    def _rate(self, done: float, total: int) -> str:
        """ ", 1.8 MB/s, 3 min left", or in files where these are not known yet; nothing where no rate is known."""
        if self._from is not None:
            rate = (done - self._from) / (time.monotonic() - self._begun)
            return f", {rate:,.0f} files/s, {lasting((total - done) / rate)} left" if rate else ""
        self._sums = self._sums or [*accumulate(map(_bytes_of, self._tasks), initial=0)]
        whole = int(done)
        if whole + 1 >= len(self._sums):
            return ""
        read = self._sums[whole] + (done - whole) * (self._sums[whole + 1] - self._sums[whole])
        rate = read / (time.monotonic() - self._begun)
        return f", {rate / 1e6:.1f} MB/s, {lasting((self._sums[-1] - read) / rate)} left" if rate else ""


def lasting(seconds: float) -> str:
    """A time as a person says it: "40 s", "3 min", "2 h 5 min"."""
    minutes = round(seconds / 60)
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{minutes} min" if minutes < 90 else f"{minutes // 60} h {minutes % 60} min"


def _bytes_of(task: Task) -> int:
    from ..pool.batches import size  # only where somebody waits

    return size(task.path)
