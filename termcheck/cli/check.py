"""`termcheck check`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .options import HELP, Shared, crew_options, few_collections, hired, request_options, shared_options

if TYPE_CHECKING:
    from ..plan import Request
    from ..run import Run

FORMATS = ("text", "pretty", "json", "sarif", "github", "markdown", "csv")
LEVELS = ("error", "warning", "suggestion", "never")


@click.command(
    context_settings=HELP,
    epilog="""\b
Examples:
  termcheck check transcripts/
  termcheck check -g glossary/ --fail-on error briefing.txt
  termcheck check --select term,number/count -f json -o report.json briefing.txt
  cat briefing.txt | termcheck check - --stdin-filename briefing.txt

\b
Exit codes:
  0  nothing at or above --fail-on
  1  issues
  2  could not run: usage, configuration, glossary, unreadable input
  3  a rule crashed; the issues of the other rules are reported""",
)
@request_options
@click.option("-f", "--format", "form", type=click.Choice(FORMATS),
              help="How the issues are shown: by default pretty on a terminal, else text.")  # fmt: skip
@click.option("-o", "--output", metavar="FILE", help="Write the report to a file.")
@click.option("--fail-on", type=click.Choice(LEVELS), default="warning", show_default=True,
              help="The severity from which an issue makes the exit code 1.")  # fmt: skip
@click.option("--doubtful", is_flag=True, help="Show what is likely but not sure, too.")
@click.option("--show-accepted", is_flag=True, help="Show what an editor has accepted, too.")
@crew_options
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress on standard error.")
@click.option("--stats", is_flag=True, help="Show the time and the issues of each rule on standard error.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 also where there are issues.")
@click.option("--print-config", is_flag=True, help="Show the configuration that holds for the first path, and stop.")
@shared_options
@click.pass_obj
def check(
    shared: Shared,
    /,
    *,
    request: Request,
    form: str | None,
    output: str | None,
    fail_on: str,
    doubtful: bool,
    show_accepted: bool,
    jobs: int,
    scheduler: str,
    quiet: bool,
    stats: bool,
    exit_zero: bool,
    print_config: bool,
) -> int:
    """Check texts against the glossary and against themselves.

    PATHS are files, folders or - for standard input. Texts are .txt, .md and .markdown; both languages in one file
    are tables (.tsv, with columns "source" and "target" or "zh" and "en"), .tmx, .xlf, .xliff and .po.
    """
    from ..atomic import require_writable
    from ..plan import plan
    from ..run import run
    from .output import Progress, on_terminal

    if print_config:
        return _print_config(request)
    if output:
        require_writable(output)
    if scheduler:
        request = request._replace(cache=False)  # what this machine keeps is not on the others
    work = plan(request, on_terminal(not quiet))
    few_collections()
    with hired(jobs, scheduler) as crew:
        done = run(work, crew, doubtful, show_accepted, Progress(not quiet, work.tasks))
    _report(done, form, output, shared.color)
    _tell(done, quiet, stats)
    return _code(done, fail_on, exit_zero)


def _report(done: Run, form: str | None, target: str | None, color: str) -> None:
    from ..reports import REPORTS
    from .output import is_terminal, report_to, wants_color

    colored = color == "always" if target else wants_color(color)
    with report_to(target, colored) as stream:
        REPORTS[form or ("pretty" if colored or (not target and is_terminal()) else "text")](done, stream)


def _tell(done: Run, quiet: bool, stats: bool) -> None:
    from ..reports.summary import statistics, summary
    from .output import say

    for failure in (*done.errors, *done.crashes):
        say(str(failure))
    if stats:
        for line in statistics(done).splitlines():
            say(line)
    if not quiet:
        say(summary(done))


def _code(done: Run, fail_on: str, exit_zero: bool) -> int:
    if done.crashes:
        return 3
    if done.errors:
        return 2
    return int(not exit_zero and done.fails(fail_on))


def _print_config(request: Request) -> int:
    from ..config import to_yaml
    from ..plan import first_config
    from .output import write

    write(to_yaml(first_config(request)))
    return 0
