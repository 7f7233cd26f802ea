"""What the commands share: the options every one of them takes, and how these are read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

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
