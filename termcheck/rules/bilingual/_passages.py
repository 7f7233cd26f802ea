"""Which countries or places two passages that answer each other name, and which only one of them names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ...counterparts.registers import Register, within
from ...counterparts.scopes import Scope, Scopes
from ...document import Bitext, Document
from ...lang.countries import at_home
from ...lang.gazetteer import Named
from ...model import Note, Span


class Passage(NamedTuple):
    """The names of one register in a pair of passages.

    `said` and `short` are the source's, in full and in one character, `told`
    the translation's. `lost` are those of `said` and `short_lost` those of
    `short` that the translation has not, nor what may stand for them; `new` are
    those of `told` that the source has not, nor what may mean them.
    """

    scope: Scope
    said: Sequence[Named]
    short: Sequence[Named]
    told: Sequence[Named]
    lost: Sequence[Named]
    short_lost: Sequence[Named]
    new: Sequence[Named]


def passages(bitext: Bitext, scopes: Scopes, register: Register) -> Iterator[Passage]:
    """The pairs of passages that name anything, with what they name."""
    said_at = [name.start for name in (*register.source, *register.short)]
    for scope in scopes.naming(said_at, [name.start for name in register.target]):
        said, short = (within(names, scope.pair.source) for names in (register.source, register.short))
        told = within(register.target, scope.pair.target)
        lost, short_lost = (_lost(bitext, scope, register, names) for names in (said, short))
        if short_lost and at_home(_words(bitext.target, scope.target)):
            short_lost = [name for name in short_lost if "CN" not in name.keys]  # 中方 is "we"
        yield Passage(scope, said, short, told, lost, short_lost, _new(bitext, scope, register, told))


def _lost(bitext: Bitext, scope: Scope, register: Register, names: Sequence[Named]) -> list[Named]:
    told = {key for name in within(register.target, scope.pair.target) for key in name.keys}
    found = [name for name in names if not name.keys & told]
    words = _words(bitext.target, [scope.pair.target]) if found else ""
    return [name for name in found if not any(register.told(key, words) for key in name.keys)]


def _new(bitext: Bitext, scope: Scope, register: Register, told: Sequence[Named]) -> list[Named]:
    names = [name for span in scope.source for name in within(register.source, span)]
    said = {key for name in names for key in name.keys}
    found = [name for name in told if not name.keys & said]
    text = _without(bitext.source.folded, scope.source, names) if found else ""
    return [name for name in found if not any(register.meant(key, text) for key in name.keys)]


def _without(folded: str, spans: Sequence[Span], names: Sequence[Named]) -> str:
    """The text of the spans with blanks for the names: 瑞士 does not mean Sweden."""
    parts = []
    for start, end in spans:
        inside = [name for name in names if start <= name.start < end]
        cuts = [start, *(cut for name in inside for cut in name[:2]), end]
        parts += [folded[one:other] for one, other in zip(cuts[::2], cuts[1::2], strict=True)]
    return " ".join(parts)


def _words(doc: Document, spans: Sequence[Span]) -> str:
    tokens = doc.tokens
    words = (word for span in spans for word in tokens.words[tokens.at(span.start) : tokens.at(span.end)])
    return f" {' '.join(words)} "


def shown(bitext: Bitext, names: Sequence[Named], register: Register) -> str:
    """Chinese names with their English ones, for a message."""
    different = {name.keys: name for name in reversed(names)}
    return " and ".join(f"{_chinese(bitext, one)} ({_title(one, register)})" for one in sorted(different.values()))


def note(bitext: Bitext, name: Named) -> Note:
    """Where the source has a name."""
    return Note(Span(name.start, name.end), f"{_chinese(bitext, name)} in the source", in_source=True)


def _chinese(bitext: Bitext, name: Named) -> str:
    return bitext.source.text[name.start : name.end]


def _title(name: Named, register: Register) -> str:
    return " or ".join(sorted({register.forms(key)[0] for key in name.keys}))
