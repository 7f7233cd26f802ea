"""An official figure that moved: two texts tell another value for one thing at one time.

Two figures are of one thing where the texts say the same words of it, name the
same place or body and the same period, in one unit and in one direction. Figures
of other years are the normal case. It may be a revision or a fault, so both
places are told with their dates; where most texts agree, the others are flagged.

Left alone are figures of which one is the other rounded, figures that a text
gives both, and frames of words that have many values: they tell of many things.
A figure far from the other, whose digits are others, is doubtful.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ...attested import Attestation, Conflict, Group
from ...lang.quantity import Approx, Quantity, agree, exact
from ...model import Severity
from ...rule import Dated, Example, Rule
from ._tally import Counted, flagged, places, tallies, texts

_MOST = 4  # values of one frame
_NEAR = Fraction(1, 4)  # by so much of itself a figure may be revised
_BOUND = Fraction(1, 10)  # and by so much it may be more than "more than" says


def check(group: Group, *, share: int = 3) -> Iterator[Conflict]:
    every = tallies(group)
    usual = every[0]
    others = [one for one in every[1:] if not _agree(usual, one)]
    if len(others) >= _MOST or _is_together(group, {one.form for one in others}, usual.form):
        return
    for rare in others:
        doubtful = not _is_near(usual, rare)
        if rare.texts * share <= rare.texts + usual.texts:
            shown = usual._replace(form=usual.first.written)  # its form is an exact value: 214000
            yield from flagged(places(group, [rare.form]), shown, rare, _message(usual, rare), doubtful)
        else:
            first, last = sorted((usual, rare), key=lambda one: (one.first.date, one.first.path))
            note = f'"{first.first.written}" here, on {first.first.date or "an unknown day"}'
            yield Conflict(last.first, _message(first, last), ((first.first, note),), doubtful, choice=True)


def _message(one: Counted, two: Counted) -> str:
    told = (f'"{it.first.written}" in {texts(it.texts)} from {it.first.date or "an unknown day"}' for it in (one, two))
    return f"for what seems to be one figure: {', '.join(told)}: revised, or a fault"


def _is_together(group: Group, forms: set[str], usual: str) -> bool:
    """Whether a text gives one of some values, and the usual one too."""
    paths = {one.path for one in group.attested if one.form in forms}
    return any(one.form == usual and one.path in paths for one in group.attested)


def _agree(one: Counted, two: Counted) -> bool:
    """Whether two figures may be one: in some text one is the other rounded, or a bound near it."""
    return any(
        agree(here, there) or _bounds(here, there) or _bounds(there, here)
        for here in _quantities(one)
        for there in _quantities(two)
    )


def _bounds(one: Quantity, two: Quantity) -> bool:
    """Whether the first figure is a bound that the second keeps: "more than 860" of 862."""
    if one.value is None or two.value is None or one.approx not in ("above", "below"):
        return False
    bound, value = Fraction(one.value), Fraction(two.value)
    beyond = value - bound if one.approx == "above" else bound - value
    return 0 <= beyond <= abs(bound) * _BOUND


def _quantities(one: Counted) -> Iterator[Quantity]:
    for unit, approx, precision in one.about:
        yield Quantity(
            (0, 0), (0, 0), _value(one), unit=unit, approx=_APPROX[approx], precision=exact(Fraction(precision))
        )


_APPROX: dict[str, Approx] = {"": "", "above": "above", "below": "below", "about": "about"}


def _value(one: Counted) -> Fraction:
    return Fraction(one.form)


def _is_near(one: Counted, two: Counted) -> bool:
    """Whether two values are near each other, or have the same digits in another order."""
    first, second = sorted(map(_value, (one, two)))
    return second - first <= _NEAR * abs(second) or sorted(_digits(one.first)) == sorted(_digits(two.first))


def _digits(one: Attestation) -> str:
    return "".join(filter(str.isdigit, one.written))


def _told(*told: tuple[str, str]) -> tuple[Dated, ...]:
    return tuple(Dated(date, f"{text}\n") for date, text in told)


_GOODS = "In 2021, the port of Oban handled {} tonnes of timber."
_ALL = [(f"202{n}-02-11", _GOODS.format("214,000")) for n in range(2, 5)]

RULE = Rule(
    "corpus/figure",
    "a figure of one thing and one time that moved",
    Severity.WARNING,
    check,
    (
        Example(archive=_told(*_ALL, ("2025-02-11", _GOODS.format("[[241,000").replace("tonnes", "tonnes]]")))),
        Example(archive=_told(_ALL[0], ("2023-05-02", _GOODS.format("[[221,000").replace("tonnes", "tonnes]]")))),
        Example(archive=_told(*_ALL, ("2025-02-11", "Last year, the port of Oban handled 241,000 tonnes of timber."))),
        Example(archive=_told(*_ALL, ("2025-02-11", _GOODS.format("over 200,000")))),
        Example(archive=_told(*_ALL, ("2025-02-11", _GOODS.replace("Oban", "Perth").format("241,000")))),
        Example(
            archive=_told(*_ALL, ("2025-02-11", f"{_GOODS.format('241,000')} It is not {_GOODS.format('214,000')}"))
        ),
        Example(
            archive=_told(_ALL[0], ("2025-02-11", _GOODS.format("[[900,000").replace("tonnes", "tonnes]]"))),
            doubtful=True,
        ),
    ),
)
