"""Issues put to a person one by one: accept it, and why?"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence

from ..place import Located

Show = Callable[[str], None]
Read = Callable[[], str | None]

KEYS = """\
y  accept this issue, with a reason
n  leave it open
a  accept it, and all further issues of this rule in this file, with the same reason
q  stop: what was decided is kept (Ctrl-C: nothing is)
?  this help
"""


def accepted(issues: Sequence[Located], reason: str, show: Show, read: Read) -> Iterator[tuple[int, str]]:
    """The numbers of the issues that a person accepts, each with the reason; `reason` is the first to be offered.

    `show` writes a text, `read` gives the next line of the answers, None where there are no more: that is q.
    """
    from ..reports.text import plain

    alike: dict[tuple[str, str], str] = {}
    path, key = "", ""
    for number, one in enumerate(issues):
        kind = (one.issue.path, one.issue.rule)
        if kind in alike:  # also after q: it was decided
            yield number, alike[kind]
        elif key != "q":
            show(f"{plain(one.issue.path)}\n" * (one.issue.path != path))
            path = one.issue.path
            key, reason = _asked(one, f"{number + 1} of {len(issues)}", reason, show, read)
            if key == "a":
                alike[kind] = reason
            if key in {"y", "a"}:
                yield number, reason


def _asked(one: Located, which: str, offered: str, show: Show, read: Read) -> tuple[str, str]:
    """The key for an issue, and the reason: the one offered where none is given."""
    show("".join(f"{line}\n" for line in _lines(one)))
    key = answer(f"{which}: accept? [y,n,a,q,?] ", KEYS, show, read)
    reason = _reason(offered, show, read) if key in {"y", "a"} else offered
    return (key, reason) if reason or key in {"n", "q"} else ("q", offered)


def _lines(one: Located) -> Iterator[str]:
    """The issue with its line, and the lines of its other places: a person compares them."""
    from ..reports.pretty import lines
    from ..reports.text import plain

    yield from lines(one)
    for note in one.notes:
        yield f"    {plain(note.path)}:{note.place.line}: {plain(note.excerpt.text)}"


def answer(prompt: str, keys: str, show: Show, read: Read) -> str:
    """One of the keys y, n, a and q; `keys` says what they do."""
    while True:
        show(prompt)
        line = read()
        key = "q" if line is None else line.strip().lower()
        if key in {"y", "n", "a", "q"}:
            return key
        show(keys)


def _reason(offered: str, show: Show, read: Read) -> str:
    """The reason a person gives, or the one offered; nothing where there are no more answers."""
    while True:
        show(f"reason [{offered}]: " if offered else "reason: ")
        line = read()
        if line is None:
            return ""
        if reason := " ".join(line.split()) or offered:
            return reason
        show("a decision needs its reason\n")


def answers(show: Show) -> Read:
    """The lines of standard input. They are shown where no terminal does so."""

    def read() -> str | None:
        line = sys.stdin.buffer.readline() if sys.stdin is not None else b""
        text = line.decode(sys.stdin.encoding or "utf-8", "replace") if line else None
        if sys.stdin is None or not sys.stdin.isatty():
            show(f"{(text or '').rstrip()}\n")
        return text

    return read
