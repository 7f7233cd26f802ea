"""What a text makes of the glossary: each term with the forms it is written in, and the source terms that it lacks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from ..definitions import definitions
from ..document import Bitext, Document
from ..glossary import Term
from ..model import Span
from ..place import Located
from ..rule import Context
from .lacking import Lacking, lacking
from .spots import Spot, spot
from .term_places import Kind, Place, places, resting

State = Literal["wrong", "doubtful", "varied", "right"]

_WRONG: frozenset[Kind] = frozenset({"variant", "forbidden"})
_ORDER: tuple[Kind, ...] = ("forbidden", "variant", "preferred", "allowed", "abbreviation")
_STATES: tuple[State, ...] = ("wrong", "doubtful", "varied", "right")
_LINES = 10  # places shown of a form that is right
_FEW = 2  # and in a text that has very many terms
_ALL = 1200  # places shown of all such forms, about
_LACKING = 60  # source terms with no use that are shown


class Line(NamedTuple):
    """A place of a form, with the number of the issue there, None where there is none."""

    spot: Spot
    issue: int | None = None


class WrittenForm(NamedTuple):
    """A way in which the text writes a term, `times` times.

    "variant" is one that the glossary does not know. `lines` are all places of
    a wrong form, and the first of another; `why` is the glossary's reason
    against a forbidden one.
    """

    text: str
    kind: Kind
    inflected: bool
    times: int
    lines: tuple[Line, ...]
    why: str = ""


class Used(NamedTuple):
    """An entry of the glossary that the text uses; the wrong forms come first.

    `state` is "varied" where the text has several forms that are all right.
    `issues` are those that rest on the entry and stand at no form of it;
    `defined` is where the text first says what the abbreviation is short for.
    """

    term: Term
    state: State
    forms: tuple[WrittenForm, ...]
    issues: tuple[int, ...] = ()
    defined: Spot | None = None

    @property
    def times(self) -> int:
        """How often the text uses the term in any form."""
        return sum(form.times for form in self.forms)


class Terms(NamedTuple):
    """The entries a text uses, those that need an editor first, then by frequency; `known` are all of the glossary.

    `lacking` are the most frequent of the `lacks` source terms that have no form here.
    """

    used: tuple[Used, ...] = ()
    lacking: tuple[Lacking, ...] = ()
    lacks: int = 0
    known: int = 0


class _Text(NamedTuple):
    doc: Document
    issues: Sequence[Located]
    lines: int  # places shown of a form that is right


def terms(doc: Document, bitext: Bitext | None, ctx: Context, issues: Sequence[Located]) -> Terms:
    """The terms of a text, and of its source where there is one."""
    rest = resting(issues)
    standing = places(doc, bitext, ctx, issues, rest)
    text = _Text(doc, issues, max(_FEW, min(_LINES, _ALL // max(1, len(standing)))))
    entries = ((ctx.glossary.named(name), name, some) for name, some in standing.items())
    used = [_used(text, term, some, rest.get(name, ())) for term, name, some in entries if term]
    gravest = {name: max(issues[n].issue.severity for n in numbers) for name, numbers in rest.items()}
    used.sort(key=lambda one: (_STATES.index(one.state), -gravest.get(one.term.term, 0), -one.times))
    lost = list(lacking(bitext, ctx, rest)) if bitext else []
    return Terms(tuple(_defined(doc, used)), tuple(lost[:_LACKING]), len(lost), len(ctx.glossary.terms))


def _used(text: _Text, term: Term, standing: Sequence[Place], rest: Sequence[int]) -> Used:
    groups: dict[tuple[str, Kind, bool], list[Place]] = defaultdict(list)
    for place in standing:
        groups[place.form, place.kind, place.inflected].append(place)
    why = {bad.form: bad.reason for bad in term.forbidden}
    forms = [_form(text, group, why.get(form, "")) for (form, _, _), group in groups.items()]
    forms.sort(key=lambda form: (not _is_open(form, text.issues), _ORDER.index(form.kind), -form.times))
    at_forms = {place.issue for place in standing}
    state = _state(standing, [text.issues[n] for n in rest])
    return Used(term, state, tuple(forms), tuple(n for n in rest if n not in at_forms))


def _form(text: _Text, group: Sequence[Place], why: str) -> WrittenForm:
    """The form of some places, in the letters that most of them have where it is inflected."""
    first, written = group[0], group[0].form
    if first.inflected:
        written, _ = Counter(" ".join(text.doc[place.span].split()) for place in group).most_common(1)[0]
    shown = group if first.kind in _WRONG else group[: text.lines]
    lines = (Line(spot(text.doc, place.span), place.issue) for place in shown)
    return WrittenForm(written, first.kind, first.inflected, len(group), tuple(lines), why)


def _is_open(form: WrittenForm, issues: Sequence[Located]) -> bool:
    return any(line.issue is not None and issues[line.issue].issue.status == "open" for line in form.lines)


def _state(standing: Sequence[Place], rest: Sequence[Located]) -> State:
    """What an editor has to know of a term first: open issues, then doubtful ones, then several forms."""
    still = [one.issue.finding.doubtful for one in rest if one.issue.status == "open"]
    if still:
        return "doubtful" if all(still) else "wrong"
    right = {place.form for place in standing if place.kind in {"preferred", "allowed"}}
    return "varied" if len(right) > 1 else "right"


def _defined(doc: Document, used: Sequence[Used]) -> Iterator[Used]:
    """The entries, with the place where the text first says what an abbreviation in use is short for."""
    short = {one.term.abbreviation for one in used if any(form.kind == "abbreviation" for form in one.forms)}
    first: dict[str, Span] = {}
    for found in definitions(doc) if short else ():
        first.setdefault(found.short, found.short_span)
    for one in used:
        span = first.get(one.term.abbreviation) if one.term.abbreviation in short else None
        yield one._replace(defined=spot(doc, span)) if span else one
