"""A figure of the source that the translation changes, drops or makes up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...document import Bitext, Document
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule
from ._cause import cause
from ._figures import Figure
from ._match import Compared, compared
from ._write import written


def check(bitext: Bitext, ctx: Context) -> Iterator[Finding]:
    for passage in compared(bitext):
        if passage.apart:
            yield from _apart(bitext, passage)
            continue
        yield from _changed(bitext, passage)
        yield from _missing(bitext, passage)
        yield from _invented(bitext, passage)


def _apart(bitext: Bitext, passage: Compared) -> Iterator[Finding]:
    """One finding for passages that hardly answer each other: what is wrong is no single figure."""
    said = _listed(dict.fromkeys(_quote(bitext.source, one) for one in passage.missing)) if passage.missing else ""
    message = f"the source has {said}, this text other figures" if said else "the source has none of these figures"
    yield Finding(
        passage.pair.target, message, (Note(passage.pair.source, "the passage", in_source=True),), doubtful=True
    )


def _changed(bitext: Bitext, passage: Compared) -> Iterator[Finding]:
    for one, two, sure, cut in passage.changed:
        said, here = _quote(bitext.source, one), bitext.target[two.span]
        if cut:
            message = f'the source has the range {bitext.source[one.span]}, this text only "{here}"'
        else:
            why = cause(bitext.source, one, bitext.target, two)
            message = f'the source has {said}, this text "{here}"' + (f": {why}" if why else "")
        note = Note(Span(*one.span), "the figure of the source", in_source=True)
        yield Finding(Span(*two.span), message, (note,), doubtful=not sure)


def _quote(doc: Document, one: Figure) -> str:
    said = doc[one.span]
    value = written(one.value)
    return f"{said} ({value})" if one.quantity and one.quantity.written != "digits" and one.size >= 1000 else said


def _missing(bitext: Bitext, passage: Compared) -> Iterator[Finding]:
    asked = [one for one in passage.missing if one.weight == 2]
    if not asked:
        return
    said = _listed(dict.fromkeys(_quote(bitext.source, one) for one in asked))
    notes = tuple(Note(Span(*one.span), "a figure of the source", in_source=True) for one in asked)
    doubtful = all(one.sort == "calendar-year" for one in asked)
    yield Finding(passage.pair.target, f"the source has {said}, this text has not", notes, doubtful=doubtful)


def _invented(bitext: Bitext, passage: Compared) -> Iterator[Finding]:
    extra = [one for one in passage.invented if one.weight == 2]
    if not extra:
        return
    said = _listed(dict.fromkeys(f'"{bitext.target[one.span]}"' for one in extra))
    note = Note(passage.pair.source, "the passage of the source", in_source=True)
    doubtful = all(one.sort == "calendar-year" for one in extra)
    yield Finding(Span(*extra[0].span), f"the source has no {said}", (note,), doubtful=doubtful)


def _listed(some: Iterable[str]) -> str:
    *others, last = some
    return f"{', '.join(others)} and {last}" if others else last


RULE = Rule(
    "bilingual/number",
    "a figure that differs from the source's",
    Severity.ERROR,
    check,
    (
        Example("They spent [[4,765 billion yuan]] on it.\n", source="他们为此花了4765亿元。\n"),
        Example("They spent 476.5 billion yuan on it.\n", source="他们为此花了4765亿元。\n"),
    ),
)
