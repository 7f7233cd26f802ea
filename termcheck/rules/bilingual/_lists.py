"""Lists of names: of Chinese, what stands between the signs 、; of other languages, capitalised words up to "and"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...document import Document
from ...model import Span

_ITEM = r"[^、,。;:!?()\[\]\s\"“”<>]{1,24}"
_HAN = re.compile(rf"{_ITEM}(?:、 ?{_ITEM})+")
_JOINED = re.compile("以及|[和及与或暨]")
_OPEN_HAN = re.compile("(?:其他|其它|其余|有关|相关|多个|许多|一些|各)")
_WORD = r"[A-Z0-9][\w’'&./-]*(?<![./-])"
_OF = "(?:(?:of|for|de|du|von|van|al|bin|della?)(?: the)? )?"
_NAME = rf"(?:[Tt]he )?[a-z]?(?=[A-Z]){_WORD}(?: {_OF}{_WORD}){{0,8}}(?: \([^()\n]{{1,40}}\))?"
_AND = r",? (?:and|or|as well as|&|und|sowie|oder|et|ou|y|e|o|i|oraz|a|og|och|en|и|или) "
_LATIN = re.compile(rf"(?<![\w.]){_NAME}(?:, {_NAME}){{0,20}}{_AND}{_NAME}")
_SPLIT = re.compile(rf"{_AND}|, ")
_OPEN_BEFORE = re.compile(r"(?:such as|includ\w+|like|e\.g\.|for example|namely|among them)[:,]? (?:the )?$|, $")
_OPEN_AFTER = re.compile(
    r"^,? (?:and|or|as well as|among|und|et|y) |^,? (?:etc|among others|and others|to name)|^'s|^,? [a-z]+, (?:and|or) "
)
_FEW = 3  # items of a list whose first may be a phrase that opens the sentence
_REACH = 24  # code points before a list that tell it begins earlier, or is no whole one


class Listing(NamedTuple):
    """A list: where its items stand, whether it says that there are more, and the fewest items it may be read as."""

    items: tuple[Span, ...]
    is_open: bool
    fewest: int

    @property
    def span(self) -> Span:
        """From the first item to the last."""
        return Span(self.items[0].start, self.items[-1].end)


def lists(doc: Document, span: Span) -> Iterator[Listing]:
    """The lists within a span, in order."""
    if doc.lang in ("zh", "ja"):
        yield from _chinese(doc.folded, span) if doc.folded.find("、", *span) >= 0 else ()
    else:
        yield from _latin(doc.text, span)


def _chinese(folded: str, span: Span) -> Iterator[Listing]:
    for match in _HAN.finditer(folded, *span):
        items, at = list[Span](), match.start()
        for piece in match.group().split("、"):
            items.append(Span(at + len(piece) - len(piece.lstrip()), at + len(piece)))
            at += len(piece) + 1
        last = items.pop()
        more = folded.find("等", last.start + 1, last.end)
        last = Span(last.start, more if more > 0 else last.end)
        joined = _JOINED.search(folded, last.start + 1, last.end - 1)
        ends = [Span(last.start, joined.start()), Span(joined.end(), last.end)] if joined else [last]
        is_open = more > 0 or _OPEN_HAN.match(folded, ends[-1].start) is not None
        yield Listing((*items, *ends), is_open, len(items) + 1)


def _latin(text: str, span: Span) -> Iterator[Listing]:
    for match in _LATIN.finditer(text, *span):
        begin, items = match.start(), list[Span]()
        for joint in _SPLIT.finditer(text, *match.span()):
            items.append(Span(begin, joint.start()))
            begin = joint.end()
        items.append(Span(begin, match.end()))
        serial = text[items[-2].end] == ","
        if len(items) > _FEW and match.start() == span.start and text[items[0].end] == ",":
            del items[0]  # "Recently, Oban, Ayr and Crail ..."
        before, after = text[max(span.start, match.start() - _REACH) : match.start()], text[match.end() : span.end]
        is_open = bool(_OPEN_BEFORE.search(before) or _OPEN_AFTER.match(after))
        yield Listing(tuple(items), is_open, len(items) - (not serial))
