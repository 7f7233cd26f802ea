"""A country or a place where the source has another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...counterparts.registers import Register
from ...document import Bitext
from ...lang.gazetteer import Named
from ...model import Finding, Span
from ._passages import Passage, note, shown


def swapped(bitext: Bitext, register: Register, passages: Iterable[Passage]) -> Iterator[Finding]:
    """The one name of a passage that the source has not, where the translation lacks one that the source has.

    Sure where the translation has none of that name at all. Doubtful where it
    has it less often, for it may say "both sides"; and where it has another of
    the source's names more often in its place.
    """
    for one in passages:
        if _different(one.new) == 1:
            lost = one.lost or one.short_lost
            if 0 < _different(lost) <= register.most:
                yield _finding(bitext, register, lost, one.new[0], doubtful=False)
            elif not lost and _different(rarer := _more([*one.said, *one.short], one.told)) == 1:
                yield _finding(bitext, register, rarer, one.new[0], doubtful=True)
        elif not one.new and _different(one.lost) == 1:
            said = [*one.said, *one.short]
            oftener = [name for name in _more(one.told, said) if any(name.keys & other.keys for other in said)]
            if _different(oftener) == 1:
                yield _finding(bitext, register, one.lost, oftener[-1], doubtful=True)


def _different(names: Sequence[Named]) -> int:
    return len({name.keys for name in names})


def _more(names: Sequence[Named], others: Sequence[Named]) -> list[Named]:
    """The names that stand more often here than among the others."""
    count = {name.keys: sum(bool(name.keys & one.keys) for one in others) for name in names}
    return [name for name in names if sum(bool(one.keys & name.keys) for one in names) > count[name.keys]]


def _finding(bitext: Bitext, register: Register, lost: Sequence[Named], new: Named, doubtful: bool) -> Finding:
    span = Span(new.start, new.end)
    message = f'the source has {shown(bitext, lost, register)}, not "{bitext.target[span]}"'
    return Finding(span, message, (note(bitext, min(lost)),), doubtful=doubtful)
