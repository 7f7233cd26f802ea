"""A settled name in another spelling.

The list of speakers and the glossary settle how a name is written. One letter
more, less or changed ("Lei Suqing" for Lei Suqin), the two words swapped, a
hyphen or a blank inside the given name, or the given name after "Mr." are
slips. Another settled name is never taken for a slip, and short given names
are left alone (Wang Yi is not Wang Yu). Where the other spelling may well be
somebody else's name, as a family name that exists, the finding is doubtful,
unless the listed title follows or it is the label of a turn with the family
name of a listed person.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from ...document import Document
from ...glossary import Person
from ...lang.names import HONORIFICS, SURNAMES, is_chinese_name, is_pinyin, one_edit_apart
from ...lang.words import words_of
from ...model import Edit, Finding, Fix, Listed, Severity, Span
from ...people import Known, named, people, plain
from ...rule import Context, Example, Rule
from ...text import fold

_SHORT = 4  # names of one syllable differ by a letter as a matter of course: Li Min, Li Ming
_TITLE = 4  # words of a title that tell whose it is
_SURE = 6  # of two syllables: two people whose names differ by one letter hardly meet in one text


class _Names(NamedTuple):
    """Settled names of two words by both words, by the first and by the second."""

    whole: dict[tuple[str, str], Known]
    first: dict[str, list[Known]]
    second: dict[str, list[Known]]


def check(doc: Document, ctx: Context) -> Iterator[Finding]:
    known = people(doc, ctx.glossary).values()
    if known:
        names = _names(known)
        yield from _whole_names(doc, names)
        yield from _family_names(doc, known)
        yield from _labels(doc, names)
        yield from _second_list(doc)


def _names(known: Collection[Known]) -> _Names:
    names = _Names({}, {}, {})
    for one in known:
        words = one.name.casefold().split()
        if len(words) == 2:
            names.whole[words[0], words[1]] = one
            names.first.setdefault(words[0], []).append(one)
            names.second.setdefault(words[1], []).append(one)
    return names


def _meant(names: _Names, first: str, second: str) -> tuple[Known, bool] | None:
    """The one settled name that two words are a slip for, and whether that is sure."""
    if (first, second) in names.whole:
        return None
    if swapped := names.whole.get((second, first)):
        return (swapped, True) if len(swapped.given) >= _SHORT else None
    near = [(one, second) for one in names.first.get(first, ()) if _near(second, one.name.split()[1])]
    near += [(one, first) for one in names.second.get(second, ()) if _near(first, one.name.split()[0])]
    if len(near) != 1 or len(second) < _SHORT:
        return None
    one, slip = near[0]
    impossible = is_chinese_name(one.name) and not is_pinyin(slip)
    return one, one.place is not None and (len(second) >= _SURE or impossible)


def _near(word: str, right: str) -> bool:
    return one_edit_apart(word, right.casefold())


def _whole_names(doc: Document, names: _Names) -> Iterator[Finding]:
    """Two capitalised words one of which is half of a settled name."""
    done = -1
    halves = names.first.keys() | names.second.keys()
    halves |= {f"{word}'s" for word in names.second}
    for at in doc.tokens.among(halves):
        for first in (at - 1, at):
            if first > done and named(doc, first):
                done = first
                yield from _whole_name(doc, names, first)


def _whole_name(doc: Document, names: _Names, at: int) -> Iterator[Finding]:
    words = doc.tokens.words
    if at + 2 < len(words) and doc.tokens.linked(at + 1):
        parted = names.whole.get((words[at], words[at + 1] + plain(words[at + 2])))
        if parted:  # "Lei Su-qin", "Lei Su Qin"
            yield _finding(doc, (at, at + 2), parted.name, parted, True)
            return
    if found := _meant(names, words[at], plain(words[at + 1])):
        yield _finding(doc, (at, at + 1), found[0].name, *found)


def _family_names(doc: Document, known: Collection[Known]) -> Iterator[Finding]:
    """One name after a courtesy title: "Mr. Henghua" for Mr. Hu, "Ms. Lee" for Ms. Lei."""
    meant: dict[str, tuple[Known, bool] | None] = dict.fromkeys(one.family for one in known)
    listed = [one for one in known if one.place]
    for at in doc.tokens.among(HONORIFICS):
        if named(doc, at) and not named(doc, at + 1):
            called = plain(doc.tokens.words[at + 1])
            if called not in meant:
                meant[called] = _called(called, listed)
            if found := meant[called]:
                yield _finding(doc, (at + 1, at + 1), found[0].written_family, *found)


def _called(word: str, listed: Collection[Known]) -> tuple[Known, bool] | None:
    """The one listed person that a name after a courtesy title is a slip for, and whether that is sure."""
    given = [one for one in listed if one.given == word and is_chinese_name(one.name) and len(word) >= _SHORT]
    near = given or [one for one in listed if one_edit_apart(word, one.family)]
    sure = bool(given) or (word not in SURNAMES and len(word) >= _SHORT)
    return (near[0], sure) if len(near) == 1 else None


def _labels(doc: Document, names: _Names) -> Iterator[Finding]:
    for turn in doc.turns:
        words = turn.speaker.casefold().split()
        if turn.label and len(words) == 2 and (found := _meant(names, words[0], words[1])):
            span = Span(turn.label.start, turn.label.start + len(turn.speaker))
            if doc[span] == turn.speaker:
                person, sure = found
                yield _spelled(
                    doc, span, person.name, person, sure or (bool(person.place) and words[0] == person.family)
                )


def _second_list(doc: Document) -> Iterator[Finding]:
    """Of people listed twice, two of one title whose names are a letter apart, each in one of the lists."""
    times: dict[str, int] = {}
    for one in doc.roster:
        times[one.name.casefold()] = times.get(one.name.casefold(), 0) + 1
    first: dict[str, Listed] = {}
    for one in doc.roster if max(times.values(), default=1) > 1 else ():
        before = first.setdefault(one.title.casefold(), one)
        once = times[one.name.casefold()] == times[before.name.casefold()] == 1
        if once and one_edit_apart(one.name.casefold(), before.name.casefold()):
            known = Known(before.name, "", (), (), before.name_span)
            yield _spelled(doc, one.name_span, before.name, known, True)


def _finding(doc: Document, at: tuple[int, int], right: str, known: Known, sure: bool) -> Finding:
    tokens, (first, last) = doc.tokens, at
    end = tokens.starts[last] + len(plain(tokens.words[last]))
    return _spelled(doc, Span(tokens.starts[first], end), right, known, sure)


def _spelled(doc: Document, span: Span, right: str, known: Known, sure: bool) -> Finding:
    sure = sure or _has_title_of(doc, span, known)
    where = "in the list of speakers" if known.place else "in the glossary"
    fix = Fix(f'replace with "{right}"', (Edit(span, right),))
    message = f'write "{right}", not "{doc[span]}": the name is {known.name} {where}'
    return Finding(span, message, known.notes(), fix, not sure, term=known.entry)


def _has_title_of(doc: Document, span: Span, known: Known) -> bool:
    """Whether a comma and the beginning of a title of the person follow."""
    tokens, after = doc.tokens, doc.tokens.at(span.end)
    said = tokens.words[after : after + _TITLE]
    titles = (words_of(fold(title))[:_TITLE] for title in known.titles)
    return 0 < after < len(tokens) and tokens.gap(after - 1) == ", " and len(said) == _TITLE and said in titles


_LIST = "Speakers:\n\nMr. Guo Peiyu, vice minister of agriculture\n\nMs. Lei Suqin, director of a seed bank\n\n"
_GUO = Person("Guo Peiyu", "郭培宇")

RULE = Rule(
    "name/misspelled",
    "a settled name in another spelling",
    Severity.WARNING,
    check,
    (
        Example(f"{_LIST}First, [[Lei Suqing]]'s seeds.", fixed=f"{_LIST}First, Lei Suqin's seeds."),
        Example(f"{_LIST}Ask Mr. [[Gu Peiyu]].", doubtful=True),
        Example(f"{_LIST}Ask Mr. [[Guo Pejyu]].", fixed=f"{_LIST}Ask Mr. Guo Peiyu."),
        Example(f"{_LIST}Ask [[Peiyu Guo]] and [[Lei Su-qin]].", fixed=f"{_LIST}Ask Guo Peiyu and Lei Suqin."),
        Example(f"{_LIST}Thank you, Ms. [[Suqin]].", fixed=f"{_LIST}Thank you, Ms. Lei."),
        Example(f"{_LIST}Thank you, Mr. [[Gou]].", doubtful=True),
        Example(f"{_LIST}Thank you, Mr. [[Guoo]]. Mr. Zhao will speak next, then Mr. Gu Wei."),
        Example(f"{_LIST}[[Lei Suqinn]]:\n\nThe seeds are safe.\n"),
        Example(f"{_LIST}[[Guo Pelyu]]:\n\nHere is Ms. [[Lei Suyin]], director of a seed bank.\n"),
        Example("We met [[Guo Peiyou]] there.", people=(_GUO,), doubtful=True),
        Example(f"{_LIST}Guo Peiyu's friend Lei Wen met Lei Suqi'er of Guo Village. A Lei or a Guo is welcome."),
    ),
)
