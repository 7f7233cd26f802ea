"""`termcheck glossary`."""

from __future__ import annotations

import click

from .common import HELP, Shared, shared_options


@click.group(context_settings=HELP)
def glossary() -> None:
    """Work with glossaries."""


@glossary.command(
    context_settings=HELP,
    epilog="""\b
Example:
  termcheck glossary check glossary/""",
)
@click.argument("paths", nargs=-1, required=True)
@shared_options
def check(paths: tuple[str, ...]) -> int:
    """Validate glossaries, run the examples of their entries, and print statistics.

    PATHS are files or folders; several are read as one, as a check would read them.
    """
    from ..plan import load_glossary
    from ..reports.glossary import render
    from .output import write

    write(render(load_glossary(paths)))
    return 0


@glossary.command(
    context_settings=HELP,
    epilog="""\b
Examples:
  termcheck glossary suggest zh.txt en.txt > candidates.yaml
  termcheck glossary suggest -g glossary/ memory.tmx segments.tsv""",
)
@click.argument("paths", nargs=-1, required=True)
@click.option("-g", "--glossary", "glossaries", multiple=True, metavar="PATH",
              help="A glossary of known terms, in place of the configured ones; repeat for several.")  # fmt: skip
@click.option("-n", "--most", type=click.IntRange(min=0), default=200, show_default=True, metavar="N",
              help="How many candidates are written; 0 for all.")  # fmt: skip
@click.option("--least", type=click.IntRange(min=2), default=2, show_default=True, metavar="N",
              help="In how many sentences a term stands at the least.")  # fmt: skip
@click.option("--encoding", default="", metavar="NAME", help="Of files with no byte order mark; by default UTF-8.")
@click.option("-o", "--output", metavar="FILE", help="Write the entries to a file.")
@shared_options
@click.pass_obj
def suggest(
    shared: Shared,
    /,
    *,
    paths: tuple[str, ...],
    glossaries: tuple[str, ...],
    most: int,
    least: int,
    encoding: str,
    output: str | None,
) -> int:
    """Suggest terms from texts in two languages, as entries to paste into a glossary.

    PATHS are plain texts two by two, each source before its target, or tables and catalogues that hold both languages.
    Phrases that are repeated on both sides, in the same sentences, are written with counts, a score (the
    log-likelihood ratio), the variants seen and two of the sentences. Terms that the glossary has are left out; those
    that the texts render otherwise are listed apart.
    """
    from ..atomic import require_writable, write_file
    from ..plan import Request, first_config, load_glossary
    from ..readers import known_encoding
    from ..reports.suggestions import render
    from ..suggesting import suggest as find
    from .output import Progress, encoded, write

    if output:
        require_writable(output)
    known = load_glossary(first_config(Request(paths, shared.config, glossaries or None)).glossaries)
    text = render(find(paths, known, known_encoding(encoding), least, Progress(wanted=True)), most)
    if output:
        write_file(output, encoded(text))
    else:
        write(text)
    return 0
