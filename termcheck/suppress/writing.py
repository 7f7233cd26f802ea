"""Writing decisions down: new entries take their place in the file, old ones and comments stay as they are."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cache

from ..atomic import write_file
from ..errors import TermcheckError
from ..quoting import scalar
from .accepted import KEYS, Accepted, Decision, normal, parsed

HEADER = """\
# Issues that an editor has accepted. An entry holds for its text between these words, wherever they stand in the file.
# "termcheck accept" writes entries; take one out when termcheck says that it is stale. The entries of a file stand
# together, the files in no order of their names: so two branches seldom add entries at the same place.

"""


def write(accepted: Accepted, new: Sequence[Decision]) -> int:
    """Add decisions to their file, except those that are there already. How many were not."""
    known = {_order(one) for one in accepted.decisions}
    missing = [one for one in new if _order(one) not in known]
    if missing:
        added = {_order(one): one for one in missing}
        text = accepted.source.text if os.path.exists(accepted.path) else HEADER
        write_file(accepted.path, merged(text, accepted, list(added.values())).encode("utf-8"))
    return len(missing)


def merged(text: str, accepted: Accepted, new: Sequence[Decision]) -> str:
    """The text of a file of decisions with new ones, in canonical order, a blank line between two.

    Raises TermcheckError where the entries of the file do not each have lines of their own.
    """
    lines = text.splitlines()
    bounds = _bounds(lines, accepted)
    old = zip(accepted.decisions, bounds, bounds[1:], strict=False)
    blocks = [(one, "\n".join(lines[begin:end])) for one, begin, end in old] + [(one, entry(one)) for one in new]
    blocks.sort(key=lambda block: _order(block[0]))
    pieces = ["\n".join(lines[: bounds[0]]), *(block for _, block in blocks), "\n".join(lines[bounds[-1] :])]
    result = "\n\n".join(shown for piece in pieces if (shown := piece.strip("\n"))) + "\n"
    _require(result, accepted, new)
    return result.replace("\n", "\r\n") if "\r\n" in text else result


def _require(text: str, accepted: Accepted, new: Sequence[Decision]) -> None:
    """Raise TermcheckError where a text does not hold the decisions of a file and new ones, and no others."""
    try:
        found = parsed(text, accepted.path)
    except TermcheckError:
        found = []
    if _contents(found) != _contents([*accepted.decisions, *new]):
        raise TermcheckError(
            "cannot be added to", accepted.path, hint='begin each entry with "- " on a line of its own'
        )


def _bounds(lines: list[str], accepted: Accepted) -> list[int]:
    """Where each entry begins, the comments above it included, and where the last one ends (indices of lines)."""
    starts = [one.line - 1 for one in accepted.decisions]
    bounds = [_above(lines, start) for start in starts]
    if bounds:  # what stands above the first entry, set off by a blank line, is about the file
        asides = lines[bounds[0] : starts[0]]
        blanks = [number for number, line in enumerate(asides, 1) if not line.strip()]
        bounds[0] += blanks[-1] if blanks else 0
    return [*bounds, _above(lines, len(lines)) if bounds else len(lines)]


def _above(lines: list[str], at: int) -> int:
    """The first of the comments and blank lines that stand directly above a line."""
    while at > 0 and (not lines[at - 1].strip() or lines[at - 1].lstrip().startswith("#")):
        at -= 1
    return at


def entry(one: Decision) -> str:
    """A decision as lines of YAML."""
    values = {key: getattr(one, key) for key in KEYS}
    lines = [f"{key}: {scalar(value)}" for key, value in values.items() if value or key == "text"]
    return "- " + "\n  ".join(lines) + "\n"


def _order(one: Decision) -> tuple[str, ...]:
    """What an entry stands by, and what two entries are the same by: all but the reason and the date."""
    words = (normal(text) for text in (one.text, one.before, one.after, one.source))
    return (_scattered(one.file), one.file, one.rule, *words)


@cache
def _scattered(file: str) -> str:
    """Where the entries of a file stand. By its name, those of new transcripts would all be added at the end."""
    import hashlib  # no check needs this

    return hashlib.sha256(file.encode("utf-8", "surrogatepass")).hexdigest() if file else ""


def _contents(decisions: Sequence[Decision]) -> list[tuple[str, ...]]:
    return sorted(one[:-1] for one in decisions)  # all but the line
