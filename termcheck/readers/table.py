"""Tables of two languages: tab-separated values with a header."""

from __future__ import annotations

from typing import BinaryIO

from ..errors import TermcheckError
from .units import Table


def read(stream: BinaryIO, path: str, encoding: str, languages: tuple[str, str]) -> Table:
    """The rows of a table. Raises TermcheckError for a header that does not name two languages."""
    raise TermcheckError("tables are not read yet", path)
