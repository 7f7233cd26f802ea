"""From the rows or segments of a file to texts in two languages, part by part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, chain, count, repeat
from operator import add
from typing import NamedTuple

from ..document import Bitext, Document
from ..errors import TermcheckError
from ..lang.identify import language
from ..model import Block, Pair, Span
from ..text import Source
from .pieces import Pieces

PART = 1_000_000  # code points of both sides that are read as one text: larger files are read part by part


class Stretch(NamedTuple):
    """Text as it is read, and where its file has it code point for code point: offset from 0, line and column from 1.

    What a file writes with an escape is a stretch of its own, whose text is what is meant; `written` is then how many
    code points the escape has, else 0.
    """

    text: str
    offset: int
    line: int
    column: int
    written: int = 0


class Unit(NamedTuple):
    """A row or segment: its id, and the stretches of its two texts: at least one each, for its place."""

    id: str
    source: tuple[Stretch, ...]
    target: tuple[Stretch, ...]


class Table(NamedTuple):
    """What a reader finds in a file: the languages as codes of two letters, "" where it does not say, and the units.

    The units come as the file is read; a TermcheckError at its line stands where the file is broken.
    """

    source_lang: str
    target_lang: str
    units: Iterator[Unit]


def parts(table: Table, path: str, most: int = 0, is_full: Callable[[], bool] = lambda: False) -> Iterator[Bitext]:
    """The texts of a table, a part at a time, so that a file of any size needs the memory of one part.

    A part ends with the unit that makes it `most` code points of both sides, PART if `most` is 0, and where `is_full`,
    asked after each unit, says so.
    """
    for units in _batches(table.units, most or PART, is_full):
        part = _part(units, table, path)
        units.clear()  # else they would take their memory while the part is checked
        if _crossed(part, table):
            raise TermcheckError(
                f'the texts of "{table.source_lang}" are in "{table.target_lang}", and the other way round', path, 1
            )
        yield part


def _part(units: Sequence[Unit], table: Table, path: str) -> Bitext:
    ids = [unit.id for unit in units]
    source, ones = _side(path, table.source_lang, ids, [unit.source for unit in units])
    target, others = _side(path, table.target_lang, ids, [unit.target for unit in units])
    return Bitext(source, target, tuple(map(Pair, ones, others, ids)))


def _crossed(part: Bitext, table: Table) -> bool:
    """Whether each side is in the language that the other should be in."""
    said = table.source_lang, table.target_lang
    return all(said) and said[0] != said[1] and (language(part.target.text), language(part.source.text)) == said


def _batches(units: Iterable[Unit], most: int, is_full: Callable[[], bool]) -> Iterator[list[Unit]]:
    """The units in batches; those before a fault are given before its error is raised."""
    batch, size, fault = list[Unit](), 0, None
    try:
        for unit in units:
            batch.append(unit)
            for one in (*unit.source, *unit.target):
                size += len(one.text)
            if size >= most or is_full():
                yield batch
                batch, size = [], 0
    except TermcheckError as error:
        fault = error
    if batch:
        yield batch
    if fault:
        raise fault


def _side(
    path: str, lang: str, ids: Sequence[str], texts: Sequence[tuple[Stretch, ...]]
) -> tuple[Document, list[Span]]:
    """One language of a part, each unit on lines of its own, and where the units stand."""
    wholes = ["".join([stretch.text for stretch in stretches]) for stretches in texts]
    starts = [*accumulate(map(len, wholes), lambda start, size: start + size + 1, initial=0)]
    spans = [Span(start, start + len(whole)) for start, whole in zip(starts, wholes, strict=False)]
    text, blocks = "\n".join([*wholes, ""]), tuple([Block("paragraph", span) for span in spans])
    return Document(Source(path, text), blocks, (), lang or language(text), _pieces(ids, texts)), spans


def _pieces(ids: Sequence[str], texts: Sequence[tuple[Stretch, ...]]) -> Pieces:
    """The stretches of a text whose units each end with a line end, where they stand in it and in the file."""
    numbers = [*chain.from_iterable(map(repeat, count(), map(len, texts)))]
    parts, *places = zip(*chain.from_iterable(texts), strict=True)
    sizes = [*map(len, parts)]
    starts = [*map(add, accumulate(sizes, initial=0), numbers)]
    return Pieces(map(ids.__getitem__, numbers), starts, map(add, starts, sizes), *places)
