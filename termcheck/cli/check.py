"""`termcheck check`."""

from __future__ import annotations

import sys

import click


@click.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("-g", "--glossary", "glossaries", multiple=True, metavar="PATH", help="A glossary: file or folder.")
@click.option("--no-glossary", is_flag=True, help="Check with no glossary.")
@click.option("-f", "--format", "form", default="text", help="text or json.")
@click.option("--doubtful", is_flag=True, help="Show doubtful issues too.")
def check(paths: tuple[str, ...], glossaries: tuple[str, ...], no_glossary: bool, form: str, doubtful: bool) -> int:
    """Check texts against the glossary and against themselves."""
    from pathlib import Path

    from ..engine import Setup, examine, gather
    from ..glossary import Glossary
    from ..model import Severity
    from ..readers import read
    from ..reports import REPORTS
    from ..rules import RULES

    names = [] if no_glossary else [*glossaries] or ["glossary"] * any(Path("glossary").glob("*.yaml"))
    loaded = Glossary()
    if names:
        from ..glossary.load import load

        loaded = load([Path(name) for name in names])
    setup = Setup([rule for rule in RULES if rule.default], loaded)
    run = gather((examine(read(path), setup) for path in paths), setup.rules, doubtful)
    REPORTS[form](run, sys.stdout)
    for crash in run.crashes:
        print(f"rule {crash.rule} crashed on {crash.path}: {crash.error}", file=sys.stderr)
    if run.crashes:
        return 3
    return int(run.count(Severity.ERROR) + run.count(Severity.WARNING) > 0)
