"""The commands. No logic lives here; what a command needs is imported when it runs."""

from __future__ import annotations

import click


@click.group()
@click.version_option(package_name="termcheck")
def cli() -> None:
    """Check translated transcripts for terminology and consistency."""


@cli.command()
@click.argument("paths", nargs=-1, required=True)
def check(paths: tuple[str, ...]) -> None:
    """Check texts against the glossary and against themselves."""
    from .engine import check as run
    from .glossary import Glossary
    from .readers import read
    from .rules import RULES

    for path in paths:
        doc = read(path)
        for issue in run(doc, Glossary(), RULES):
            line, column = doc.source.line_col(issue.finding.span.start)
            click.echo(f"{path}:{line}:{column}: {issue.severity} {issue.rule}: {issue.finding.message}")
