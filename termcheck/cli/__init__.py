"""The command line. No logic lives here: a command reads its options, calls the rest, and prints."""

from __future__ import annotations

import importlib
from typing import Any

import click

from .. import __version__
from ..errors import TermcheckError, did_you_mean
from .options import HELP, Shared, shared_options
from .output import say

# Each stands in a module of its own name, which is imported when the command is called.
_COMMANDS = ("check", "fix", "report", "archive", "accept", "explain", "rules", "glossary", "init")


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in _COMMANDS:
            return None
        command: click.Command = getattr(importlib.import_module(f".{name}", __package__), name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in _COMMANDS and not args[0].startswith("-"):
            near = did_you_mean(args[0], _COMMANDS)
            ctx.fail(f'there is no command "{args[0]}"' + (f" ({near})" if near else ""))
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            ctx.exit(130)  # as the shell reports a program that Ctrl-C ended; click would print a blank line


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
    try:
        return int(cli.main(prog_name="termcheck", standalone_mode=False, obj=Shared()) or 0)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else "termcheck"
        say(f"{command}: {error.format_message().rstrip('.')} (see {command} --help)")
    except TermcheckError as error:
        say(str(error) if error.placed else f"termcheck: {error}")
    return 2
