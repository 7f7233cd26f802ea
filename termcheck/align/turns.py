"""The turns of a transcript, as passages to be linked before the paragraphs within them are."""

from __future__ import annotations

from ..document import PROSE, Document
from ..model import Block


def turns(source: Document, target: Document) -> tuple[list[list[Block]], list[list[Block]]]:
    """The blocks of prose of two texts, turn by turn; one by one where either text does not say who speaks."""
    found = _turns(source), _turns(target)
    if all(any(turn[0].speaker for turn in side) for side in found):
        return found
    return [[block] for block in source.prose()], [[block] for block in target.prose()]


def _turns(doc: Document) -> list[list[Block]]:
    """The blocks of prose: paragraphs below one label together, all others alone."""
    found: list[list[Block]] = []
    speaker = ""
    for block in doc.blocks:
        if block.kind == "label":
            speaker = ""
        elif block.kind == "paragraph" and block.speaker and block.speaker == speaker:
            found[-1].append(block)
        elif block.kind in PROSE:
            found.append([block])
            speaker = block.speaker if block.kind == "paragraph" else ""
    return found
