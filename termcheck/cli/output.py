"""Standard output and standard error, as a person or a pipe at their other end needs them."""

from __future__ import annotations

import os
import sys
import time
from typing import TextIO

import click

from ..errors import TermcheckError


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


def _give_up(stream: TextIO) -> None:
    """Let nothing come out of a stream any more: else Python complains when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class Progress:
    """How much is done, on the terminal of a person who waits for more than a second."""

    def __init__(self, wanted: bool) -> None:
        self._wanted = wanted and sys.stderr is not None and sys.stderr.isatty()
        self._next = time.monotonic() + 1

    def __call__(self, done: float, total: int) -> None:
        if self._wanted and time.monotonic() > self._next:
            self._next = time.monotonic() + 0.1
            shown = f"{int(done)} of {total} files" if total > 1 else f"{done:.0%}"
            print(f"\r{shown}", end="" if done < total else "\r\x1b[K", file=sys.stderr, flush=True)
