"""How a run is shown, by name of format. A report writes to a stream and decides nothing."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TextIO

from ..run import Run

Render = Callable[[Run, TextIO], None]


def _report(name: str) -> Render:
    """The report in the module of that name, imported when it is written."""

    def render(run: Run, stream: TextIO) -> None:
        import_module(f".{name}", __package__).render(run, stream)

    return render


REPORTS: dict[str, Render] = {
    name: _report(name) for name in ("text", "pretty", "json", "sarif", "github", "markdown", "csv")
}
