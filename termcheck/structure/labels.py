"""Speakers' labels: which lines begin with one.

"CCTV:" and "Note:" have one shape, and so have "Lin Jian: We hope ..." and
"First: we hope ...". A label that names a person or a part is taken at once
(Q, JOURNALIST, MS. LEE, Lin Jian, 记者), and so is one that recurs or that the
roster lists; one that only looks like a label is taken among such.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from ..lang.function_words import FUNCTION_WORDS
from ..lang.names import SURNAME_CHARACTERS, is_chinese_name, is_han
from .lines import Line, ends_sentence, follow
from .speakers import HOST_WORDS, MEDIA_WORDS, OFFICE_WORDS, PARTS, bare, plain

# A mark alone: "Q   Thank you", "Q: ", "A: ". The White House sets no colon after Q.
_MARK = re.compile(r"(?:\*\*)?(Q(?:\s?[:：]|\.?(?=\s{2}|[\u00a0\t]| [A-Z\"“‘(—]))|A\s?[:：])(?:\*\*)?")
# The name and its colon; Markdown may set both in bold.
_LABEL = re.compile(
    r"(?:\*\*|__)?([^\W_][^:：*]{0,69}|《[^:：]{1,30})(?:\*\*|__)?(?:：|:(?=\s|\Z|[\"“~*_]))(?:\*\*|__)?"
)
_BEARERS = frozenset({"TEXT", "MORE", "ROLE"})
_HEAD = 80  # code points of a line in which a label ends
_SENTENCE_SIGN = re.compile(r"[?!;。，、；！？\"“”]|, |\. ?[a-z]{3}")
_NUMBER = re.compile(r" #?(?:\d{1,2}|[A-Z])\Z")  # OFFICIAL #1, JOURNALIST 2, Reporter A
_CONNECTORS = frozenset("of the and for de la le du der van von al in on at & - – | / a".split())
# Words that open a sentence or a field and take a colon; nobody is called so.
_ORDINARY = frozenset(
    "first second third fourth fifth sixth seventh firstly secondly thirdly lastly finally next then note notes "
    "example examples remember again look yes no okay ok well now but so however therefore conclusion summary "
    "background introduction overview source sources date time venue location place subject subjects topic "
    "topics updated contact email phone tel fax website address title tags author published important warning "
    "figure table chart annex appendix part chapter section article step phase slide page line number total "
    "result results goal goals attachment attachments theme keywords "
    "来源 时间 地点 主题 日期 编辑 摘要 导语 备注 首先 其次 最后 其中 例如 比如 此外".split()
)


class Label(NamedTuple):
    """A label at the head of a line: the name as written, and its end in the line.

    `alone` on its line; `sure` because it names a person or a part; `formed`
    as nothing but a label or a heading is.
    """

    name: str
    end: int
    alone: bool
    sure: bool
    formed: bool


@lru_cache(1 << 12)  # labels alone on a line come again, in one text and from text to text
def _label(head: str, whole: bool) -> Label | None:
    """The label in the head of a line, which may be the whole of it."""
    if mark := _MARK.match(head):
        return Label(mark[1][0], mark.end(), alone=False, sure=True, formed=True)
    match = _LABEL.match(head)
    if not match or _SENTENCE_SIGN.search(match[1]):
        return None
    name, alone = match[1].strip(), whole and match.end() == len(head)
    names, sure, formed = _judged(name, alone)
    return Label(name, match.end(), alone, sure, formed) if names else None


@lru_cache(1 << 10)  # speakers come again
def _judged(name: str, alone: bool) -> tuple[bool, bool, bool]:
    """Whether words before a colon can name somebody, surely do, and have the form of a label."""
    who = plain(name)
    if is_han(who):
        sure = who in PARTS or not HOST_WORDS.isdisjoint(who.split()) or who.endswith("记者")
        person = 2 <= len(who) <= 4 and (alone or who[0] in SURNAME_CHARACTERS)
        return (sure or person) and who not in _ORDINARY, sure, alone
    if not _names_latin(who.split()):
        return False, False, False
    return True, _sure_latin(who, alone), len(who.split()) > 1 and (alone or who.isupper())


def _names_latin(words: list[str]) -> bool:
    """Whether the words can name somebody: capitalised, small connecting words aside; nine at most."""
    first = words[0].lower().rstrip(".") if words else ""
    if (
        not 0 < len(words) <= 9
        or first in _ORDINARY
        or (words[-1].isdigit() and not _sure_latin(" ".join(words), False))
    ):
        return False
    if first in FUNCTION_WORDS and first not in ("the", "a") and not is_chinese_name(" ".join(words)):
        return False
    return any(word[0].isupper() for word in words) and all(
        word[0].isupper() or word[0].isdigit() or word in _CONNECTORS or word[0] == "#" or "." in word[:-1]
        for word in words
    )


def _sure_latin(name: str, alone: bool) -> bool:
    words = set(_NUMBER.sub("", name).lower().split())
    if words <= PARTS or bare(name) != name or is_chinese_name(name):
        return True
    numbered = words & OFFICE_WORDS and _NUMBER.search(name)
    return bool(numbered or (alone and len(words) > 1 and words & MEDIA_WORDS))


def labels(text: str, lines: Sequence[Line], kinds: Sequence[str], listed: frozenset[str]) -> dict[int, Label]:
    """The labels of a text by line number. `kinds` are those of the lines, `listed` the roster's names."""
    found = {
        n: one
        for n, (start, end) in enumerate(lines)
        if kinds[n] in _BEARERS
        and (":" in (head := text[start : start + _HEAD]) or "：" in head or head[0] in "Q*")
        and (one := _label(head[: end - start], end - start <= _HEAD))
        and _is_free(text, lines, kinds, n)
    }
    times = Counter(one.name for one in found.values())
    first = next(iter(found), None)
    if first is not None and times[found[first].name] == 1 and _is_field(text, lines[first : first + 2], found[first]):
        del found[first]
    sure = {n for n, one in found.items() if one.sure or times[one.name] > 1 or plain(one.name) in listed}
    # Where most lines bear a label, each is a turn and "Bloomberg: ..." is one; elsewhere it may be "Look: ...".
    every = 2 * len(found) > len(lines)
    return {
        n: one
        for n, one in found.items()
        if n in sure
        or (sure and (one.alone or one.formed))
        or (len(sure) > 1 and (every or len(one.name.split()) > 1 or one.name.isupper()))
    }


def _is_free(text: str, lines: Sequence[Line], kinds: Sequence[str], at: int) -> bool:
    """Whether a line may bear a label: no sentence runs on into one, and "Chairperson:" above a list is a heading."""
    if kinds[at] == "MORE":
        return ends_sentence(text, lines[at - 1])
    return kinds[at] == "TEXT" or kinds[at + 1 : at + 2] == ["TEXT"]


def _is_field(text: str, lines: Sequence[Line], one: Label) -> bool:
    """Whether what looks like a label is a line of the head that says no sentence: "Presenter: Secretary Jane Doe".

    `lines` are that line and the next.
    """
    start, end = lines[0]
    says = end - start > 100 or ends_sentence(text, lines[0]) or _SENTENCE_SIGN.search(text, start + one.end, end)
    return not (says or one.formed or one.alone or follow(text, lines))
