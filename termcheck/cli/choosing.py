"""Fixes put to a person one by one: is it to be made?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..fix import replaced
from ..fixing import Offer
from ..model import Span
from ..place import excerpt
from ..text import LINE_END, Source
from .asking import Read, Show, answer

_AROUND = 200  # code points of the text on each side of an edit: more than the line that is shown
KEYS = """\
y  make this fix
n  leave the text as it is
a  make it, and all that follow, in further files too
q  make none of those that follow; those chosen so far are made
?  this help
"""


class Choosing:
    """Asks about the fixes of one file after the other, until the answer is the same for all that follow.

    `show` writes a text, `read` gives the next line of the answers, None where there are no more: that is q.
    """

    def __init__(self, show: Show, read: Read) -> None:
        self._show, self._read = show, read
        self._rest: bool | None = None
        self._path = ""

    def __call__(self, text: str, offered: Sequence[Offer]) -> list[bool]:
        """Which fixes of a text are chosen."""
        from ..reports.text import plain

        path = offered[0].one.issue.path
        if path != self._path and self._rest is None:
            self._show(f"{plain(path)}\n")
            self._path = path
        return [self._chosen(text, offer, f"{number} of {len(offered)}") for number, offer in enumerate(offered, 1)]

    def _chosen(self, text: str, offer: Offer, which: str) -> bool:
        if self._rest is not None:
            return self._rest
        self._show("".join(f"{line}\n" for line in _lines(text, offer)))
        safe = "safe" if offer.fix.safe else "not safe"
        key = answer(f"{which} ({safe}): make this fix? [y,n,a,q,?] ", KEYS, self._show, self._read)
        if key in "aq":
            self._rest = key == "a"
        return key in "ya"


def _lines(text: str, offer: Offer) -> Iterator[str]:
    """The issue with its line and a caret, and that line as the fix leaves it."""
    from ..reports.pretty import lines
    from ..reports.summary import counted
    from ..reports.text import plain

    yield from lines(offer.one)
    edit, *more = offer.fix.edits
    begin = max(0, edit.span.start - _AROUND)
    here = Span(edit.span.start - begin, edit.span.end - begin)
    old = text[begin : edit.span.end + _AROUND]
    new = replaced(old, [edit._replace(span=here)])
    shown = plain(excerpt(Source("", new), Span(here.start, here.start + len(edit.text))).text)
    yield f"    after: {'(the line goes)' if not edit.text and LINE_END.search(old, *here) else shown}"
    if more:
        yield f"    and so in {counted(len(more), 'more place')}"
