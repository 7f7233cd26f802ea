"""Compiling a glossary: its entries and indexes as blocks, of which a run reads those that its texts lead to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from .blocks import Writer
from .index import STEM, Index, Node, beginnings
from .model import Glossary, Term, abbreviations, joined_sources, names, numbered
from .near import NearIndex
from .stored import DIVIDED, PER_BLOCK, drawer

_LARGE = 64  # nodes that are read together
_PER_DRAWER = 32  # keys of a table

Place = tuple[int, int]  # the number of the first block, and how many entries or blocks there are


def compiled(glossary: Glossary, key: bytes) -> bytes:
    """The file of a glossary: the same entries have the same blocks, whichever process compiles them."""
    writer, sources = Writer(key), glossary.sources
    places = {
        "terms": _entries(writer, map(_plain, glossary.terms)),
        "index": _index(writer, glossary.index),
        "near": _near(writer, NearIndex(glossary.terms)),
        "sources": _entries(writer, (term.term for term in sources)),
        "source_index": _index(writer, Index(sources)),
        "by_source": _table(writer, numbered(glossary.terms, joined_sources)),
        "by_abbreviation": _table(writer, numbered(glossary.terms, abbreviations)),
        "by_name": _table(writer, numbered(glossary.terms, names)),
    }
    people = [(*one[:-1], tuple(one.origin)) for one in glossary.people]
    facts = [(one.about, one.statement, dict(one.values), one.as_of, tuple(one.origin)) for one in glossary.facts]
    writer.add(((glossary.language, glossary.source_language), people, facts, places))
    return writer.data()


def _plain(term: Term) -> tuple[Any, ...]:
    """A term in marshal's types."""
    forbidden = tuple(
        (bad.form, bad.reason, None if bad.severity is None else int(bad.severity), tuple(bad.origin))
        for bad in term.forbidden
    )
    return (*term[:7], forbidden, *term[8:-1], tuple(term.origin))


def _entries(writer: Writer, values: Iterable[Any]) -> Place:
    every = list(values)
    numbers = [writer.add(every[at : at + PER_BLOCK]) for at in range(0, len(every), PER_BLOCK)]
    return (numbers[0] if numbers else 0), len(every)


def _table(writer: Writer, values: Mapping[str, Any]) -> Place:
    drawers: list[dict[str, Any]] = [{} for _ in range(len(values) // _PER_DRAWER + 1)]
    for key, value in values.items():
        drawers[drawer(key, len(drawers))][key] = value
    return min(map(writer.add, drawers)), len(drawers)


def _near(writer: Writer, near: NearIndex) -> int:
    parts = defaultdict[str, dict[str, list[int]]](dict)
    for word, numbers in near.by_word.items():
        parts[word[:STEM]][word] = numbers
    place = _entries(writer, map(tuple, near.forms))
    return writer.add((place, {stem: writer.add(parts[stem]) for stem in sorted(parts)}))


def _index(writer: Writer, index: Index) -> int:
    words, nodes = _by_beginning(index.words), _Nodes(writer, index.root).by_beginning()
    parts = {
        stem: writer.add((words.get(stem, ()), index.closed.get(stem, ()), nodes.get(stem, {})))
        for stem in sorted({*words, *index.closed, *nodes})
    }
    place = _entries(writer, map(tuple, index.forms))
    return writer.add((place, parts, sorted(index.openings), writer.add(index.shortened.tobytes())))


def _by_beginning(words: Iterable[str]) -> dict[str, list[str]]:
    """Words by how those of a text begin that may stand for them."""
    found = defaultdict[str, list[str]](list)
    for word in sorted(words):
        for stem in beginnings(word):
            found[stem].append(word)
    return found


class _Nodes:
    """The nodes of a trie as they are stored: what follows a large one stands in blocks of its own."""

    def __init__(self, writer: Writer, root: Node) -> None:
        self._writer, self._root = writer, root
        self._sizes: dict[int, int] = {}  # one node may stand in several places: "e-mail", "email"
        self._size(root)
        self._known: dict[int, Node] = {}

    def _size(self, node: Node) -> int:
        """How many nodes there are from a node on."""
        size = self._sizes.get(id(node))
        if size is None:
            size = 1
            for key, child in node.items():
                if key:
                    size += self._size(child) if len(child) > 1 or "" not in child else 1
            if len(node) > 1 or size > _LARGE:
                self._sizes[id(node)] = size
        return size

    def by_beginning(self) -> dict[str, Node]:
        """The first words of forms, by how the words of a text begin that lead to them."""
        found = defaultdict[str, Node](dict)
        for word, child in self._root.items():
            for stem in beginnings(word):
                found[stem][word] = child
        return {stem: self._spread(found[stem]) for stem in sorted(found)}

    def _spread(self, children: Node) -> Node:
        """The numbers of the blocks with the nodes of some words, many small ones or a large one in each."""
        found, block, size = Node(), Node(), 0
        for word in sorted(children):
            block[word] = self._stored(children[word])
            size += self._size(children[word])
            if size > _LARGE:
                found |= dict.fromkeys(block, self._writer.add(block))
                block, size = {}, 0
        return found | (dict.fromkeys(block, self._writer.add(block)) if block else {})

    def _stored(self, node: Node) -> Node:
        """A node as it is: one that is large with numbers for nodes, and the marks behind which it is large too."""
        if self._sizes.get(id(node), 1) <= _LARGE:
            return node
        stored = self._known.get(id(node))
        if stored is None:
            words = {key: child for key, child in node.items() if key[:1].isalnum()}
            rest = {key: self._stored(child) if key else child for key, child in node.items() if key not in words}
            marks = [key for key, child in rest.items() if key and DIVIDED in child]
            stored = self._known[id(node)] = {**rest, **self._spread(words), DIVIDED: marks}
        return stored
