"""The files that ``termcheck init`` writes."""

from __future__ import annotations

import os


def read(name: str) -> bytes:
    """A starter file by its name."""
    with open(os.path.join(os.path.dirname(__file__), name), "rb") as stream:
        return stream.read()
