"""How a run is shown, by name of format. A report writes to a stream and decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import TextIO

from ..run import Run
from . import github, json, pretty, sarif, text

Render = Callable[[Run, TextIO], None]

REPORTS: dict[str, Render] = {
    "text": text.render,
    "pretty": pretty.render,
    "json": json.render,
    "sarif": sarif.render,
    "github": github.render,
}
