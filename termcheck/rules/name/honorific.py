"""One person called Mr. in one place and Ms. in another.

The list of speakers and the glossary say which is right; where they are
silent the majority does, and a tie is reported once. A family name alone
counts where the text knows one bearer of it; of labels ("MS. LEE:"), where
nearly all others of that family name agree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ...document import Document
from ...glossary import Person
from ...lang.names import GENDER, family_name
from ...model import Finding, Note, Severity, Span
from ...people import Known, named, people, plain
from ...rule import Context, Example, Rule

_TITLES = {"man": "Mr.", "woman": "Ms."}
_FEW = 5  # a label in so many of its kind is a slip; in fewer it may be a second speaker of that name


class _Call(NamedTuple):
    """A courtesy title at `span` before a folded name, whole or the family name alone, in the text or in a label."""

    name: str
    gender: str
    span: Span
    label: bool


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    known = people(doc, ctx.glossary)
    calls = [*_in_text(doc), *_in_labels(doc)]
    bearers = _bearers(doc, [*known, *(call.name for call in calls if " " in call.name)])
    people_called: dict[str, list[_Call]] = {}
    for call in calls:
        whole = call.name if " " in call.name else bearers.get(call.name, "")
        if whole or call.label:
            people_called.setdefault(whole or call.name, []).append(call)
    for name, group in people_called.items():
        if " " in name or len(group) > _FEW * len(_minority(group)):
            yield from _of_one(group, known.get(name))


def _in_text(doc: Document) -> Iterator[_Call]:
    words, tokens = doc.tokens.words, doc.tokens
    for at in tokens.among(GENDER):
        if named(doc, at):
            whole = at + 2 < len(words) and named(doc, at + 1)
            name = f"{words[at + 1]} {plain(words[at + 2])}" if whole else plain(words[at + 1])
            end = tokens.ends[at] + tokens.gap(at).startswith(".")
            yield _Call(name, GENDER[words[at]], Span(tokens.starts[at], end), label=False)


def _in_labels(doc: Document) -> Iterator[_Call]:
    for turn in doc.turns:
        if turn.label:
            first, _, name = doc.folded[turn.label.start : turn.label.end].rstrip(" :").partition(" ")
            title = first.rstrip(".")
            if title in GENDER and name:
                span = Span(turn.label.start, turn.label.start + len(first))
                yield _Call(" ".join(name.split()), GENDER[title], span, label=True)


def _bearers(doc: Document, wholes: Iterable[str]) -> Mapping[str, str]:
    """The family names that one person of the text bears, with that person's whole name."""
    found: dict[str, str] = {}
    for whole in wholes:
        family = family_name(whole)
        found[family] = whole if found.get(family, whole) == whole else ""
    words = doc.tokens.words
    for at in doc.tokens.among(family for family, whole in found.items() if whole.startswith(f"{family} ")):
        family = words[at]
        if named(doc, at) and f"{family} {plain(words[at + 1])}" not in {found[family], ""}:
            found[family] = ""  # "villager Hu Xiaomei": somebody else may be "Ms. Hu"
    return found


def _of_one(calls: list[_Call], known: Known | None) -> Iterator[Finding]:
    settled = (
        {GENDER[one] for title in known.honorifics if (one := title.lower().rstrip(".")) in GENDER} if known else set()
    )
    if len(settled) == 1:
        wrong = [call for call in calls if call.gender not in settled]
        notes = known.notes() if known else ()
    else:
        wrong = _minority(calls)
        other = next((call for call in calls if call not in wrong), None)
        notes = (Note(other.span, "called so here"),) if other and wrong else ()
    entry = known.entry if known and settled else ""
    for call in wrong:
        right = _TITLES["woman" if call.gender == "man" else "man"]
        yield Finding(call.span, f'the same person is called "{right}" elsewhere', notes, term=entry)


def _minority(calls: list[_Call]) -> list[_Call]:
    """The calls that most others contradict; of a tie the second; none where all agree or opinions are mixed."""
    genders = Counter(call.gender for call in calls)
    if len(genders) < 2:
        return []
    (_, most), (rare, few) = genders.most_common(2)
    if most == few:
        return [next(call for call in calls if call.gender != calls[0].gender)]
    return [call for call in calls if call.gender == rare] if 2 * few <= most else []


_LIST = "Speakers:\n\nMs. Lei Suqin, director of a seed bank\n\nMr. Guo Peiyu, vice minister of agriculture\n\n"
_GUO = Person("Guo Peiyu", "郭培宇", "Mr.")

RULE = Rule(
    "name/honorific",
    "one person called Mr. and Ms.",
    Severity.WARNING,
    check,
    (
        Example(f"{_LIST}Thank you, [[Mr.]] Lei. Ms. Lei Suqin and Mr. Guo will answer."),
        Example("I met [[Ms.]] Guo Peiyu there.", people=(_GUO,)),
        Example("Ms. Jane Doe spoke first. [[Mr.]] Doe, who knows the river, spoke for an hour. Ms. Doe agreed."),
        Example(f"{_LIST}Lei Xiaohu, a farmer, came too: Mr. Lei grows rice. Mrs. Lei Suqin, Dr. Lei, bought it."),
        Example("Mr. Li sold the house to Ms. Li, and Mr. Li moved out."),
    ),
)
