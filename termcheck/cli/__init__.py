"""The command line. No logic lives here: a command reads its options, calls the rest, and prints."""

from __future__ import annotations

import importlib
import sys

import click

from .. import __version__
from .common import HELP, Shared, shared_options

# Command: the module of this package that holds it, imported when the command is called.
_COMMANDS = {"check": "check"}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f".{_COMMANDS[name]}", __package__), name)
        return command


@click.group(
    cls=_Commands,
    context_settings=HELP,
    epilog="""\b
Examples:
  termcheck init                     a commented configuration and a glossary to begin with
  termcheck check transcripts/       check all texts of a folder
  termcheck explain term/spelling    what a rule finds, with examples""",
)
@click.version_option(__version__, message="termcheck %(version)s")
@shared_options
def cli() -> None:
    """Check translated transcripts: terminology, consistency, numbers."""


def main() -> int:
    """Run the command line and return the exit code. A mistake of the user is one line on standard error."""
    from ..errors import TermcheckError

    try:
        return int(cli.main(prog_name="termcheck", standalone_mode=False, obj=Shared()) or 0)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "termcheck"
        print(f"{command}: {error.format_message()} ({command} --help)", file=sys.stderr)
    except TermcheckError as error:
        print(error if error.path else f"termcheck: {error}", file=sys.stderr)
    return 2
