"""A form where a text has it, before it is counted."""

from __future__ import annotations

from typing import NamedTuple

from ..attested import Kind
from ..model import Span


class Seen(NamedTuple):
    """A form at a place of the text; the other fields are those of an attestation."""

    span: Span
    kind: Kind
    key: str
    form: str
    about: tuple[str, ...] = ()
