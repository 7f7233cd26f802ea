"""An archive as map and reduce: each text attests small facts, and rules read those of one thing from all texts.

`attest` is the map: it reads one text in the worker that checks it. `store`
keeps the facts on disk, and `reduce` runs the rules of the family `corpus`.
"""

from __future__ import annotations

from .attest import attest

__all__ = ["attest"]
