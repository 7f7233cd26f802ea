"""From lines to a transcript: who speaks, what is title, roster, speech, residue."""

from .transcript import parse

__all__ = ["parse"]
