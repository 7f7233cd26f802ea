"""`termcheck rules`."""

from __future__ import annotations

import click

from .options import HELP, shared_options


@click.command(context_settings=HELP)
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@shared_options
def rules(form: str) -> int:
    """List the rules.

    Each with its name, its severity, whether it is on by default, and what it finds.
    """
    from ..reports.about import as_json, table
    from .output import write

    write(as_json() if form == "json" else table())
    return 0
