"""The commands. No logic lives here; what a command needs is imported when it runs."""

from __future__ import annotations

import importlib
import sys

import click

from .. import __version__

_COMMANDS = {"check": "check"}  # command: the module of this package that holds it


class _Lazy(click.Group):
    """A group that imports a command's module when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f".{_COMMANDS[name]}", __package__), name)
        return command


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="termcheck %(version)s")
def cli() -> None:
    """Check translated transcripts for terminology and consistency."""


def main() -> int:
    """Run the command line; the exit code."""
    from ..errors import TermcheckError

    try:
        return int(cli.main(prog_name="termcheck", standalone_mode=False) or 0)
    except click.UsageError as error:
        print(f"termcheck: {error.format_message()}", file=sys.stderr)
    except TermcheckError as error:
        print(error, file=sys.stderr)
    return 2
