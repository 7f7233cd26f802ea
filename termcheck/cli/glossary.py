"""`termcheck glossary`."""

from __future__ import annotations

import click

from .common import HELP, shared_options


@click.group(context_settings=HELP)
def glossary() -> None:
    """Work with glossaries."""


@glossary.command(
    context_settings=HELP,
    epilog="""\b
Example:
  termcheck glossary check glossary/""",
)
@click.argument("paths", nargs=-1, required=True)
@shared_options
def check(paths: tuple[str, ...]) -> int:
    """Validate glossaries, run the examples of their entries, and print statistics.

    PATHS are files or folders; several are read as one, as a check would read them.
    """
    from ..plan import load_glossary
    from ..reports.glossary import render
    from .output import write

    write(render(load_glossary(paths)))
    return 0
