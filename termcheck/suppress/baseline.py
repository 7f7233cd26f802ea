"""The baseline: the issues that an archive had when it was adopted, so that only new faults count.

A table in a file, one line for each: the file it was found in, the rule, its
fingerprint, and what stands there for whoever reads the table. There are no
numbers of lines and no counts, so that an edit elsewhere changes no line.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..atomic import write_file
from ..errors import TermcheckError
from ..fingerprint import fingerprints
from ..place import Located
from .accepted import IGNORED, RULE_IDS, beside, is_beside

REASON = "in the baseline"
COLUMNS = ("file", "rule", "fingerprint", "text")
_SHOWN = 60  # code points of the text: enough to know the issue by


class Entry(NamedTuple):
    """A line of the table; `text` takes no part in comparisons."""

    file: str
    rule: str
    fingerprint: str
    text: str = ""


class Baseline(NamedTuple):
    """The entries of one table by file and fingerprint; `path` is where it is, or where it would be."""

    path: str = ""
    files: Mapping[str, Mapping[str, Entry]] = {}

    def name(self, path: str) -> str:
        """A path as the table names it: relative to the table, with slashes."""
        return beside(self.path, path)

    def of(self, path: str) -> Mapping[str, Entry]:
        """The entries of a file by fingerprint."""
        return self.files.get(self.name(path), {}) if self.files else {}

    def missing(self, file: str) -> bool:
        """Whether a file that the table names is not there."""
        return not is_beside(self.path, file)


def load(path: str) -> Baseline:
    """The baseline in a file; none where there is no file. Raises TermcheckError with the line of a mistake."""
    if not os.path.exists(path):
        return Baseline(path)
    try:
        with open(path, encoding="utf-8-sig") as stream:
            return Baseline(path, _by_file(_read(number, line, path) for number, line in enumerate(stream, 1)))
    except OSError as error:
        raise TermcheckError(error.strerror or "cannot be read", path) from None
    except UnicodeDecodeError:
        raise TermcheckError("not UTF-8", path) from None


def adopted(issues: Sequence[Located], known: Mapping[str, Entry]) -> tuple[list[Located], frozenset[str]]:
    """The issues of a file, those that the baseline knows as accepted; and the fingerprints of all."""
    names = fingerprints(issues)
    found = [_adopted(one) if name in known else one for one, name in zip(issues, names, strict=True)]
    return found, frozenset(names)


def entries(baseline: Baseline, path: str, issues: Sequence[Located]) -> dict[str, Entry]:
    """The entries that adopt the open issues of a file, by fingerprint."""
    file = baseline.name(path)
    return {
        name: Entry(file, one.issue.rule, name, _shown(one.text))
        for one, name in zip(issues, fingerprints(issues), strict=True)
        if one.issue.status == "open" and one.issue.rule in RULE_IDS
    }


def gone(known: Mapping[str, Entry], found: Iterable[str], ran: Iterable[str]) -> dict[str, Entry]:
    """The entries of a file that match nothing any more; `ran` are the rules that can be judged."""
    here, judged = {*found}, {*ran}
    return {
        name: one
        for name, one in known.items()
        if name not in here and (one.rule in judged or one.rule not in RULE_IDS)
    }


def write(path: str, lines: Iterable[Entry]) -> None:
    """Write a baseline: the same entries give the same bytes."""
    table = [COLUMNS, *sorted({*lines})]
    write_file(path, "".join("\t".join(row) + "\n" for row in table).encode("utf-8"))


def _read(number: int, line: str, path: str) -> Entry | None:
    cells = line.rstrip("\r\n").split("\t")
    if tuple(cells) == COLUMNS or cells == [""]:
        return None
    if len(cells) != len(COLUMNS):
        hint = f"take it out: a line has {len(COLUMNS)} columns with tabs between, {', '.join(COLUMNS)}"
        raise TermcheckError("no line of a baseline", path, number, hint)
    return Entry(*cells)


def _by_file(lines: Iterable[Entry | None]) -> dict[str, dict[str, Entry]]:
    found: dict[str, dict[str, Entry]] = {}
    for one in lines:
        if one:
            found.setdefault(one.file, {})[one.fingerprint] = one
    return found


def _adopted(one: Located) -> Located:
    if one.issue.status != "open" or one.issue.rule not in RULE_IDS:
        return one
    return one._replace(issue=one.issue._replace(status="accepted", reason=REASON))


def _shown(text: str) -> str:
    cell = IGNORED.sub(" ", text).strip()
    return cell if len(cell) <= _SHOWN else cell[: _SHOWN - 1] + "…"
