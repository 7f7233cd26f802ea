"""A listed person called by a title that is not theirs.

The list of speakers and the glossary say who is mayor and who is vice mayor.
A title before the name ("Mayor Li Na") or in apposition after it ("Li Na,
mayor of ...") contradicts them when its head is the same and it makes a deputy
a chief or a chief a deputy, and so does an office before the whole name that
the list does not give the person at all ("Governor Li Na"; of a party post or
a chair, which lists leave out, it is doubtful). Shortened titles ("Vice Mayor" for an executive
vice mayor), capitals by position, other offices of the same person and titles
of another time ("then Vice Mayor") are right. Two lists of one transcript that
give a person different offices are reported at the second.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...document import Document
from ...glossary import Person
from ...lang.function_words import FUNCTION_WORDS
from ...lang.offices import MAIN, Office, contradicts, is_foreign, offices
from ...lang.words import words_of
from ...model import Finding, Listed, Note, Severity, Span
from ...people import Known, mentions, people, title_before
from ...rule import Context, Example, Rule
from ...text import fold

_JOINS = frozenset("and a an executive first".split())
# Words of a title after the name that are read: "member of the Standing Committee of ... and vice governor".
_AFTER = 24


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    yield from _two_lists(doc)
    for first, last, person in mentions(doc, people(doc, ctx.glossary)):
        settled = _settled(person.titles)
        before = list(title_before(doc, first))
        for office in [*before, *(_title_after(doc, last) if last > first else ())]:
            if contradicts(office, settled):
                yield _finding(doc, office, person)
            elif office in before and last > first and is_foreign(office, settled):
                sure = person.place is not None and office.head in MAIN
                yield _finding(doc, office, person)._replace(doubtful=not sure)


def _finding(doc: Document, office: Office, person: Known) -> Finding:
    right = next(
        (title for title in person.titles if office.head in {one.head for one in _settled((title,))}), person.titles[0]
    )
    span = Span(doc.tokens.starts[office.first], doc.tokens.ends[office.last])
    message = f'{person.name} is "{right}", not "{doc[span]}"'
    return Finding(span, message, person.notes(), term=person.entry)


@cache
def _settled(titles: tuple[str, ...]) -> tuple[Office, ...]:
    return tuple(office for title in titles for office in offices(words_of(fold(title))))


def _title_after(doc: Document, name: int) -> Iterator[Office]:
    """The titles in apposition: "Li Na, vice mayor of ..."; not a list that goes on, nor the next person's title."""
    tokens = doc.tokens
    last = name + 1
    if last >= len(tokens) or tokens.gap(name).strip() != "," or doc.text[tokens.starts[last]].isupper():
        return
    if tokens.words[last] in FUNCTION_WORDS - {"a", "an"}:
        return
    while last < len(tokens) and last - name <= _AFTER and not set(tokens.gap(last - 1)) & set('.;:?!"'):
        last += 1
    yield from _apposed(doc, name + 1, last)


def _apposed(doc: Document, first: int, last: int) -> Iterator[Office]:
    tokens = doc.tokens
    for office in offices(tokens.words[first:last]):
        at = office._replace(first=first + office.first, last=first + office.last)
        following = tokens.words[at.last + 1 : at.last + 2]
        if following in (["of"], ["for"], ["at"]) and (at.first == first or tokens.words[at.first - 1] in _JOINS):
            yield at


def _two_lists(doc: Document) -> Iterator[Finding]:
    first: dict[tuple[int, str], Listed] = {}
    for one in doc.roster:
        before = first.setdefault((doc.event_at(one.name_span.start), one.name.casefold()), one)
        here, there = _settled((one.title,)), _settled((before.title,))
        differ = {office.head for office in here}.isdisjoint(office.head for office in there)
        if here and there and (differ or any(contradicts(office, there) for office in here)):
            note = Note(before.title_span, f'"{before.title}" in the list above')
            yield Finding(one.title_span, f"{one.name} has another office in the list above", (note,), choice=True)


_LIST = "Speakers:\n\nMs. Li Na, mayor of Xian\n\nMr. Guo Wen, executive vice mayor of Xian\n\n"
_GUO = Person("Guo Wen", "郭文", titles=("deputy director of the Grain Bureau",))

RULE = Rule(
    "name/title",
    "a title that is not the person's",
    Severity.WARNING,
    check,
    (
        Example(f"{_LIST}I invite [[Mayor]] Guo Wen to answer, and [[Vice Mayor]] Li."),
        Example(f"{_LIST}With us is Guo Wen, [[mayor]] of Xian."),
        Example(f"{_LIST}As [[Governor]] Li Na said, and as Ambassador Lina Baker said."),
        Example(f"{_LIST}As [[Secretary]] Li Na said, ports matter.", doubtful=True),
        Example("The report of [[Director]] Guo Wen is out.", people=(_GUO,)),
        Example("Speakers:\n\nLi Na, deputy head of Roads\n\nSpeakers:\n\nLi Na, [[head of Roads]]\n"),
        Example(
            f"{_LIST}Vice Mayor Guo Wen, Mayor Li, and Guo Wen, vice mayor of Xian, came. Professor Guo Wen spoke."
        ),
        Example(f"{_LIST}Then Mayor Guo Tao, the former mayor, met Li Na, Vice Mayor Guo Wen, and the mayor of Bern."),
        Example(f"{_LIST}In 2010 then Vice Mayor Li Na, a vice mayor's daughter, moved here."),
    ),
)
