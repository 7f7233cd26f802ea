"""A list that is longer or shorter than the figure before it says.

Counted are lists after a colon or "namely". Lists of places after "in", "at" or
"from" are doubtful at best: five schools may stand in four towns, and even one
railway in two countries. Without a serial comma, or with an "and" inside a member, a list
has as many members as it can be read to have. After "including", "such as" or
"like" a list is not meant to be whole, and clauses with a verb are no plain
members: nothing is said then.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...figures.lists import announces, listed, size
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for quantity in doc.quantities:
        if (said := announces(quantity)) is None:
            continue
        region, whole = listed(doc, quantity)
        fewest, most = size(doc[region])
        if fewest and (said < fewest or (whole and said > most)):
            count = f"{fewest}" if fewest == most else f"{fewest} to {most}"
            message = f'"{doc[quantity.number]}" is announced, but {count} are listed'
            yield Finding(Span(*quantity.number), message, (Note(region, "the list"),), doubtful=not whole, choice=True)


RULE = Rule(
    "number/list-length",
    "a list longer or shorter than the figure before it says",
    Severity.WARNING,
    check,
    (
        Example("Depots stand in [[three]] towns: Oban, Perth, Ayr, and Crail."),
        Example("They opened [[three]] schools in Oban, Perth, Ayr, and Crail, which teach music.", doubtful=True),
        Example("The law has [[three]] goals: clean air; clean water, in lakes too; quiet nights; and good soil."),
        Example("Depots stand in [[five]] towns, namely Oban, Perth, Ayr and Crail."),
        Example("They opened five schools in Oban, Perth, Ayr, and Crail, which teach music."),
        Example("They opened five schools in towns such as Oban, Perth, Ayr, and Crail."),
        Example("There are six trades, including: bread, shoes, ships, and rope."),
        Example("Five trades thrive: bread and cakes, shoes, ships, and rope."),
        Example("Depots stand in three towns: Oban, the old port, Perth and Ayr."),
        Example("She speaks two tongues: Thai, her first one, and Malay."),
        Example("Two things remain: how to pay, and how to train, house, and keep the nurses."),
        Example("We set up five wards: two for eyes, one for ears, one for bones, and one for skin."),
        Example("The park has two zones: a port zone and a yard zone for grain, oil, and coal."),
        Example("They come from [[five]] towns \u2014 Oban, Perth, Crail, and Ayr."),
        Example("Two of the towns, Oban, Perth, and Ayr, lie on the coast: Oban, we know, is one, and Ayr another."),
    ),
)
