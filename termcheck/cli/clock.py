"""The time that a report is made at."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from ..errors import TermcheckError


def now() -> datetime:
    """The time of a report; SOURCE_DATE_EPOCH sets it, so that the same input gives the same bytes."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.now(UTC) if given is None else datetime.fromtimestamp(int(given), UTC)
    except (ValueError, OverflowError, OSError):
        raise TermcheckError(f'SOURCE_DATE_EPOCH is "{given}"', hint="seconds since 1970, a whole number") from None
