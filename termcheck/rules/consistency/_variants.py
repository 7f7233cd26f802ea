"""What is said of one thing written in several ways: the rare form is a fault, no clear majority is a choice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from ...document import Document
from ...model import Edit, Finding, Fix, Note, Severity, Span

Forms = Mapping[str, Sequence[Span]]


def compare(
    doc: Document,
    forms: Forms,
    *,
    share: int = 3,
    usual: str | None = None,
    better: str | None = None,
    rewrite: Callable[[str, str], str] | None = None,
    where: str = "",
) -> Iterator[Finding]:
    """Findings about the places of each form, keyed by how a message calls it; places are in order.

    Forms that together make up at most one use in `share` are flagged place by
    place; else, or where the frequent form is not the `usual` one, one suggestion
    offers the choice. Of forms as frequent the `better` one, or else the first,
    is taken as right. `rewrite` turns the text of a place into the given form,
    and so makes the fix.
    """
    used = [(form, places) for form, places in forms.items() if places]
    ranked = sorted(used, key=lambda item: (-len(item[1]), item[0] != better, item[1][0]))
    if len(ranked) < 2:
        return
    (best, most), *rest = ranked
    rare = sum(len(places) for _, places in rest)
    counts = where + ", ".join(f'"{form}" {times(len(places))}' for form, places in ranked)
    if rare * share > rare + len(most) or usual not in (None, best):
        yield _choice(ranked, f"choose one form: {counts}")
        return
    notes = (Note(most[0], f'"{best}" first here'),)
    for _, places in rest:
        for span in places:
            got = doc[span]
            want = rewrite(got, best) if rewrite else best
            fix = Fix(f'replace with "{want}"', (Edit(span, want),)) if rewrite else None
            yield Finding(span, f'write "{want}", not "{got}": {counts}', notes=notes, fix=fix)


def _choice(ranked: Sequence[tuple[str, Sequence[Span]]], message: str) -> Finding:
    """One suggestion, at the place where two forms clash in the narrowest space, with both places as notes."""
    places = sorted((span, rank) for rank, (_, spans) in enumerate(ranked) for span in spans)
    clashes = (pair for pair in pairwise(places) if pair[0][1] != pair[1][1])
    near = min(clashes, key=lambda pair: pair[1][0].start - pair[0][0].end)
    span, _ = max(near, key=lambda place: place[1])
    notes = tuple(Note(place, f'"{ranked[rank][0]}" here') for place, rank in near)
    return Finding(span, message, notes=notes, severity=Severity.SUGGESTION, choice=True)


def times(count: int) -> str:
    """How often, in words: "once", "5 times"."""
    return "once" if count == 1 else f"{count} times"
