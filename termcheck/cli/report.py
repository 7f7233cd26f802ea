"""`termcheck report`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .common import HELP, few_collections, request_options, shared_options

if TYPE_CHECKING:
    from datetime import datetime

    from ..plan import Request
    from ..run import Run

NAME = "termcheck-report.html"


@click.command(
    context_settings=HELP,
    epilog="""\b
Examples:
  termcheck report briefing.txt -o report.html
  termcheck report en.txt --source zh.txt
  termcheck report transcripts/ --split -o report/

\b
Exit codes:
  0  the report is written
  2  could not run: usage, configuration, glossary, unreadable input
  3  a rule crashed; the report holds what the other rules found""",
)
@request_options
@click.option("-o", "--output", metavar="FILE", default=NAME, show_default=True,
              help="Where the report is written; with --split, a folder.")  # fmt: skip
@click.option("-j", "--jobs", type=click.IntRange(min=0), default=0, metavar="N", help="As for check.")
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress on standard error.")
@shared_options
def report(*, request: Request, output: str, jobs: int, quiet: bool) -> int:
    """Make a style report: one HTML file that an editor reads from top to bottom.

    The page works offline and sends nothing anywhere. It holds the texts with every issue in its place, the terms,
    numbers and people in them, and the choices that are left to the editor. PATHS are as for check.
    """
    from ..atomic import require_writable, write_file
    from ..plan import plan
    from ..reports.html import render
    from ..reports.html.view import view
    from ..reports.provenance import provenance
    from ..run import run
    from .output import Progress, encoded

    require_writable(output)
    request = request._replace(studied=True)
    work = plan(request)
    few_collections()
    done = run(work, jobs, progress=Progress(wanted=not quiet))
    made = provenance(request, work, _now())
    write_file(output, encoded(render(view(done, work, made))))
    return _tell(done, output, quiet)


def _tell(done: Run, output: str, quiet: bool) -> int:
    from ..reports.summary import summary
    from .output import say

    for failure in (*done.errors, *done.crashes):
        say(str(failure))
    if not quiet:
        say(f"{summary(done)}: see {output}")
    return 3 if done.crashes else 2 if done.errors else 0


def _now() -> datetime:
    """The time of the report; SOURCE_DATE_EPOCH sets it, so that the same input gives the same bytes."""
    import os
    from datetime import UTC, datetime

    from ..errors import TermcheckError

    given = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return datetime.now(UTC) if given is None else datetime.fromtimestamp(int(given), UTC)
    except (ValueError, OverflowError, OSError):
        raise TermcheckError(f'SOURCE_DATE_EPOCH is "{given}"', hint="seconds since 1970, a whole number") from None
