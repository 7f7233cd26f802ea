"""The lines of a text, and those whose kind is plain from their own words. Nothing here knows the lines around.

Offsets are code points of the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

PAGE_BREAK = "_ueditor_page_break_tag_"  # UEditor's default `pageBreakTag`, written where an author splits a page
SHOWN = 400  # no kind needs to see more of a line, and a line may be ten megabytes long
_TAIL = 8

# A line that is not blank, or the part of one beside a page break, as a range of the text without the blanks around it.
Line = tuple[int, int]

_LINE = re.compile(r"\S(?:.*\S)?")
_LINE_OF_ANY_END = r"\S(?:[^\r\n]*\S)?"
_SENTENCE_SIGNS = ".!?…。！？"
_SENTENCE_END = re.compile(rf"[{_SENTENCE_SIGNS}][\"'”’)\]]*\Z")


def ends_sentence(text: str, line: Line) -> bool:
    """Whether a line of a text ends as a sentence does, closing quotes and brackets aside."""
    start, end = line
    last = text[end - 1]
    if last.isalnum() or last in _SENTENCE_SIGNS:
        return last in _SENTENCE_SIGNS
    return _SENTENCE_END.search(text, max(start, end - _TAIL), end) is not None


def lines(text: str) -> list[Line]:
    """The lines of a text that are not blank, in order."""
    line = re.compile(_LINE_OF_ANY_END) if "\r" in text else _LINE
    found: list[Line] = []
    at = 0
    while (stop := text.find(PAGE_BREAK, at)) >= 0:
        found += map(re.Match.span, line.finditer(text, at, stop))
        at = stop + len(PAGE_BREAK)
        found.append((stop, at))
    found += map(re.Match.span, line.finditer(text, at))
    return found


def follow(text: str, lines: Sequence[Line]) -> list[int]:
    """The numbers of the lines that stand right below another: no blank line and no page break between."""
    gaps = [text[above:at] for (_, above), (at, _) in pairwise(lines)]
    near = set(filter(_is_line_end, set(gaps)))
    found = [n for n, gap in enumerate(gaps, 1) if gap in near]
    if PAGE_BREAK in text:
        broken = {n for n, (at, _) in enumerate(lines) if text.startswith(PAGE_BREAK, at)}
        return [n for n in found if n not in broken and n - 1 not in broken]
    return found


def _is_line_end(gap: str) -> bool:
    """Whether what stands between two lines ends one line and no more."""
    return gap.count("\n") + gap.count("\r") - gap.count("\r\n") == 1


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


def fixed_kind(text: str, folded: str, line: Line) -> str | None:
    """CAPTION, CREDITS, NOTE or RESIDUE where the words of a line of a text say so."""
    if match := _FIXED.fullmatch(folded, *line):
        return match.lastgroup
    return "CREDITS" if _CREDITS.fullmatch(text, *line) else None
