"""`termcheck explain`."""

from __future__ import annotations

import click

from .options import HELP, shared_options


@click.command(
    context_settings=HELP,
    epilog="""\b
Example:
  termcheck explain term/forbidden""",
)
@click.argument("rule")
@shared_options
def explain(rule: str) -> int:
    """Say what a rule finds and why, with its options and examples.

    RULE is a name as "termcheck rules" lists them.
    """
    from ..config import known_name
    from ..reports.about import everything
    from ..reports.explain import explain as text
    from .output import write

    write(text(everything()[known_name(rule)]))
    return 0
