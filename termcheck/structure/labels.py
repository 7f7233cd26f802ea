"""Speakers' labels: which lines begin with one.

"CCTV:" and "Note:" have one shape, and so have "Lin Jian: We hope ..." and
"First: we hope ...". A label of an unmistakable form is taken at once (Q,
JOURNALIST, MS. LEE, 记者, two names alone on a line); one that only looks
like a label is taken where it recurs, is listed in the roster, or stands
among labels that are sure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..lang.function_words import FUNCTION_WORDS
from ..lang.names import SURNAME_CHARACTERS, is_chinese_name
from .lines import Line
from .roster import is_han
from .speakers import HOST_WORDS, PRESS_WORDS, bare, plain

# A mark alone: "Q   Thank you", "Q: ", "A: ". The White House sets no colon after Q.
_MARK = re.compile(r"Q(?:\s?[:：]|\.?(?=\s{2}|[\u00a0\t]| [A-Z\"“‘(—]))|A\s?[:：]")
_LABEL = re.compile(r"([^\W_][^:：]{0,69}|《[^:：]{1,30})(?:：|:(?=\s|\Z|[\"“~]))")
_SENTENCE_SIGN = re.compile(r"[?!;。，、；！？\"“”]|, |\. ?[a-z]{3}")
_CONNECTORS = frozenset("of the and for de la le du der van von al in on at & - – | / a".split())
# Words that open a sentence or a field and take a colon; nobody is called so.
_ORDINARY = frozenset(
    "first second third fourth fifth sixth seventh firstly secondly thirdly lastly finally next then note notes "
    "example examples remember again look yes no okay ok well now but so however therefore conclusion summary "
    "background introduction overview source sources date time venue location place subject subjects topic "
    "topics updated contact email phone tel fax website address title tags author published important warning "
    "figure table chart annex appendix part chapter section article step phase slide page line number total "
    "result results goal goals attachment attachments theme keywords "
    "来源 时间 地点 主题 日期 编辑 摘要 导语 备注".split()
)


class Label(NamedTuple):
    """A label at the head of a line: the name as written, its end in the line, and whether it stands there alone."""

    name: str
    end: int
    alone: bool
    sure: bool


def label(line: Line) -> Label | None:
    """The label a line begins with by its form, or None."""
    if mark := _MARK.match(line.text):
        return Label(mark.group()[0], mark.end(), False, True)
    match = _LABEL.match(line.text[:80])
    if not match or _SENTENCE_SIGN.search(match[1]):
        return None
    name, alone = match[1].strip(), match.end() == line.end - line.start
    who = plain(name)
    if is_han(who):
        return Label(name, match.end(), alone, _sure_han(who)) if _names_han(who) else None
    return Label(name, match.end(), alone, _sure_latin(who, alone)) if _names_latin(who.split()) else None


def _names_han(name: str) -> bool:
    return name not in _ORDINARY and (_sure_han(name) or (name[0] in SURNAME_CHARACTERS and 2 <= len(name) <= 4))


def _sure_han(name: str) -> bool:
    return name in PRESS_WORDS | HOST_WORDS or name.endswith("记者")


def _names_latin(words: list[str]) -> bool:
    """Whether the words can name somebody: capitalised, small connecting words aside; nine at most."""
    first = words[0].lower().rstrip(".") if words else ""
    if not 0 < len(words) <= 9 or first in _ORDINARY or words[-1].isdigit():
        return False
    if first in FUNCTION_WORDS and first not in ("the", "a") and not is_chinese_name(" ".join(words)):
        return False
    return any(word[0].isupper() for word in words) and all(
        word[0].isupper() or word[0].isdigit() or word in _CONNECTORS or "." in word[:-1] for word in words
    )


def _sure_latin(name: str, alone: bool) -> bool:
    if name.lower() in PRESS_WORDS | HOST_WORDS or bare(name) != name or is_chinese_name(name):
        return True
    return len(name.split()) > 1 and (alone or name.isupper())


def labels(lines: Sequence[Line], free: Iterable[int], listed: frozenset[str]) -> dict[int, Label]:
    """The labels of a text by line number. `free` are the lines that may bear one, `listed` the roster's names."""
    found = {n: one for n in free if (one := label(lines[n]))}
    times = Counter(one.name for one in found.values())
    sure = {n for n, one in found.items() if one.sure or times[one.name] > 1 or plain(one.name) in listed}
    # Where most lines bear a label, each is a turn and "Bloomberg: ..." is one; elsewhere it may be "Look: ...".
    every = 2 * len(found) > len(lines)
    return {
        n: one
        for n, one in found.items()
        if n in sure
        or (one.alone and sure)
        or (len(sure) > 1 and (every or len(one.name.split()) > 1 or one.name.isupper()))
    }
