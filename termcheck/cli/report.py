"""`termcheck report`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .options import HELP, few_collections, request_options, shared_options

if TYPE_CHECKING:
    from ..plan import Plan, Request
    from ..reports.html import Report
    from ..run import Run

NAME = "termcheck-report"
LARGE = 40_000_000  # bytes of a page: what a browser opens within two seconds


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
@click.option(
    "-o",
    "--output",
    metavar="PATH",
    help=f"Where the report is written, - for standard output; by default {NAME}.html, or the folder {NAME}.",
)
@click.option("--split", is_flag=True, help="A folder: a page for each document, and an index of them.")
@click.option("-j", "--jobs", type=click.IntRange(min=0), default=0, metavar="N", help="As for check.")
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress on standard error.")
@shared_options
def report(*, request: Request, output: str | None, split: bool, jobs: int, quiet: bool) -> int:
    """Make a style report: one HTML file that an editor reads from top to bottom.

    The page works offline and sends nothing anywhere. It holds the texts with every issue in its place, the terms,
    numbers and people in them, and the choices that are left to the editor. PATHS are as for check.
    """
    from ..plan import plan
    from ..reports.html import view
    from ..reports.provenance import provenance
    from ..run import run
    from .clock import now
    from .output import Progress, on_terminal

    target = output or (NAME if split else f"{NAME}.html")
    _require_place(target, split)
    time = now()
    request = request._replace(studied=True)
    work = plan(request, on_terminal(not quiet))
    _require_no_text(target, work)
    few_collections()
    done = run(work, jobs, progress=Progress(not quiet, work.tasks))
    if done.files:
        made = view(done, work, provenance(request, work, time))
        (_write_pages if split else _write_page)(made, target)
    return _tell(done, target, quiet)


def _require_place(target: str, split: bool) -> None:
    """Raise TermcheckError, before any work is done, where the report surely cannot be written."""
    import os

    from ..atomic import require_writable
    from ..errors import TermcheckError

    if split and target == "-":
        raise click.UsageError("--split makes several files: give a folder with -o")
    if split and os.path.exists(target) and not os.path.isdir(target):
        raise TermcheckError("is a file", target, hint="with --split, -o names a folder")
    if split and os.path.isdir(target):
        require_writable(os.path.join(target, "index.html"))
    elif os.path.isdir(target):
        raise TermcheckError("is a folder", target, hint="--split makes several files in it")
    elif target != "-":
        require_writable(target)


def _require_no_text(target: str, work: Plan) -> None:
    """Raise TermcheckError where the report would take the place of what it is about."""
    import os

    from ..errors import TermcheckError

    texts = {os.path.realpath(path) for task in work.tasks for path in (task.path, task.source) if path}
    if target != "-" and os.path.realpath(target) in texts:
        raise TermcheckError("is one of the texts, and not the place for a report", target)


def _write_page(made: Report, target: str) -> None:
    from ..atomic import write_file
    from ..reports.html import render
    from .output import encoded, say, write

    text = render(made)
    if target == "-":
        write(text)
    else:
        data = encoded(text)
        write_file(target, data)
        if len(data) > LARGE:
            say(f"{target} has {len(data) / 1e6:.0f} MB, which opens slowly (--split makes a page for each document)")


def _write_pages(made: Report, folder: str) -> None:
    import os

    from ..atomic import write_file
    from ..errors import TermcheckError
    from ..reports.html import split, stale
    from .output import encoded, say

    try:
        os.makedirs(folder, exist_ok=True)
        for name, text in split(made):
            write_file(os.path.join(folder, name), encoded(text))
        for name in stale(made, folder):
            os.unlink(os.path.join(folder, name))
            say(f"{os.path.join(folder, name)}: removed, a page of an earlier report")
    except OSError as error:
        raise TermcheckError(error.strerror or "cannot be written", error.filename or folder) from None


def _tell(done: Run, target: str, quiet: bool) -> int:
    from ..reports.summary import summary
    from .output import say

    for failure in (*done.errors, *done.crashes):
        say(str(failure))
    if not quiet:
        say(summary(done) + f": see {target}" * (target != "-" and bool(done.files)))
    return 3 if done.crashes else 2 if done.errors else 0
