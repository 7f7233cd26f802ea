"""The lines of a text, and those whose kind is plain from their own words. Nothing here knows the lines around.

Offsets are code points of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..text import Source

PAGE_BREAK = "_ueditor_page_break_tag_"  # UEditor's default `pageBreakTag`, written where an author splits a page
_TAIL = 8
SHOWN = 400  # no kind needs to see more of a line, and a line may be ten megabytes long

_LINE = re.compile(r"\S(?:.*\S)?")
_LINE_OF_ANY_END = r"\S(?:[^\r\n]*\S)?"
_SENTENCE_SIGNS = ".!?…。！？"
_SENTENCE_END = re.compile(rf"[{_SENTENCE_SIGNS}][\"'”’)\]]*\Z")


class Line(NamedTuple):
    """A line that is not blank, or the part of one beside a page break.

    `start` and `end` leave surrounding blanks out; `after_blank` says that a
    blank line, a page break or nothing stands above.
    """

    source: Source
    start: int
    end: int
    after_blank: bool

    @property
    def length(self) -> int:
        """Code points from `start` to `end`."""
        return self.end - self.start

    @property
    def first(self) -> str:
        """Its first character."""
        return self.source.text[self.start]

    @property
    def text(self) -> str:
        """Its head as written. It is cut out when it is asked for: all lines at once would hold the text again."""
        return self.source.text[self.start : min(self.end, self.start + SHOWN)]

    @property
    def folded(self) -> str:
        """Its head as folded."""
        return self.source.folded[self.start : min(self.end, self.start + SHOWN)]

    @property
    def ends_sentence(self) -> bool:
        """Whether the line ends as a sentence does, closing quotes and brackets aside."""
        return ends_sentence(self.source.text, self.start, self.end)


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Whether a text ends between two offsets as a sentence does, closing quotes and brackets aside."""
    last = text[end - 1]
    if last.isalnum() or last in _SENTENCE_SIGNS:
        return last in _SENTENCE_SIGNS
    return _SENTENCE_END.search(text, max(start, end - _TAIL), end) is not None


def lines(source: Source) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    text, broken = source.text, PAGE_BREAK in source.text
    found: list[Line] = []
    apart, above = {"": False}, 0
    for start, end in _spans(text):
        gap = text[above:start]
        if gap not in apart:
            apart[gap] = gap.count("\n") + gap.count("\r") - gap.count("\r\n") > 1
        beside = broken and found and PAGE_BREAK in (text[start:end], found[-1].text)
        found.append(Line(source, start, end, apart[gap] or beside or not found))
        above = end
    return found


def _spans(text: str) -> Iterator[tuple[int, int]]:
    line = re.compile(_LINE_OF_ANY_END) if "\r" in text else _LINE
    at = 0
    while (stop := text.find(PAGE_BREAK, at)) >= 0:
        yield from map(re.Match.span, line.finditer(text, at, stop))
        at = stop + len(PAGE_BREAK)
        yield stop, at
    yield from map(re.Match.span, line.finditer(text, at))


_BUTTON = r"(?:print|e-?mail|share|tweet|facebook|twitter|weibo|wechat|large|medium|small|this|page)"
# What a page adds to a transcript, by folded line.
_FIXED = re.compile(
    # A photograph's caption: "/4    Name", "[Photo by Name]".
    r"(?P<CAPTION>\d*/\d+\s{2,}\S.*|[\[(]?photo(?:graph)?(?:s| by|:).{1,80})"
    r"|(?P<CREDITS>(?:editors?|translators?|proofreaders?|责任编辑|编辑|翻译|译者) ?: ?\S.{0,80}"
    r"|e ?& ?o ?e(?:[ .…-].{0,200})?)"  # errors and omissions excepted
    r"|(?P<NOTE>in (?:the )?(?:case|event) of (?:any )?(?:discrepanc|inconsistenc|conflict).*(?:version|text).*"
    r"|notes?: .*|disclaimer\b.*|\(.{1,40}\)|\[[a-z ]{3,40}\]"
    r"|(?:subjects?|topics?|venue|location|place|主题|地点) ?:.{0,200})"
    # Web addresses, comments, rules and fences of Markdown, links and buttons of the page, a torn tag.
    r"|(?P<RESIDUE>https?://\S+|www\.\S+|<!--.*-->|[`~]{3}.*|[-=*_# ]{3,}|\|?(?: *:?-{2,}:? *\|)+ *(?::?-{2,}:?)?"
    r"|read (?:it )?(?:in (?:chinese|english|full)|more)\W{0,9}|click here.{0,60}|back to (?:top|home).{0,20}"
    r"|adjust font size.{0,20}|\d* ?comments?\(s\).{0,80}|home(?:page)? ?[>|»] ?.{0,100}|(?:\d+\s+){2,}>"
    rf"|(?:{_BUTTON}[\s|/·]+)*{_BUTTON}"
    r"|阅读(?:中文|英文|原文).{0,10}|\[/\w{1,4}\]?|<[/a-z][^<>]{0,200}>)"
)
# "Translated and edited by" and nothing but names to the end, or to the first full stop.
_CREDITS = re.compile(
    r"(?:Translated|Edited|Compiled|Reported|Written|Proofread|Interpreted)(?: and [a-z]+)? by"
    r"(?: (?:[A-Z]\.|[A-Z][\w'’-]*),?| and)+(?:\.(?:\s.*)?)?"
)


def fixed_kind(text: str, folded: str) -> str | None:
    """CAPTION, CREDITS, NOTE or RESIDUE where the words of a line, given as written and folded, say so."""
    if match := _FIXED.fullmatch(folded):
        return match.lastgroup
    return "CREDITS" if _CREDITS.fullmatch(text) else None
