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
    from .output import write

    loaded = load_glossary(paths)
    write(f"{len(loaded.terms)} terms, {len(loaded.people)} people, {len(loaded.facts)} facts\n")
    return 0
