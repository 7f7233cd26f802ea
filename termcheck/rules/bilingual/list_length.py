"""A list of names that is longer or shorter in the translation than in the source.

Two lists are the same where their items name the same, as far as that is known:
countries and Chinese places, the readings of Chinese characters, words that
both sides write alike, renderings that the rest of the texts shows. It is sure
that an item was lost or added where all items of the shorter list, three and
more, answer to items of the longer one, in order, and nothing around the list
to the one that is left. Where the translation says that there are more ("such
as", "and others"), and where the shorter list has two items, it is doubtful.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ...document import Bitext
from ...model import Finding, Note, Pair, Severity, Span
from ...rule import Context, Example, Rule

if TYPE_CHECKING:
    from ._lists import Listing
    from ._members import Members

_LIST = 3  # items of the longer of two lists
_APART = 2  # items that one may have more
_LONGEST = 14


def check(bitext: Bitext, ctx: Context) -> Iterator[Finding]:
    from ._lists import lists
    from ._members import Members

    beads = ctx.sentences(bitext)
    members = Members(bitext, beads, ctx)
    for bead in beads:
        theirs = list(lists(bitext.source, bead.source))
        for mine in lists(bitext.target, bead.target) if theirs else ():
            for its in theirs:
                yield from _compared(bitext, members, bead, its, mine)


def _compared(bitext: Bitext, members: Members, bead: Pair, its: Listing, mine: Listing) -> Iterator[Finding]:
    lost, added = len(its.items) - len(mine.items), mine.fewest - len(its.items)
    least, most = sorted((len(its.items), len(mine.items)))
    if most not in range(_LIST, _LONGEST) or not (0 < lost <= _APART or 0 < added <= _APART):
        return
    links = _links(members, its.items, mine.items)
    answers = members.surely if least >= _LIST else members.alike
    if lost > 0:
        apart = [item for at, item in enumerate(its.items) if at not in {one for one, _ in links}]
        told = any(answers(item, part) for item in apart for part in _around(bead.target, mine.span))
    else:
        apart = [item for at, item in enumerate(mine.items) if at not in {other for _, other in links}]
        told = any(answers(part, item) for item in apart for part in _around(bead.source, its.span))
    if not told and len(links) >= max(2, least - 1):
        sure = len(links) == least >= _LIST and not mine.is_open
        words = '", "'.join((bitext.source if lost > 0 else bitext.target)[item] for item in apart)
        which = f', {"without" if lost > 0 else "with"} "{words}"' if len(apart) == most - least else ""
        message = f"the source lists {len(its.items)}, not {len(mine.items)}{which}"
        yield Finding(mine.span, message, (Note(its.span, "the list", in_source=True),), doubtful=not sure)


def _around(whole: Span, part: Span) -> tuple[Span, Span]:
    return Span(whole.start, part.start), Span(part.end, whole.end)


def _links(members: Members, ones: Sequence[Span], others: Sequence[Span]) -> list[tuple[int, int]]:
    """The items that answer each other, by their numbers, in the order of both lists."""
    best: list[list[tuple[int, int]]] = [[] for _ in range(len(others) + 1)]
    for one, item in enumerate(ones):
        row = [best[0]]
        for at, other in enumerate(others):
            linked = [*best[at], (one, at)] if members.alike(item, other) else []
            row.append(max(best[at + 1], row[at], linked, key=len))
        best = row
    return best[-1]


_STORES = "仓库设在金凤、嘉陵江、明月湖、广阳湾和黑石子。\n"
_LANDS = "代表来自法国、德国、荷兰和挪威。\n"

RULE = Rule(
    "bilingual/list-length",
    "a list of names longer or shorter than in the source",
    Severity.WARNING,
    check,
    (
        Example("Depots stand in [[Jinfeng, Mingyue Lake, Guangyang Bay, and Heishizi]].\n", source=_STORES),
        Example("Depots stand in Jinfeng, Jialing River, Mingyue Lake, Guangyang Bay, and Heishizi.\n", source=_STORES),
        Example("They came from [[France, Germany, Poland, the Netherlands, and Norway]].\n", source=_LANDS),
        Example("They came from [[France, Germany, and Norway]] on Monday.\n", source=_LANDS),
        Example("They came from countries such as [[France, Germany, and Norway]].\n", source=_LANDS, doubtful=True),
        Example("They came from France, Germany, and Norway, and from the Netherlands.\n", source=_LANDS),
        Example("We sell rice, oats, and barley.\n", source="我们卖大米、燕麦、大麦和小麦。\n"),
        Example(
            "They met in [[Berlin, Paris and Rome]].\n",
            source="Sie trafen sich in Berlin, Paris, Turin und Rom.\n",
            doubtful=True,
        ),
    ),
)
