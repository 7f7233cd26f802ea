"""The report for a pull request or a mail, as GitHub writes Markdown: the verdict, a table of counts, the issues.

What comes from a text is shown as it stands there, whatever it means in Markdown. A comment holds so many characters:
of each file the gravest issues are shown, as many as fit, and what is left out is counted.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TextIO

from ..model import Severity
from ..place import Excerpt, Located
from ..run import Run
from .summary import counted, summary
from .text import label, plain

LIMIT = 60_000  # a comment holds 65,536 characters: the rest is for what its author adds
_FAILURES = 20  # files that could not be read, by name
_PLACES = 10  # second places of an issue
_LONGEST = 1_000  # characters of one text
_LEVELS = sorted(Severity, reverse=True)

_SYNTAX = re.compile(r"[\\`*_{}\[\]<>#|~&!$^]")
# What GitHub makes links and pictures of even after a backslash: people, issues, addresses, ":name:".
_LIVE = re.compile(r"@|#(?=\d)|(?<=GH-)(?=\d)|(?<=www)(?=\.)|:(?=//|[\w+-]+:)|(?<=mailto:)|(?<=xmpp:)", re.IGNORECASE)
_NO_SPACE = "\u200b"


class _File(NamedTuple):
    """The issues of a file, each as its lines, with its severity."""

    path: str
    issues: Sequence[tuple[Severity, str]]


def render(run: Run, stream: TextIO) -> None:
    """Write the issues that a person is shown, and the counts of all open ones."""
    head = f"**termcheck: {escaped(summary(run))}**\n" + _table(run) + _failures(run)
    files = [
        _File(path, [(one.issue.severity, "\n".join(_issue(one)) + "\n") for one in issues])
        for path, issues in groupby(run.shown, key=lambda one: one.issue.path)
    ]
    stream.write(head + _files(files, LIMIT - len(head)))


def escaped(text: str) -> str:
    """A text on one line that Markdown shows as it is."""
    line = " ".join(plain(text).split())
    line = line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
    return _SYNTAX.sub(r"\\\g<0>", _LIVE.sub(rf"\g<0>{_NO_SPACE}", line))


def _table(run: Run) -> str:
    counts = Counter((one.issue.rule, one.issue.severity) for one in run.issues if one.issue.status == "open")
    if not counts:
        return ""
    rows = [(escaped(rule), [counts[rule, level] for level in _LEVELS]) for rule in {rule for rule, _ in counts}]
    rows = sorted(rows, key=lambda row: ([-count for count in row[1]], row[0]))
    rows.append(("**all**", [run.count(level) for level in _LEVELS]))
    lines = [f"| rule | {' | '.join(f'{level}s' for level in _LEVELS)} |", "| --- |" + " ---: |" * len(_LEVELS)]
    lines += [f"| {name} | {' | '.join(str(count or '') for count in row)} |" for name, row in rows]
    return "\n" + "\n".join(lines) + "\n"


def _failures(run: Run) -> str:
    failures = [str(failure) for failure in (*run.errors, *run.crashes)]
    if not failures:
        return ""
    lines = [f"- {escaped(failure)}" for failure in failures[:_FAILURES]]
    lines += [f"- and {more} more"] if (more := len(failures) - _FAILURES) > 0 else []
    return "\n### What went wrong\n\n" + "\n".join(lines) + "\n"


def _issue(one: Located) -> Iterator[str]:
    finding = one.issue.finding
    yield f"- **line {one.place.line}**: {escaped(label(one))}: {escaped(finding.message)}"
    yield f"  - {_context(one.excerpt)}"
    if finding.fix and not _says(finding.message, finding.fix.title):
        yield f"  - to mend it: {escaped(finding.fix.title)}"
    for note in one.notes[:_PLACES]:
        file = f"{escaped(note.path)}, " * (note.path != one.issue.path)
        yield f"  - {file}line {note.place.line}: {escaped(note.message)}"
    if (more := len(one.notes) - _PLACES) > 0:
        yield f"  - and {counted(more, 'more place')}"


def _says(message: str, title: str) -> bool:
    """Whether a message has what the title of a fix says, or the wording that it puts there."""
    wording = re.search(r'".+"', title)
    return title in message or bool(wording and wording.group() in message)


def _context(excerpt: Excerpt) -> str:
    """The line with what was found in it; the signs of Markdown for bold letters do not hold inside a word."""
    text, start, end = excerpt
    parts = (_edged(text[:start]), _edged(text[start:end]), _edged(text[end:]))
    return f"{parts[0]}<b>{parts[1]}</b>{parts[2]}" if start < end else parts[0] + parts[2]


def _edged(text: str) -> str:
    """A part of a line, with the space at its ends."""
    return " " * text[:1].isspace() + escaped(text) + " " * (text[-1:].isspace() and bool(text.strip()))


def _files(files: Sequence[_File], room: int) -> str:
    """The files' sections: as many issues of each as fit, the same number; of the files those for which there is room.

    `room` is in characters.
    """
    low, high = 1, max((len(file.issues) for file in files), default=1)
    while low < high:
        middle = (low + high + 1) // 2
        fits = sum(len(_section(file, middle)) for file in files) <= room
        low, high = (middle, high) if fits else (low, middle - 1)
    shown = [_section(file, low) for file in files]
    return "".join(shown) if sum(map(len, shown)) <= room else _first(files, shown, room)


def _first(files: Sequence[_File], sections: Sequence[str], room: int) -> str:
    text = ""
    for at, section in enumerate(sections):
        rest = counted(sum(len(file.issues) for file in files[at:]), "issue")
        more = f"\nAnd {rest} in {counted(len(files) - at, 'more file')}.\n"
        if len(text) + len(section) + len(more) > room:
            return text + more
        text += section
    return text


def _section(file: _File, most: int) -> str:
    """A file with its gravest issues in the order of the text, and how many more there are."""
    gravest = sorted(range(len(file.issues)), key=lambda at: -file.issues[at][0])[:most]
    text = "".join(file.issues[at][1] for at in sorted(gravest))
    more = len(file.issues) - len(gravest)
    return f"\n### {escaped(file.path)}\n\n{text}" + f"- and {more} more\n" * (more > 0)
