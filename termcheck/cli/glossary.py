"""`termcheck glossary`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .options import HELP, Shared, names, shared_options

if TYPE_CHECKING:
    from ..adding import Change
    from ..glossary.written import Tree

KINDS = ("project", "policy", "place", "organisation", "person", "figure", "phrase", "product")
CASES = ("exact", "sentence")
LEVELS = ("error", "warning", "suggestion")


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


def _filled(ctx: click.Context, param: click.Parameter, value: str | tuple[str, ...] | None) -> object:
    """The text or texts of an option; an empty one is a mistake."""
    if any(text is not None and not text.strip() for text in (value if isinstance(value, tuple) else (value,))):
        raise click.BadParameter("an empty text")
    return value


@glossary.command(
    context_settings=HELP,
    epilog="""\b
Examples:
  termcheck glossary add "State Grid Corporation of China" --source 国家电网有限公司 --abbreviation SGCC
  termcheck glossary add "Bay Area Rail Plan" --kind policy --forbidden "Bay Rail Scheme: another plan"
  termcheck glossary add "green bond" --case sentence --allowed "green bonds" -g glossary/economy.yaml --diff""",
)
@click.argument("preferred", metavar="TERM", callback=_filled)
@click.option("--source", multiple=True, callback=_filled, metavar="TEXT", help="A name of it in the source language.")
@click.option("--abbreviation", callback=_filled, metavar="FORM", help="Its abbreviation.")
@click.option("--kind", type=click.Choice(KINDS), help="What it is.")
@click.option("--case", type=click.Choice(CASES),
              help="exact: a name; sentence: a capital only where a sentence begins.")  # fmt: skip
@click.option("--no-inflect", is_flag=True, help="A plural or possessive is no use of it.")
@click.option("--allowed", multiple=True, callback=_filled, metavar="FORM", help="Another form that is right.")
@click.option("--forbidden", multiple=True, callback=_filled, metavar="FORM",
              help='A form to strike out: "FORM" or "FORM: reason".')  # fmt: skip
@click.option("--reason", callback=_filled, metavar="TEXT", help="Why, for the forbidden forms with no other reason.")
@click.option("--severity", type=click.Choice(LEVELS), help="How grave the forbidden forms are.")
@click.option("--parts", multiple=True, callback=names, metavar="FIGURES",
              help="What the figures of a code name stand for: 3,3,6,18.")  # fmt: skip
@click.option("--note", callback=_filled, metavar="TEXT", help="For whoever reads the glossary.")
@click.option("--authority", callback=_filled, metavar="TEXT", help="Where the wording comes from.")
@click.option("--example", "examples", multiple=True, callback=_filled, metavar="TEXT",
              help="A text in which [[ ]] marks what must be found.")  # fmt: skip
@click.option("-g", "--glossary", "glossaries", multiple=True, metavar="PATH",
              help="The file it goes into, or the folder, in place of the configured ones.")  # fmt: skip
@click.option("--diff", "--dry-run", "dry", is_flag=True, help="Show the change only; write nothing.")
@shared_options
@click.pass_obj
def add(
    shared: Shared,
    /,
    *,
    preferred: str,
    forbidden: tuple[str, ...],
    reason: str | None,
    severity: str | None,
    no_inflect: bool,
    glossaries: tuple[str, ...],
    dry: bool,
    **given: str | tuple[str, ...] | None,
) -> int:
    """Add a term to a glossary, or what its entry there lacks.

    TERM is the form to write. Options that take a FORM or a TEXT may be repeated where an entry has a list. Comments,
    order and every other line of the file stay as they are. Of several files the one that has the term is taken, else
    the one whose entries are of its --kind. What contradicts the glossary is told, and nothing is written.
    """
    from ..adding import add as change
    from ..adding import term
    from ..plan import Request, first_config

    if (reason or severity) and not forbidden:
        raise click.UsageError("--reason and --severity go with --forbidden")
    values: dict[str, Tree] = {"term": preferred, **{key: value for key, value in given.items() if value}}
    values |= {"inflect": "no"} if no_inflect else {}
    values |= {"forbidden": [_forbidden(form, reason, severity) for form in forbidden]} if forbidden else {}
    new = term(values)
    return _write(new.term, change(new, glossaries, first_config(Request(["."], shared.config))), dry, shared.color)


def _forbidden(text: str, reason: str | None, severity: str | None) -> dict[str, str]:
    form, _, own = text.partition(": ")
    values = {"form": form, "reason": own.strip() or reason, "severity": severity}
    return {key: value for key, value in values.items() if value}


def _write(name: str, made: Change, dry: bool, color: str) -> int:
    from ..adding import write as write_down
    from ..reports.changes import diff
    from .output import is_terminal, say, wants_color, write_colored

    place = f"{made.path}:{made.line}"
    if made.before == made.after:
        say(f'{place}: "{name}" has all of this already')
    elif dry:
        write_colored("".join(diff(made.path, made.before, made.after, exact=not is_terminal())), wants_color(color))
    else:
        write_down(made)
        say(f'{place}: added "{name}"' + f", its {', '.join(made.keys)}" * bool(made.keys))
    return 0


@glossary.command(
    "format",
    context_settings=HELP,
    epilog="""\b
Examples:
  termcheck glossary format glossary/
  termcheck glossary format --check glossary/""",
)
@click.argument("paths", nargs=-1, required=True)
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where a file is not in this form.")
@shared_options
def format_(paths: tuple[str, ...], check: bool) -> int:
    """Write glossaries in one form: entries by their term, keys in order, lists on one line where they fit.

    PATHS are files or folders. Comments stay with what they stand above or end; blank lines go.
    """
    from ..atomic import rewrite_file
    from ..glossary.sources import glossary_files, text_of
    from ..glossary.written import tidied
    from .output import say

    texts = {path: text_of(path) for path in glossary_files(paths)}
    tidy = {path: tidied(text, path) for path, text in texts.items()}
    others = [path for path in texts if texts[path] != tidy[path]]
    for path in others:
        if not check:
            rewrite_file(path, texts[path].encode("utf-8"), tidy[path].encode("utf-8"))
        say(f"{path}: not in canonical form" if check else f"formatted {path}")
    return int(check and bool(others))
