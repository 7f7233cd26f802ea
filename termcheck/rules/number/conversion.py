"""A conversion in brackets that does not come out.

The two figures are compared as exact amounts. Either may be rounded: the
fault is reported only where neither is the other one rounded to the digits it
shows, and the two are more than one part in a hundred apart (one in twenty
where one of them is said to be approximate).
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ...document import Document
from ...figures.conversions import conversions, converted
from ...lang.quantity import Number, Quantity, significance
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule

_OF_TWO_SIZES = frozenset({"ton", "gallon"})  # metric, long and short; American and imperial: a fifth apart
_NAMES = {
    "foot": "feet", "inch": "inches", "celsius": "degrees Celsius", "fahrenheit": "degrees Fahrenheit",
    "mu": "mu", "jin": "jin", "li": "li", "catty": "catties", "pound-weight": "pounds", "horsepower": "horsepower",
}  # fmt: skip


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for one, two in conversions(doc):
        right = converted(one.value, one.unit, two.unit)
        if right is not None and one.high is None and two.high is None and not _agree(one, two):
            shown = f"{doc[one.span]} is about {_show(right)} {_plural(two.unit)}"
            yield Finding(Span(*two.span), shown, (Note(Span(*one.span), "the figure converted"),))


def _agree(one: Quantity, two: Quantity) -> bool:
    there, back = converted(one.value, one.unit, two.unit), converted(two.value, two.unit, one.unit)
    if there is None or back is None or not one.value or not two.value:
        return True
    apart = abs(1 - Fraction(there) / Fraction(two.value))
    near = Fraction(1, 5) if _OF_TWO_SIZES & {one.unit, two.unit} else Fraction(1, 100)
    if apart <= (max(near, Fraction(1, 20)) if one.approx or two.approx else near) or _is_step(one, two):
        return True
    about = one.approx or two.approx
    return _is_rounded(there, two._replace(approx=about), 2 if about else 1) or _is_rounded(
        back, one._replace(approx=about), 2
    )


def _is_step(one: Quantity, two: Quantity) -> bool:
    """Whether two temperatures agree as a rise or a fall: "up 2 degrees Celsius (3.6 degrees Fahrenheit)"."""
    ratio = {"celsius": Fraction(9, 5), "fahrenheit": Fraction(5, 9)}.get(one.unit)
    return ratio is not None and abs(Fraction(one.value or 0) * ratio - Fraction(two.value or 0)) <= Fraction(1, 2)


def _is_rounded(exact: Number, printed: Quantity, digits: int) -> bool:
    """Whether the printed figure is the exact one rounded to the digits it shows, at least `digits` of them."""
    value = abs(Fraction(printed.value or 0))
    shown = Fraction(significance(value, printed.precision))
    while digits > 1 and shown * 10 ** (digits - 1) > value:
        shown /= 10
    steps = 3 if printed.approx else Fraction(3, 5)  # "about 15 miles" may be rounded to fives
    return abs(Fraction(exact) - Fraction(printed.value or 0)) <= shown * steps


def _show(value: Number) -> str:
    """Three significant digits, as people write them."""
    number = float(value)
    for size, word in ((10**9, " billion"), (10**6, " million"), (1, "")):
        if abs(number) >= size * 1000 or (word and abs(number) >= size):
            return f"{number / size:,.3g}{word}" if word else f"{number:,.0f}"
    return f"{number:.3g}"


def _plural(unit: str) -> str:
    measure, per, base = unit.partition("-per-")
    kind, _, last = measure.rpartition("-")
    name = _NAMES.get(measure) or f"{kind} {_NAMES.get(last, last + 's')}".strip()
    return f"{name} per {base}".replace("-", " ") if per else name.replace("-", " ")


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
