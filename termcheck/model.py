"""The values that pass from part to part: places, findings, fixes, issues. They hold no behaviour."""

from __future__ import annotations

from enum import IntEnum
from typing import Literal, NamedTuple


class Severity(IntEnum):
    """How bad a fault is, the gravest highest; how sure we are is `doubtful`."""

    SUGGESTION = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


class Span(NamedTuple):
    """Half-open range of code points of a document's text."""

    start: int
    end: int

    def covers(self, other: Span) -> bool:
        """Whether `other` lies within this span (equal spans cover each other)."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Whether the two share a code point; an empty span shares one with what it lies within."""
        return self.start < other.end and other.start < self.end


class Edit(NamedTuple):
    """Put `text` in the place of `span`; an empty span inserts, an empty text deletes."""

    span: Span
    text: str


class Fix(NamedTuple):
    """Disjoint edits applied all or none; `safe` when no reader could prefer the old text."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False


class Note(NamedTuple):
    """A second place that explains a finding: first use, majority form, roster line; the passage of the source text."""

    span: Span
    message: str
    in_source: bool = False


class Finding(NamedTuple):
    """What a rule says about a text.

    `doubtful` findings are hidden unless asked for. `severity` is set only
    where the glossary gives a form its own; else the rule's holds. `term` is
    the preferred form of the glossary's entry that the finding rests on.
    `choice` says that two places disagree and either may be right: the editor
    has to say which.
    """

    span: Span
    message: str
    notes: tuple[Note, ...] = ()
    fix: Fix | None = None
    doubtful: bool = False
    severity: Severity | None = None
    term: str = ""
    choice: bool = False


Status = Literal["open", "accepted", "marked"]


class Issue(NamedTuple):
    """A finding as a run reports it: with its rule, its severity, its file and what was decided about it."""

    rule: str
    severity: Severity
    path: str
    finding: Finding
    status: Status = "open"
    reason: str = ""
    unit: str | None = None


BlockKind = Literal[
    "title", "dateline", "heading", "roster", "label", "paragraph",
    "page-break", "residue", "caption", "credits", "note",
]  # fmt: skip
Role = Literal["host", "speaker", "press"]


class Block(NamedTuple):
    """A stretch of the transcript of one kind; `speaker` and `role` say whose turn it stands in."""

    kind: BlockKind
    span: Span
    speaker: str = ""
    role: Role | None = None


class Listed(NamedTuple):
    """A person of a roster: name, honorific ("Mr.") and title as written, and where the name and title stand."""

    name: str
    honorific: str
    title: str
    role: Role
    name_span: Span
    title_span: Span


class Turn(NamedTuple):
    """One speaker's stretch: the label (None when a page lost it) and the blocks of speech."""

    speaker: str
    role: Role | None
    label: Span | None
    body: tuple[Block, ...]


class Piece(NamedTuple):
    """Where a stretch of a document's text stands in the file of a table or catalogue, code point for code point.

    `unit` is the id of its row or segment; `offset` counts from the start of
    the file, `line` and `column` from 1. What the file writes with an escape
    is a piece of its own, `written` the code points of the escape (else 0).
    """

    span: Span
    unit: str
    offset: int
    line: int
    column: int
    written: int = 0


class Pair(NamedTuple):
    """Passages of two texts that answer each other, as spans of the source and of the target.

    An empty span stands where one side has nothing: its place is where the
    passage would be. `unit` is the id of the row or segment, if there is one.
    """

    source: Span
    target: Span
    unit: str = ""

    @property
    def is_filled(self) -> bool:
        """Whether both sides have something."""
        return self.source.start < self.source.end and self.target.start < self.target.end
