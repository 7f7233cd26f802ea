"""`termcheck archive`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .check import LEVELS
from .options import HELP, archive_options, crew_options, few_collections, hired, shared_options

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..archiving import Inquiry
    from ..archiving.folder import Folder
    from ..plan import Request
    from ..pool.crew import Crew
    from ..reports.archive.making import Compared

_TOLD = 20  # files that could not be read, which are named; the file of issues has all


@click.command(
    context_settings=HELP,
    epilog="""\b
Examples:
  termcheck archive press/ -o found/
  termcheck archive press/ -o found/ --resume          go on with a run that was stopped
  termcheck archive press/ -o found/ --select corpus   compare texts only, which is quicker
  termcheck archive press/ -o found/ --tables parquet --scheduler tcp://10.0.0.1:8786

\b
Exit codes:
  0  nothing at or above --fail-on
  1  issues in texts, or between them
  2  could not run: usage, configuration, glossary, unreadable input
  3  a rule crashed; what the other rules found is written""",
)
@archive_options
@click.option("-o", "--output", required=True, metavar="DIR",
              help="A new folder, for issues.jsonl, the tables, archive.sqlite and archive.html.")  # fmt: skip
@click.option("--resume", is_flag=True, help="Go on with the run in DIR: texts that are done are not read again.")
@click.option("--tables", "form", type=click.Choice(["csv", "parquet"]), default="csv", show_default=True,
              help="How tables are written; parquet needs termcheck[parquet].")  # fmt: skip
@click.option("--fail-on", type=click.Choice(LEVELS), default="warning", show_default=True,
              help="The severity from which an issue makes the exit code 1.")  # fmt: skip
@click.option("--doubtful", is_flag=True, help="Write what is likely but not sure into issues.jsonl, too.")
@crew_options
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress on standard error.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 also where there are issues.")
@shared_options
def archive(
    *,
    request: Request,
    output: str,
    resume: bool,
    form: str,
    fail_on: str,
    doubtful: bool,
    jobs: int,
    scheduler: str,
    quiet: bool,
    exit_zero: bool,
) -> int:
    """Check an archive of any size, and compare its texts with one another.

    PATHS are files and folders. Each text is checked as by check; the rules of the family corpus then find what one
    text says otherwise than another. The configuration of the first path, or that of --config, holds for all texts.
    Everything goes into a folder, and is written while the run goes on.
    """
    from ..archiving import opened_folder, prepared
    from ..reports.archive.making import make
    from ..reports.archive.writing import Files
    from .clock import now
    from .output import on_terminal

    files, time = Files(output, form), now()
    files.require()
    inquiry = prepared(request._replace(cache=request.cache and not scheduler), doubtful, on_terminal(not quiet))
    few_collections()
    with hired(jobs, scheduler) as crew, opened_folder(output, inquiry.manner, resume) as folder:
        told = _read(inquiry, folder, crew, quiet)
        on_terminal(not quiet)(f"{folder.tally.files:,} texts are read, and compared now")
        made = make(inquiry, folder, files, time)
    return _end(made, told, output, quiet, lambda: int(not exit_zero and made.fails(fail_on)))


def _read(inquiry: Inquiry, folder: Folder, crew: Crew | int, quiet: bool) -> list[str]:
    """Read the texts; what went wrong with the first of those that failed."""
    from functools import partial

    from ..archiving import read_texts
    from ..reports.json import lines
    from .output import Progress

    progress = Progress(not quiet, begun_at=folder.tally.files)
    total = inquiry.total() if progress.wanted else 0
    search, told = inquiry.search(), list[str]()
    for done, complaints in read_texts(inquiry, folder, crew, partial(lines, doubtful=inquiry.doubtful), search):
        told += complaints[: _TOLD - len(told)]
        progress(done, total)
    return [*search.errors, *told]


def _end(made: Compared, told: list[str], output: str, quiet: bool, code: Callable[[], int]) -> int:
    from .output import say

    for failure in (*told, *made.crashes):
        say(str(failure))
    if not quiet:
        say(made.summary(output))
    if made.tally.crashed or made.crashes:
        return 3
    return 2 if made.tally.unread or told else code()
