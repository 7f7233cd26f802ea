"""`termcheck accept`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .common import HELP, Shared, shared_options

if TYPE_CHECKING:
    from datetime import datetime

DATE = "%Y-%m-%d"


@click.command(
    context_settings=HELP,
    epilog="""\b
Examples:
  termcheck accept briefing.txt --rule term/spelling --text "opening up" --reason "quoted from the paper"
  termcheck check -f json briefing.txt > report.json
  termcheck accept --from report.json --reason "published before the glossary"

Decisions are written to termcheck-accepted.yaml beside the configuration, or in the current folder.""",
)
@click.argument("paths", nargs=-1)
@click.option("--rule", metavar="RULE", help="Accept the issues of this rule.")
@click.option("--text", metavar="TEXT", help="Accept only issues at this text.")
@click.option("--from", "report", metavar="FILE", help="Accept the open issues of a JSON report.")
@click.option("--reason", required=True, metavar="TEXT", help="Why: for whoever comes next.")
@click.option(
    "--date",
    type=click.DateTime([DATE]),
    metavar="YYYY-MM-DD",
    help="The date of the decision; by default today.",
)
@click.option("-g", "--glossary", "glossaries", multiple=True, metavar="PATH", help="As for check.")
@click.option("--no-glossary", is_flag=True, help="As for check.")
@click.option("--encoding", default="", metavar="NAME", help="As for check.")
@shared_options
@click.pass_obj
def accept(
    shared: Shared,
    /,
    *,
    paths: tuple[str, ...],
    rule: str | None,
    text: str | None,
    report: str | None,
    reason: str,
    date: datetime | None,
    glossaries: tuple[str, ...],
    no_glossary: bool,
    encoding: str,
) -> int:
    """Accept issues, with a reason: they are no longer reported.

    PATHS are the texts whose issues are accepted; say which with --rule and --text, or with --from.
    """
    from datetime import datetime as clock

    from ..accepting import Wanted, read_report
    from ..accepting import accept as write
    from ..plan import Request, plan
    from ..reports.summary import counted
    from .output import say

    if bool(rule) == bool(report) or bool(paths) == bool(report):
        raise click.UsageError("give PATHS with --rule, or --from with a report")
    if not reason.strip():
        raise click.UsageError("a decision needs its reason")
    rules, prints = read_report(report) if report else ([rule or ""], None)
    chosen = () if no_glossary else glossaries or None
    request = Request(paths or tuple(prints or ()), shared.config, chosen, rules, encoding=encoding)
    wanted = Wanted(rule or "", text or "", prints)
    day = (date or clock.now()).strftime(DATE)
    for path, count in write(plan(request), wanted, " ".join(reason.split()), day).items():
        say(f"accepted {counted(count, 'issue')} in {path}" if count else f"accepted already in {path}")
    return 0
