"""What a text says of its people."""

from __future__ import annotations

from typing import NamedTuple

from ..document import Document
from ..rule import Context


class People(NamedTuple):
    pass


def people(doc: Document, ctx: Context) -> People:
    return People()
