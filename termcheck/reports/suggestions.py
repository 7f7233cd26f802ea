"""Suggested terms as YAML to be pasted into a glossary, each with its evidence as a comment."""

from __future__ import annotations

from collections.abc import Iterator

from ..quoting import scalar
from ..suggesting import Evidence, Suggestion, Suggestions

_SHOWN = 160  # code points of a sentence that are shown


def render(found: Suggestions, most: int) -> str:
    """The suggestions as the text of a glossary file; at most `most` new terms, 0 for all."""
    new = found.new[:most] if most else found.new
    lines = [
        f"# {len(new)} of {len(found.new)} candidates, the surest first; {found.sentences} pairs of sentences read."
    ]
    lines += ["# Read each before it becomes official: the text shows how a term is rendered, not how it should be."]
    lines += ["terms:" + " []" * (not new)]
    for one in new:
        lines += _entry(one)
    if found.differing:
        lines += ["", "# Terms of the glossary that these texts render otherwise:"]
        for one in found.differing:
            lines += _difference(one)
    return "\n".join(lines) + "\n"


def _entry(one: Suggestion) -> Iterator[str]:
    first, *others = one.candidate.renderings
    counts = f"{first.times} of {one.candidate.sentences} sentences"
    yield f"  # {counts}, score {one.candidate.score:.0f}" + "".join(
        f"; {_plain(two.text)}: {two.times}" for two in others
    )
    yield from (f"  # {line}" for evidence in one.evidence for line in _evidence(evidence))
    yield f"  - term: {scalar(first.text)}"
    yield f"    source: [{scalar(one.candidate.source, flow=True)}]"
    if others:
        yield f"    allowed: [{', '.join(scalar(two.text, flow=True) for two in others)}]"


def _difference(one: Suggestion) -> Iterator[str]:
    first = one.candidate.renderings[0]
    settled = '" or "'.join(one.settled)
    yield f'# {_plain(one.candidate.source)}: "{_plain(first.text)}" {first.times} times, not "{_plain(settled)}"'
    yield from (f"#   {line}" for evidence in one.evidence for line in _evidence(evidence))


def _evidence(one: Evidence) -> tuple[str, str]:
    return f"{_plain(one.path)}:{one.line}: {_cut(one.source)}", f"  = {_cut(one.target)}"


def _cut(text: str) -> str:
    plain = _plain(text)
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"


def _plain(text: str) -> str:
    """A text that stays in its comment: white space of any kind is one blank, signs that steer a terminal are none."""
    return "".join(char for char in " ".join(text.split()) if char.isprintable())
