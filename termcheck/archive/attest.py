"""The map: what one text attests, counted, each form with its first place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ..attested import Attestation
from ..document import Bitext, Document
from ..place import Excerpt, excerpt, place, unit
from ..rule import Context
from .dated import day
from .figures import figures
from .names import names
from .renderings import renderings
from .seen import Seen
from .uses import uses

MOST, LENGTH = 400, 20_000  # attestations of a text of this length, in code points, or a shorter one
_MARGIN = 28  # code points of the line on each side of a form: with a form of twice as many, an excerpt has 114


def attest(doc: Document, bitext: Bitext | None, ctx: Context, date: str = "") -> tuple[Attestation, ...]:
    """The attestations of a text, of what it is beside its source where there is one; `date` stands for its own."""
    first, times = dict[tuple[object, ...], Seen](), dict[tuple[object, ...], int]()
    most = MOST * max(1, len(doc.text) // LENGTH)
    for one in _seen(doc, bitext, ctx):
        key = one.kind, one.key, one.form, one.about
        times[key] = times.get(key, 0) + 1
        if key not in first:
            if len(first) == most:
                break
            first[key] = one
    when = date or day(doc)
    return tuple(_located(doc, one, times[key], when) for key, one in first.items())


def _seen(doc: Document, bitext: Bitext | None, ctx: Context) -> Iterator[Seen]:
    both = renderings(bitext, ctx) if bitext else ()
    mine = (names(doc, bitext), figures(doc), uses(doc, ctx)) if doc.lang == "en" else (uses(doc, ctx),)
    return chain(both, *mine)


def _located(doc: Document, one: Seen, times: int, date: str) -> Attestation:
    where = place(doc, one.span)
    shown = _in_whole_words(excerpt(doc.source, one.span, _MARGIN)) if one.kind != "use" else None
    return Attestation(
        *(one.kind, one.key, one.form, one.about, times, date, doc.path),
        *(where.line, where.column, where.start, unit(doc, one.span) or ""),
        doc[one.span][: 2 * _MARGIN],
        *((shown.text, shown.start) if shown else ("", 0)),
    )


def _in_whole_words(shown: Excerpt) -> Excerpt:
    """An excerpt that is cut between words, where there is a blank between its cut and the form."""
    text, start, end = shown
    last = text.rfind(" ", end) if text.endswith("…") else -1
    text = f"{text[:last]}…" if last >= 0 else text
    first = text.find(" ", 0, start) if text.startswith("…") else -1
    return Excerpt(f"…{text[first + 1 :]}", start - first, end - first) if first >= 0 else Excerpt(text, start, end)
