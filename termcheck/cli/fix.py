"""`termcheck fix`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .check import LEVELS
from .options import HELP, Shared, few_collections, request_options, shared_options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..fixing import Choose, Fixed
    from ..plan import Plan, Request, Task


@click.command(
    context_settings=HELP,
    epilog="""\b
Examples:
  termcheck fix transcripts/
  termcheck fix --unsafe --select term,spelling --diff briefing.txt
  termcheck fix --interactive briefing.txt
  termcheck fix - < briefing.txt > fixed.txt

\b
Exit codes:
  0  nothing at or above --fail-on remains; with --diff: nothing would change
  1  issues remain; with --diff: something would change
  2  could not run, or a file could not be fixed; the others are
  3  a rule crashed""",
)
@request_options
@click.option("--unsafe", is_flag=True, help="Make the fixes too that an editor should look at.")
@click.option("--diff", is_flag=True, help="Show what would change, and change nothing.")
@click.option("-i", "--interactive", is_flag=True, help="Ask for each fix, safe or not, whether it is to be made.")
@click.option("--fail-on", type=click.Choice(LEVELS), default="warning", show_default=True,
              help="The severity from which an issue that remains makes the exit code 1.")  # fmt: skip
@click.option("-j", "--jobs", type=click.IntRange(min=0), default=0, metavar="N", help="As for check.")
@click.option("-q", "--quiet", is_flag=True, help="No summary and no progress on standard error.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 also where issues remain.")
@shared_options
@click.pass_obj
def fix(
    shared: Shared,
    /,
    *,
    request: Request,
    unsafe: bool,
    diff: bool,
    interactive: bool,
    fail_on: str,
    jobs: int,
    quiet: bool,
    exit_zero: bool,
) -> int:
    """Mend texts: make the fixes that no reader could object to, or with --unsafe all.

    A fix that would bring an issue is not made. A file is replaced whole or not at all; all else in it stays byte for
    byte. The text from standard input (-) is written to standard output. PATHS are as for check.
    """
    from functools import partial

    from ..fixing import Wanted, fix_all, watching
    from ..fixing.storing import once
    from ..plan import plan
    from .output import Progress, on_terminal, wants_color

    if interactive and (diff or "-" in request.paths):
        raise click.UsageError("--interactive asks, and writes files: it goes neither with --diff nor with -")
    work = plan(request, on_terminal(not quiet))
    work = work._replace(tasks=once(work.tasks))
    wanted = Wanted(work.setups, watching(request, work), unsafe or interactive)
    colored = wants_color(shared.color)
    if interactive:
        wanted, jobs = wanted._replace(choose=_asked(colored)), 1
    few_collections()
    put = partial(_show, colored) if diff else partial(_write, request.paths)
    found = fix_all(work, wanted, jobs, Progress(not quiet and not interactive, work.tasks))
    done = [put(task, one) for task, one in found]
    _tell(work, done, quiet, unsafe=wanted.unsafe, diff=diff)
    return _code(work, done, "never" if exit_zero else fail_on, diff and not exit_zero)


def _asked(colored: bool) -> Choose:
    """A choice by the person at standard input."""
    from functools import partial

    from .asking import answers
    from .choosing import Choosing
    from .output import write_colored

    show = partial(write_colored, colored=colored)
    return Choosing(show, answers(show))


def _show(colored: bool, _: Task, one: Fixed) -> Fixed:
    """Show what would change in a file."""
    from ..reports.changes import fixes
    from .output import is_terminal, write_colored

    write_colored("".join(fixes(one, exact=not is_terminal())), colored)
    return one


def _write(named: Sequence[str], task: Task, one: Fixed) -> Fixed:
    """Write what a file becomes, that from standard input to standard output; it stays as it is if that cannot be."""
    from ..errors import TermcheckError
    from ..fixing.storing import store
    from ..readers import STDIN
    from .output import write_bytes

    if task.path == STDIN:
        write_bytes(one.after)
    elif one.changed:
        try:
            store(task.path, one.before, one.after, named)
        except TermcheckError as error:
            return one.unchanged(str(error))
    return one


def _tell(work: Plan, done: Sequence[Fixed], quiet: bool, *, unsafe: bool, diff: bool) -> None:
    from ..reports.changes import summary
    from .output import say

    for line in (*work.errors, *(line for one in done for line in (*one.unmade, one.error, *one.crashes) if line)):
        say(str(line))
    if not quiet:
        say(summary(work, done, unsafe=unsafe, shown=diff))


def _code(work: Plan, done: Sequence[Fixed], fail_on: str, diff: bool) -> int:
    if any(one.crashes for one in done):
        return 3
    if work.errors or any(one.error for one in done):
        return 2
    if diff:
        return int(any(one.changed for one in done))
    return int(any(one.fails(fail_on) for one in done))
