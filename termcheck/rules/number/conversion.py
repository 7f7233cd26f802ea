"""A conversion in brackets that does not come out.

The two figures are compared as exact amounts. Either may be rounded: the
fault is reported only where neither is the other one rounded to the digits it
shows, and the two are more than one part in a hundred apart (one in twenty
where one of them is said to be approximate).
"""

from __future__ import annotations

from collections.abc import Iterator

from ...document import Document
from ...figures.conversions import conversions, converted, equal, told
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for one, two in conversions(doc):
        right = converted(one.value, one.unit, two.unit)
        if right is not None and one.high is None and two.high is None and not equal(one, two):
            shown = f"{doc[one.span]} is about {told(right, two.unit)}"
            yield Finding(Span(*two.span), shown, (Note(Span(*one.span), "the figure converted"),), choice=True)


RULE = Rule(
    "number/conversion",
    "a conversion in brackets that does not come out",
    Severity.ERROR,
    check,
    (
        Example("The track is 100 km ([[82 miles]]) long."),
        Example("They fenced 4,500 mu (about [[3,000 hectares]]) of pasture."),
        Example("They moved 300 tons ([[300,000 grams]]) of sand."),
        Example("It was 86 degrees Fahrenheit ([[35 degrees Celsius]])."),
        Example("The track is 100 km (62 miles) long, and the lake 300 miles (500 kilometers) away."),
        Example("It is warmer by 2 degrees Celsius (3.6 degrees Fahrenheit)."),
        Example("They fenced 4,500 mu (300 hectares), then 2.46 million mu (160,000 hectares)."),
        Example("They fenced 160,000 hectares (2.4 million mu) in a 5-day (40-hour) week."),
        Example("He is 5 feet 10 inches (178 centimeters) tall and lifts a ton (907 kilograms)."),
        Example("The fund holds 100 million yuan ($14 million)."),
    ),
)
