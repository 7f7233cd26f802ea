"""The tree of the grammar as blocks and roster."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from lark import Lark, Token, Transformer
from lark.lexer import Lexer, LexerState

from ..document import Document
from ..lang.identify import language
from ..model import Block, BlockKind, Listed, Role, Span
from ..text import Source, fold
from . import roster
from .speakers import HOST_WORDS, Speaker, opened, presiding, speakers
from .tokens import Piece, tokens

KINDS: Mapping[str, BlockKind] = {
    "TITLE": "title", "ROLE": "heading", "LABEL": "label", "CREDITS": "credits", "DATE": "dateline",
    "HEADING": "heading", "PERSON": "roster", "TEXT": "paragraph", "NOTE": "note", "CAPTION": "caption",
    "SOURCE": "credits", "BREAK": "page-break", "RESIDUE": "residue",
}  # fmt: skip

_SUMMARY = 2  # paragraphs in which a page sums an event up, above an unlabelled list of speakers


class Section(NamedTuple):
    """A reduced rule of the grammar: its name and its blocks, the opening one first."""

    rule: str
    blocks: list[Block]


class _Tokens(Lexer):
    """Hands the tokens of tokens.py to the parser."""

    __future_interface__ = 1  # `lex` is given the state, and in it what `parse` was given: the pieces

    def __init__(self, lexer_conf: object) -> None:
        pass

    def lex(self, lexer_state: LexerState, parser_state: object) -> Iterator[Token]:
        pieces: list[Piece] = lexer_state.text  # type: ignore[assignment]
        return (Token(kind, "", start, None, None, None, None, end) for kind, start, end in pieces)


class _Sections(Transformer[Token, list[Section]]):
    """Runs as the parser reduces, so no tree is kept."""

    def block(self, lines: list[Token]) -> Block:
        return Block(KINDS[lines[0].type], Span(lines[0].start_pos or 0, lines[-1].end_pos or 0))

    title = role = label = credits = block

    def event(self, blocks: list[Block]) -> Section:
        return Section("event", _head(blocks))

    def people(self, blocks: list[Block]) -> Section:
        return Section("people", blocks)

    def turn(self, blocks: list[Block]) -> Section:
        return Section("turn", _unlisted(blocks))

    def close(self, blocks: list[Block]) -> Section:
        return Section("close", _unlisted(blocks))

    def transcript(self, children: list[Block | Section]) -> list[Section]:
        head = [child for child in children if isinstance(child, Block)]
        return [self.event(head), *(child for child in children if isinstance(child, Section))]


def _head(blocks: list[Block]) -> list[Block]:
    """The head of an event, and what is no head: deep in a text that nobody speaks, "Ms. Lee, director of ..." is a
    caption, and a day alone on a line heads an entry of a chronicle.
    """
    prose = [n for n, block in enumerate(blocks) if block.kind == "paragraph"]
    end = prose[_SUMMARY] if len(prose) > _SUMMARY else len(blocks)
    deep = (block._replace(kind="heading") if block.kind == "dateline" else block for block in blocks[end:])
    return blocks[:end] + _unlisted(list(deep))


def _unlisted(blocks: list[Block]) -> list[Block]:
    return [block._replace(kind="paragraph") if block.kind == "roster" else block for block in blocks]


@cache
def _parser(tables: str) -> Lark:
    with open(os.path.join(os.path.dirname(__file__), "transcript.lark"), encoding="utf-8") as stream:
        grammar = stream.read()
    return Lark(
        grammar,
        parser="lalr",
        lexer=_Tokens,
        start="transcript",
        transformer=_Sections(),
        maybe_placeholders=False,
        cache=tables or False,  # Lark makes the file anew where it is damaged, or of another grammar or version
    )


def sections(pieces: Sequence[Piece], tables: str = "") -> list[Section]:
    """The sections of a text from its tokens, in any order; MORE alone cannot come first."""
    found: list[Section] = _parser(tables).parse(pieces)  # type: ignore[assignment]
    return found


def parse(source: Source, tables: str = "") -> Document:
    """The document of any text: what the grammar does not know is a paragraph.

    `tables` names a file in which the grammar's tables are kept from run to run; making them takes longer than
    reading a transcript with them.
    """
    text = source.text
    found = sections(tokens(text), tables)
    names = [_name(text, section.blocks[0].span) for section in found if section.rule == "turn"]
    listed = presiding(tuple(_listed(found, text)), names)
    known = speakers(names, listed)
    blocks = [block for section in found for block in _blocks(section, text, known)]
    return Document(source, tuple(opened(blocks, listed)), listed, language(text))


def _name(text: str, label: Span) -> str:
    return " ".join(text[label.start : label.end].strip(" :：.*_\u00a0\t").split())


def _listed(found: Sequence[Section], text: str) -> Iterator[Listed]:
    """The people of all rosters. A second list without labels keeps the parts of the first."""
    roles: dict[str, Role] = {}
    for section in found:
        if section.rule in ("event", "people"):
            presides = section.rule == "people" and fold(_name(text, section.blocks[0].span)) in HOST_WORDS
            for block in section.blocks:
                if block.kind == "roster" and (person := _person(text, block.span.start, block.span.end)):
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


def _blocks(section: Section, text: str, known: Mapping[str, Speaker]) -> Iterator[Block]:
    """The blocks of a section; those of a turn carry its speaker."""
    if section.rule != "turn":
        yield from section.blocks
        return
    speaker, role = known[_name(text, section.blocks[0].span)]
    for block in section.blocks:
        yield Block(block.kind, block.span, speaker, role)
