"""Parts of tables as they are sent to another process."""

from __future__ import annotations

import pickle

from termcheck.document import Document
from termcheck.pool.packing import packed, unpacked
from termcheck.readers.units import Stretch, Table, Unit, parts
from termcheck.structure import parse
from termcheck.text import Source


def test_a_part_is_the_same_on_the_other_side() -> None:
    rows = (
        Unit("a", (Stretch("大桥\n通车", 9, 2, 3),), (Stretch("Open & ", 12, 2, 7), Stretch("&", 18, 2, 13, 5))),
        Unit("b", (Stretch("", 30, 3, 1),), (Stretch("Shut.", 31, 3, 2),)),
    )
    (part,) = parts(Table("zh", "en", iter(rows)), "table.tmx")
    target, again = unpacked(pickle.loads(pickle.dumps(packed((part.target, part)))))
    assert again is not None
    assert target is again.target
    assert again.pairs == part.pairs
    assert [_held(again.source), _held(again.target)] == [_held(part.source), _held(part.target)]


def test_a_text_that_is_no_table_is_sent_as_it_is() -> None:
    text = parse(Source("notes.txt", "The tram is late.\n")), None
    assert unpacked(packed(text)) is text


def _held(doc: Document) -> tuple[object, ...]:
    return doc.path, doc.text, doc.lang, doc.blocks, *doc.units
