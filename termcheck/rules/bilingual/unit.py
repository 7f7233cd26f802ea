"""A unit that the translation changes while the figure stays: 30公里 told as "30 meters".

Units that convert into each other are right where the value is converted, and
that is compared as a value. 元 alone is the currency of the place, "dollar"
alone any dollar: they say nothing of which. A percentage is not a percentage
point: a rise from 4 to 5 percent is one of 25 percent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ...document import Bitext, Document
from ...lang.units import UNITS
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule

if TYPE_CHECKING:
    from ...counterparts.figures import Figure
    from ...counterparts.match import Match


def check(bitext: Bitext, ctx: Context) -> Iterator[Finding]:
    from ...counterparts.match import compared

    for passage in compared(bitext):
        for match in passage.matches:
            one, two = match.source, match.target
            if one.sort != two.sort and one.size == two.size and _differ(bitext, match):
                message = (
                    f'the source has {bitext.source[one.span]}, this text "{bitext.target[two.span]}": another unit'
                )
                note = (Note(Span(*one.span), "the figure of the source", in_source=True),)
                yield Finding(Span(*two.span), message, note, doubtful=_is_doubtful(one, two))


def _differ(bitext: Bitext, match: Match) -> bool:
    one, two = match.source, match.target
    if one.sort not in UNITS or two.sort not in UNITS or not one.size:
        return False
    if one.sort.startswith(f"{two.sort}-per-") or two.sort.startswith(f"{one.sort}-per-"):
        return False  # 每小时100公里: the rest of the unit stands apart
    money = one.dimension == two.dimension == "money"
    return not (money and (_is_any(bitext.source, one) or _is_any(bitext.target, two)))


def _is_any(doc: Document, one: Figure) -> bool:
    """Whether a currency is named by a word or sign that several have."""
    said = doc.folded[slice(*one.span)]
    return _several().search(said) is not None


@cache
def _several() -> re.Pattern[str]:
    words = r"^[0-9., ]*(?:[a-z]+ )?(?:dollars?|pesos?|cents?)$"
    return re.compile(rf"(?<![美港欧日韩加澳坡台币])[元块圆]$|[分角毛]$|(?<![a-z])\$|^¥|¥$|{words}")


def _is_doubtful(one: Figure, two: Figure) -> bool:
    """Whether the two may be figures of two things that are alike by chance."""
    return one.dimension != two.dimension and min(one.weight, two.weight) < 2


RULE = Rule(
    "bilingual/unit",
    "a unit that differs from the source's, with the same figure",
    Severity.ERROR,
    check,
    (
        Example("The road is [[30 meters]] long.\n", source="公路长30公里。\n"),
        Example("They spent [[50 billion yuan]].\n", source="他们花了500亿美元。\n"),
        Example("It rose by [[3 percent]].\n", source="上升了3个百分点。\n"),
        Example("The road is 30 kilometers long and cost 20 yuan.\n", source="公路长30公里，花了20元。\n"),
        Example("They spent HK$20 on it.\n", source="他们花了20元。\n"),
        Example("The road is 15 kilometers long.\n", source="公路长30里。\n"),
    ),
)
