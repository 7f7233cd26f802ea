"""Which figures are one slip of the hand apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.figures.slips import marks, one_slip
from termcheck.structure import parse
from termcheck.text import Source

PAIRS = [
    ("214", "241", True),
    ("214", "314", True),
    ("214", "24", True),
    ("1,214", "214", True),
    ("3.4 million", "34 million", True),
    ("3.4 million", "3.4 billion", True),
    ("3.4 million", "3.9 million", True),
    ("17.45", "17.5", True),
    ("214", "421", False),
    ("42", "194", False),
    ("7,700", "14,000", False),
    ("3.4 million", "35 million", False),
    ("7", "4,000", False),
]


@pytest.mark.parametrize(("first", "second", "slip"), PAIRS)
def test_one_slip(first: str, second: str, slip: bool) -> None:
    doc = parse(Source("x.txt", f"We saw {first} piers, then {second} piers.\n"))
    one, two = doc.quantities
    assert one_slip(doc, one, two) is slip
    assert one_slip(doc, two, one) is slip


@given(st.integers(20, 10**6), st.integers(0, 6), st.sampled_from("0123456789"))
def test_figures_one_slip_apart_share_a_mark(value: int, at: int, digit: str) -> None:
    digits = str(value)
    changed = digits[:at] + digit + digits[at + 1 :]
    if changed[0] == "0" or changed == digits or 1600 <= int(changed) <= 2100 or 1600 <= value <= 2100:
        return
    doc = parse(Source("x.txt", f"We saw {digits} piers, then {changed} piers.\n"))
    one, two = doc.quantities
    assert one_slip(doc, one, two)
    assert {*marks(doc, one)} & {*marks(doc, two)}
