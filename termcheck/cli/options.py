"""What the commands share: the options every one of them takes, and how these are read."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import reduce, wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

if TYPE_CHECKING:
    from ..pool.crew import Crew

_ALLOCATIONS = 100_000  # values made before the collector looks for cycles: rules make many values and no cycles
HELP = {"help_option_names": ["-h", "--help"], "max_content_width": 110}

Command = TypeVar("Command", bound=Callable[..., Any])


class Shared:
    """The options that may stand before or after the name of the command."""

    config = ""
    color = "auto"


def _keep(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    if value is not None:
        setattr(ctx.find_root().obj, str(param.name), value)


def shared_options(command: Command) -> Command:
    """Add ``--config`` and ``--color`` to a command; their values go to the `Shared` of the run."""
    config = click.option(
        "--config", metavar="FILE", expose_value=False, callback=_keep, help="The configuration of all files."
    )
    color = click.option(
        "--color",
        type=click.Choice(["auto", "always", "never"]),
        expose_value=False,
        callback=_keep,
        help="Colours: on a terminal, always or never.",
    )
    return config(color(command))


def names(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """The names of an option that is repeatable and takes commas."""
    return tuple(name.strip() for part in value for name in part.split(",") if name.strip())


def few_collections() -> None:
    """Set the garbage collector for a check: what is loaded by now stays, and processes share it."""
    gc.freeze()
    gc.set_threshold(_ALLOCATIONS)
    gc.enable()


def crew_options(command: Command) -> Command:
    """Add ``--jobs`` and ``--scheduler``, which say who does the work: see `hired`."""
    jobs = click.option("-j", "--jobs", type=click.IntRange(min=0), default=0, metavar="N",
                        help="Processes, for files or for the parts of large tables: 1 for this one alone; 0, the "
                        "default, for one for each 200 kB, up to the number of processors.")  # fmt: skip
    scheduler = click.option("--scheduler", default="", metavar="ADDRESS",
                             help="In place of processes, the workers of the Dask scheduler at tcp://HOST:PORT; they "
                             "must have the same termcheck and see the same files.")  # fmt: skip
    return jobs(scheduler(command))


def hired(jobs: int, scheduler: str) -> AbstractContextManager[Crew | int]:
    """Who does the work, for as long as there is some."""
    if not scheduler:
        return nullcontext(jobs)
    from ..pool.cluster import dask

    return dask(scheduler)


_BEFORE = (
    click.argument("paths", nargs=-1, required=True),
    click.option("-g", "--glossary", "glossaries", multiple=True, metavar="PATH",
                 help="A glossary, file or folder, in place of the configured ones; repeat for several."),
    click.option("--no-glossary", is_flag=True, help="Check with no glossary."),
)  # fmt: skip
_SOURCE = click.option("--source", default="", metavar="FILE", help="The text that the only path translates.")
_RULES = (
    click.option("--select", multiple=True, callback=names, metavar="RULES",
                 help="Only these rules or families: repeat, or separate by commas."),
    click.option("--ignore", multiple=True, callback=names, metavar="RULES", help="Not these rules or families."),
    click.option("--encoding", default="", metavar="NAME", help="Of files with no byte order mark; by default UTF-8."),
)  # fmt: skip
_STDIN = click.option("--stdin-filename", default="", metavar="PATH",
                      help="What the text from standard input (-) is called.")  # fmt: skip
_AFTER = (
    click.option("--baseline", default="", metavar="FILE",
                 help="Issues that count as accepted, in place of the configured termcheck-baseline.tsv."),
    click.option("--no-cache", is_flag=True, help="Neither read nor write the cache folder."),
)  # fmt: skip


def request_options(command: Command) -> Command:
    """Add what says which texts are checked, and how; the command gets it as one `request` (see `plan.Request`)."""
    return _with_request(command, (*_BEFORE, _SOURCE, *_RULES, _STDIN, *_AFTER))


def archive_options(command: Command) -> Command:
    """Add the same for texts without number, where nothing can be said of a single one."""
    return _with_request(command, (*_BEFORE, *_RULES, *_AFTER))


def _with_request(command: Command, options: Sequence[Callable[[Any], Any]]) -> Command:
    @wraps(command)
    def call(*args: Any, **given: Any) -> Any:
        from ..plan import Request

        glossaries = given.pop("glossaries")
        request = Request(
            given.pop("paths"),
            click.get_current_context().find_root().obj.config,
            () if given.pop("no_glossary") else glossaries or None,
            given.pop("select"),
            given.pop("ignore"),
            given.pop("encoding"),
            given.pop("stdin_filename", ""),
            not given.pop("no_cache"),
            given.pop("source", ""),
            baseline=given.pop("baseline"),
        )
        return command(*args, request=request, **given)

    return cast(Command, reduce(lambda made, option: option(made), reversed(options), call))
