"""`termcheck accept`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .options import HELP, Shared, few_collections, shared_options

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from ..accepting import Wanted, Written
    from ..plan import Request

DATE = "%Y-%m-%d"


@click.command(
    context_settings=HELP,
    epilog="""\b
Examples:
  termcheck accept briefing.txt --rule term/spelling --text "opening up" --reason "quoted from the paper"
  termcheck accept --interactive briefing.txt
  termcheck accept --from decisions.yaml         what the style report exports
  termcheck check -f json briefing.txt > report.json
  termcheck accept --from report.json --reason "published before the glossary"
  termcheck accept --baseline archive/           only new faults count from now on

Decisions are written to termcheck-accepted.yaml, a baseline to termcheck-baseline.tsv, beside the configuration or in
the current folder.""",
)
@click.argument("paths", nargs=-1)
@click.option("--rule", default="", metavar="RULE", help="Accept the issues of this rule.")
@click.option("--text", default="", metavar="TEXT", help="Accept only issues at this text.")
@click.option("-i", "--interactive", is_flag=True, help="Ask for each issue whether it is accepted, and why.")
@click.option(
    "--from",
    "given",
    metavar="FILE",
    help="Accept the decisions of a style report, or the open issues of a JSON report; - for standard input.",
)
@click.option("--baseline", is_flag=True, help="Adopt every issue that is open now, so that only new ones count.")
@click.option("--prune", is_flag=True, help="With --baseline: only take out what is gone, adopt nothing new.")
@click.option("--reason", default="", metavar="TEXT", help="Why: for whoever comes next.")
@click.option("--date", type=click.DateTime([DATE]), metavar="YYYY-MM-DD",
              help="The date of the decision; by default today.")  # fmt: skip
@click.option("--doubtful", is_flag=True, help="With --interactive: ask about what is likely but not sure, too.")
@click.option("-g", "--glossary", "glossaries", multiple=True, metavar="PATH", help="As for check.")
@click.option("--no-glossary", is_flag=True, help="As for check.")
@click.option("--source", default="", metavar="FILE", help="As for check.")
@click.option("--encoding", default="", metavar="NAME", help="As for check.")
@click.option("-j", "--jobs", type=click.IntRange(min=0), default=0, metavar="N", help="As for check.")
@shared_options
@click.pass_obj
def accept(
    shared: Shared,
    /,
    *,
    paths: tuple[str, ...],
    rule: str,
    text: str,
    interactive: bool,
    given: str | None,
    baseline: bool,
    prune: bool,
    reason: str,
    date: datetime | None,
    doubtful: bool,
    glossaries: tuple[str, ...],
    no_glossary: bool,
    source: str,
    encoding: str,
    jobs: int,
) -> int:
    """Accept issues, with a reason: they are no longer reported.

    PATHS are the texts whose issues are accepted. Say which with --rule and --text, look at each with --interactive,
    or adopt them all with --baseline. With --from, the issues are those that a file names.
    """
    from datetime import datetime as clock

    from ..accepting import Wanted
    from ..plan import Request

    ways = [bool(given), interactive, baseline, bool(rule) and not interactive]
    if sum(ways) != 1 or bool(paths) == bool(given) or (given and (rule or text)):
        raise click.UsageError("give PATHS with --rule, --interactive or --baseline, or --from with a file")
    if (prune and not baseline) or (baseline and reason):
        raise click.UsageError("--prune goes with --baseline, and --reason does not")
    chosen = () if no_glossary else glossaries or None
    request = Request(paths, shared.config, chosen, [rule] if rule else (), encoding=encoding, source=source)
    day, why = (date or clock.now()).strftime(DATE), " ".join(reason.split())
    few_collections()
    if baseline:
        return _adopt(request, prune, jobs)
    if given:
        return _take(given, request, (why, day), jobs)
    wanted = Wanted(rule, text, doubtful=doubtful or not interactive)
    if interactive:
        return _ask(request, wanted, (why, day), jobs, shared.color)
    return _accept(request, wanted, (why, day), jobs)


def _accept(request: Request, wanted: Wanted, why: tuple[str, str], jobs: int) -> int:
    from ..accepting import accept
    from ..plan import plan

    if not why[0]:
        raise click.UsageError("a decision needs its reason: give it with --reason")
    return _tell(accept(plan(request), wanted, *why, jobs))


def _take(given: str, request: Request, why: tuple[str, str], jobs: int) -> int:
    """Accept what a file names: the decisions of a style report, or the issues of a JSON report."""
    from ..accepting import Report, Wanted, merge, read

    found = read(given)
    if isinstance(found, Report):
        wanted = Wanted(prints=found.prints)
        return _accept(request._replace(paths=[*found.prints], select=found.rules), wanted, why, jobs)
    reason, day = why
    if reason:
        raise click.UsageError("decisions have their own reasons: leave --reason out")
    return _tell(merge(found, request, day))


def _ask(request: Request, wanted: Wanted, why: tuple[str, str], jobs: int, color: str) -> int:
    from functools import partial

    from ..accepting import chosen, decision, keep
    from ..plan import plan
    from ..readers import STDIN
    from .asking import accepted, answers
    from .output import say, wants_color, write_colored

    if STDIN in request.paths:
        raise click.UsageError("the answers come from standard input: a text cannot come from there too")

    show = partial(write_colored, colored=wants_color(color))
    offered, day = why
    found = list(chosen(plan(request), wanted, jobs))
    decided = [(found[n], reason) for n, reason in accepted([one for _, one in found], offered, show, answers(show))]
    written = keep((home.path, decision(one, home, reason, day)) for (home, one), reason in decided)
    if not written:
        say("nothing is accepted" if found else "no open issue")
    return _tell(written)


def _adopt(request: Request, prune: bool, jobs: int) -> int:
    from ..adopting import adopt
    from ..plan import plan
    from .output import Progress, say

    for one in adopt(plan(request), prune, jobs, Progress(wanted=True)):
        say(f"{one.path}: {one.holds} in the baseline, {one.new} of them new; {one.gone} taken out")
    return 0


def _tell(written: Mapping[str, Written]) -> int:
    from ..reports.summary import counted
    from .output import say

    for path, (new, known) in written.items():
        there = f" ({known} of them already)" * bool(known)
        say(f"accepted {counted(new + known, 'issue')} in {path}{there}" if new else f"accepted already in {path}")
    return 0
