"""Paragraphs as press conferences have them, each with a fault of one rule or clean of all of the family."""

from __future__ import annotations

from pathlib import Path

import pytest

from termcheck.glossary import Glossary
from termcheck.rule import Context
from termcheck.rules.number import RULES
from termcheck.structure import parse
from termcheck.text import Source

BLOCKS = (Path(__file__).parent / "number_paragraphs.txt").read_text(encoding="utf-8").split("\n====\n")


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_paragraph(block: str) -> None:
    head, _, text = block.partition("\n")
    kind, rule = head.split()
    doc = parse(Source("x.txt", text))
    found = {one.id for one in RULES for finding in one.check(doc, Context(Glossary())) if not finding.doubtful}
    assert rule in found if kind == "fault" else not found
