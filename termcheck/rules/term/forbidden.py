"""A form the glossary forbids.

The entry says what to write in its place and why, and how grave it is. A form
that stands inside a longer preferred or allowed one is no fault: the longer
form wins, and a form beside the preferred one in one list, "and" between them,
names another thing. Capitals in the forbidden form must stand in the text too, so that
"National Grid" can be forbidden and "national grid" left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import eq

from ...document import Document
from ...glossary import Forbidden, Term, Use
from ...glossary.letters import REMEMBERED, form_words, in_place_of
from ...glossary.replacing import replacement
from ...lang.position import singular
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule

_AND = frozenset({"and", "or"})


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    for use in ctx.uses(doc):
        if use.kind != "forbidden":
            continue
        first, following = doc.tokens.at(use.span.start), doc.tokens.at(use.span.end)
        if not _is_beside_preferred(doc, use, first, following):
            bad = next(one for one in use.term.forbidden if one.form == use.form)
            want = in_place_of(use.form.strip('"'), doc[use.span], use.term.term)
            span = _with_rest(doc, _with_quotes(doc, use), following, want)
            why = f": {bad.reason}" if bad.reason else ""
            yield Finding(
                span,
                f'write "{want}", not "{doc[span]}"{why}',
                fix=replacement(doc, span, want),
                severity=bad.severity,
                term=use.term.term,
            )


def _is_beside_preferred(doc: Document, use: Use, first: int, following: int) -> bool:
    """Whether the preferred form, number apart, stands in one list with this one: nobody lists a thing twice."""
    words = doc.tokens.words
    follows, leads = first > 0 and words[first - 1] in _AND, following < len(words) and words[following] in _AND
    if not (follows or leads):
        return False
    want = _singulars(use.term.term)
    begin = first - 1 - len(want)
    return (follows and _stand_at(words, begin, want)) or (leads and _stand_at(words, following + 1, want))


def _stand_at(words: Sequence[str], begin: int, singulars: Sequence[str]) -> bool:
    """Whether the words there are these, number apart."""
    stretch = words[begin : begin + len(singulars)] if begin >= 0 else ()
    return len(stretch) == len(singulars) and all(map(eq, map(singular, stretch), singulars))


@lru_cache(maxsize=REMEMBERED)
def _singulars(form: str) -> tuple[str, ...]:
    return tuple(map(singular, form_words(form)))


def _with_quotes(doc: Document, use: Use) -> Span:
    """The use with the quotation mark that its form begins or ends with; those around the whole of it stay."""
    start, end = use.span
    begins, ends = use.form.startswith('"'), use.form.endswith('"')
    start -= begins and not ends and doc.folded[start - 1 : start] == '"'
    end += ends and not begins and doc.folded[end : end + 1] == '"'
    return Span(start, end)


def _with_rest(doc: Document, span: Span, first: int, want: str) -> Span:
    """The span with what follows it, from word `first` on, and ends `want`.

    For "State Grid Company", "National Grid Company" goes whole.
    """
    words = form_words(want)
    following = doc.tokens.words[first : first + len(words) - 1]
    if not following or following[0] not in words:  # as mostly
        return span
    for count in range(len(following), 0, -1):
        last = first + count - 1
        if following[0] == words[-count] and tuple(following[:count]) == words[-count:]:
            linked = all(doc.tokens.linked(index) for index in range(first - 1, last))
            return Span(span.start, doc.tokens.ends[last]) if linked else span
    return span


_GRID = Term("State Grid Corporation of China", forbidden=(Forbidden("National Grid"),))
_SHIELD = Term("ecological shield", forbidden=(Forbidden("green barrier", "another rendering", Severity.WARNING),))
_TICKET = Term("through ticket", forbidden=(Forbidden('"one fare" ticket'), Forbidden("ticket for all")))
_FARE = Term("through fare", forbidden=(Forbidden('"one price"'), Forbidden("whole-way")))

RULE = Rule(
    "term/forbidden",
    "a form the glossary forbids",
    Severity.ERROR,
    check,
    (
        Example(
            "The [[National Grid]] built it.",
            fixed="The State Grid Corporation of China built it.",
            terms=(_GRID,),
        ),
        Example("The State Grid Corporation of China built its national grid.", terms=(_GRID,)),
        Example(
            "A [[green\nbarrier]] and [[Green barriers]].", "An ecological shield and Ecological shields.", (_SHIELD,)
        ),
        Example("Their green barrier reef is no reef.", terms=(_SHIELD._replace(allowed=("green barrier reef",)),)),
        Example("Ecological shields and green barriers, or a green barrier or ecological shield.", terms=(_SHIELD,)),
        Example('They sell [["one fare" tickets]].', fixed="They sell through tickets.", terms=(_TICKET,)),
        Example(
            'A "[[one price]]" system, and a [[whole-way fare]].',
            fixed='A "through fare" system, and a through fare.',
            terms=(_FARE,),
        ),
        Example("They buy a ticket for all-night trains.", terms=(_TICKET, Term("all-night trains"))),
    ),
)
