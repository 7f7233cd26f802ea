"""`termcheck init`."""

from __future__ import annotations

import os

import click

from .options import HELP, shared_options

FILES = {"termcheck.yaml": "termcheck.yaml", "terms.yaml": os.path.join("glossary", "terms.yaml")}


@click.command(
    context_settings=HELP,
    epilog="""\b
Example:
  termcheck init && termcheck check transcripts/""",
)
@click.argument("folder", default=".", metavar="[FOLDER]")
@click.option("--force", is_flag=True, help="Overwrite the files that are there.")
@shared_options
def init(folder: str, force: bool) -> int:
    """Write a commented termcheck.yaml and a glossary to begin with.

    Files that are there already are left as they are.
    """
    from .. import starter
    from ..atomic import write_file
    from .output import write

    for name, target in FILES.items():
        path = os.path.normpath(os.path.join(folder, target))
        if os.path.exists(path) and not force:
            write(f"kept {path} (--force overwrites it)\n")
            continue
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        write_file(path, starter.read(name))
        write(f"wrote {path}\n")
    return 0
