"""The tree of the grammar as blocks and roster."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from lark import Lark, Token, Transformer
from lark.lexer import Lexer, LexerState

from ..document import Document
from ..lang.identify import language
from ..model import Block, BlockKind, Listed, Role, Span
from ..text import Source, fold
from . import roster
from .pieces import Piece, pieces
from .speakers import HOST_WORDS, Speaker, opened, presiding, speakers

KINDS: Mapping[str, BlockKind] = {
    "TITLE": "title", "ROLE": "heading", "LABEL": "label", "CREDITS": "credits", "DATE": "dateline",
    "HEADING": "heading", "PERSON": "roster", "TEXT": "paragraph", "NOTE": "note", "CAPTION": "caption",
    "SOURCE": "credits", "BREAK": "page-break", "RESIDUE": "residue",
}  # fmt: skip

_OPENING = frozenset({"TITLE", "ROLE", "LABEL", "CREDITS"})

_SUMMARY = 2  # paragraphs in which a page sums an event up, above an unlabelled list of speakers


class Range(NamedTuple):
    """A reduced rule of the grammar: its name, and which of all blocks are its own."""

    rule: str
    first: int
    last: int


class Section(NamedTuple):
    """A section of a transcript: its rule and its pieces, the opening one first; `name` is that of a turn's label."""

    rule: str
    cut: Sequence[Piece]
    name: str = ""


class _Tokens(Lexer):
    """Hands the parser each block that opens a section, and each run of turns or of other blocks as one token.

    The place of a token is that of its blocks in the list of all.
    """

    __future_interface__ = 1  # `lex` is given the state, and in it what `parse` was given: the pieces

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, lexer_state: LexerState, parser_state: object) -> Iterator[Token]:
        cut: list[Piece] = lexer_state.text  # type: ignore[assignment]
        run, above = "LINES", 0
        for at, piece in enumerate(cut):
            if piece.kind not in _OPENING or (piece.kind == "LABEL" and run == "TURNS"):
                continue
            if above < at:
                yield Token(run, "", above, end_pos=at)
            run, above = ("TURNS", at) if piece.kind == "LABEL" else ("LINES", at + 1)
            if run == "LINES":
                yield Token(piece.kind, "", at, end_pos=above)
        if above < len(cut):
            yield Token(run, "", above, end_pos=len(cut))


class _Ranges(Transformer[Token, list[Range]]):
    """Runs as the parser reduces, so no tree is kept."""

    def event(self, tokens: list[Token]) -> Range:
        return _range("event", tokens)

    def people(self, tokens: list[Token]) -> Range:
        return _range("people", tokens)

    def turns(self, tokens: list[Token]) -> Range:
        return _range("turns", tokens)

    def close(self, tokens: list[Token]) -> Range:
        return _range("close", tokens)

    def transcript(self, children: list[Token | Range]) -> list[Range]:
        return [self.event([child]) if isinstance(child, Token) else child for child in children]


def _range(rule: str, tokens: list[Token]) -> Range:
    return Range(rule, tokens[0].start_pos or 0, tokens[-1].end_pos or 0)


def _head(cut: Sequence[Piece]) -> Sequence[Piece]:
    """The head of an event, and what is no head: deep in a text that nobody speaks, "Ms. Lee, director of ..." is a
    caption, and a day alone on a line heads an entry of a chronicle.
    """
    prose = [n for n, piece in enumerate(cut) if piece.kind == "TEXT"]
    end = prose[_SUMMARY] if len(prose) > _SUMMARY else len(cut)
    deep = {"PERSON": "TEXT", "DATE": "HEADING"}
    return [*cut[:end], *(piece._replace(kind=deep.get(piece.kind, piece.kind)) for piece in cut[end:])]


def _body(cut: Sequence[Piece]) -> Sequence[Piece]:
    """What stands below a label or the credits: nobody is listed there."""
    return [piece._replace(kind="TEXT") if piece.kind == "PERSON" else piece for piece in cut]


@cache
def _parser(tables: str) -> Lark:
    with open(os.path.join(os.path.dirname(__file__), "transcript.lark"), encoding="utf-8") as stream:
        grammar = stream.read()
    return Lark(
        grammar,
        parser="lalr",
        lexer=_Tokens,
        start="transcript",
        transformer=_Ranges(),
        maybe_placeholders=False,
        cache=tables or False,  # Lark makes the file anew where it is damaged, or of another grammar or version
    )


def sections(text: str, cut: Sequence[Piece], tables: str = "") -> list[Section]:
    """The sections of a text from its pieces, in any order."""
    found: list[Range] = _parser(tables).parse(cut)  # type: ignore[assignment]
    return [section for rule, first, last in found for section in _sections(text, rule, cut[first:last])]


def _sections(text: str, rule: str, cut: Sequence[Piece]) -> Iterator[Section]:
    if rule == "turns":
        yield from _turns(text, _body(cut))
    else:
        yield Section(rule, _head(cut) if rule == "event" else cut if rule == "people" else _body(cut))


def _turns(text: str, cut: Sequence[Piece]) -> Iterator[Section]:
    labels = [at for at, piece in enumerate(cut) if piece.kind == "LABEL"]
    for first, last in pairwise([*labels, len(cut)]):
        yield Section("turn", cut[first:last], _name(text[cut[first].start : cut[first].end]))


def parse(source: Source, tables: str = "") -> Document:
    """The document of any text: what the grammar does not know is a paragraph.

    `tables` names a file in which the grammar's tables are kept from run to run; making them takes longer than
    reading a transcript with them.
    """
    found = sections(source.text, pieces(source), tables)
    names = [section.name for section in found if section.rule == "turn"]
    listed = presiding(tuple(_listed(found, source.text)), names)
    known = speakers(names, listed)
    blocks = [block for section in found for block in _blocks(section, known)]
    return Document(source, tuple(opened(blocks, listed)), listed, language(source.text))


@lru_cache(1 << 10)  # speakers come again
def _name(label: str) -> str:
    return " ".join(label.strip(" :：.*_\u00a0\t").split())


def _listed(found: Sequence[Section], text: str) -> Iterator[Listed]:
    """The people of all rosters. A second list without labels keeps the parts of the first."""
    roles: dict[str, Role] = {}
    for section in found:
        if section.rule in ("event", "people"):
            presides = (
                section.rule == "people" and fold(_name(text[section.cut[0].start : section.cut[0].end])) in HOST_WORDS
            )
            for piece in section.cut:
                if piece.kind == "PERSON" and (person := _person(text, piece.start, piece.end)):
                    # One person presides: whoever stands below the first is of the list that follows.
                    role = roles.setdefault(person.name, "host" if presides else "speaker")
                    presides = False
                    yield person._replace(role=role)


def _person(text: str, start: int, end: int) -> Listed | None:
    line = text[start:end]
    entry = roster.entry(line)
    if not entry:
        return None
    name, title = (
        Span(start + entry.name[0], start + entry.name[1]),
        Span(start + entry.title[0], start + entry.title[1]),
    )
    return Listed(line[slice(*entry.name)], entry.honorific, line[slice(*entry.title)], "speaker", name, title)


def _blocks(section: Section, known: Mapping[str, Speaker]) -> list[Block]:
    """The blocks of a section; those of a turn carry its speaker."""
    speaker, role = known[section.name] if section.rule == "turn" else ("", None)
    return [Block(KINDS[kind], Span(start, end), speaker, role) for kind, start, end in section.cut]
