"""The words around a Chinese numeral that say how exactly it is meant."""

from __future__ import annotations

import re
from functools import cache

from ..quantity import Approx

_BEFORE: dict[Approx, str] = {
    "above": "≥ > 超过 多于 高于 大于 超出 逾 突破 至少 最少 起码 不少于 不低于 不小于 不下 不下于 "
    "超 破 不止 不仅 好过 高过",
    "below": "≤ < 近 将近 接近 逼近 不足 不到 少于 低于 小于 至多 最多 不超过 不多于 不高于 不大于 "
    "未超过 未到 未满 不满 几乎 跌破 失守 不要超过 "
    "几近 低过",
    "about": "约 大约 大概 约莫 估计 大致",
}
_AFTER = re.compile(
    r" ?(?:(?:或者?|及)?(?P<above>以上|之上|更多)|(?:或者?|及)?(?P<below>以下|之下|以内|之内|更少)|"
    "(?P<about>左右|上下|前后|许))"
)
# 余 begins a word itself in 7亿余额宝 and 3万余粮
MORE = "余(?![额粮杭姚]|下(?!属|岗))"
_MORE = re.compile(rf"(?:有余|{MORE}|多(?![边元次数样种个家方国名项重层级度年月天人媒少么云用]))")
_NOT = ("不", "未", "没", "没有", "不能", "不得", "不会", "不应", "不可", "不宜")
_BETWEEN = "了为是有在至到达的"
_UNABLE = tuple("做办想看找听见收")  # 做不到, 想不到: what cannot be done
# 至少应达到60%, 最多可容纳300人: the adverb stands before the verb.
_AFAR = re.compile("(?:(?P<above>至少|最少|起码)|(?P<below>至多|最[多高大](?=可)|最多))[^0-9,。;:!?、()\\s的时]{1,5}$")
_NEARLY = re.compile("(?<![最附邻靠临新就将接逼])近$")


@cache
def _by_last() -> dict[str, list[tuple[str, Approx]]]:
    found: dict[str, list[tuple[str, Approx]]] = {}
    for direction, phrases in _BEFORE.items():
        for phrase in phrases.split():
            found.setdefault(phrase[-1], []).append((phrase, direction))
    for same in found.values():
        same.sort(key=lambda one: -len(one[0]))
    return found


def before(folded: str, start: int, time: bool = False) -> Approx:
    """The direction told right before an offset; 近 before a span of time (近三年) is "the past", and tells none."""
    ahead = folded[max(0, start - 8) : start].rstrip(" ")
    for tail in (ahead, ahead[:-1]) if ahead[-1:] in tuple(_BETWEEN) else (ahead,):
        for phrase, direction in _by_last().get(tail[-1:], ()):
            if not tail.endswith(phrase):
                continue
            if phrase == "近" and (time or not _NEARLY.search(tail)):
                return ""
            if phrase == "不到" and tail[: -len(phrase)].endswith(_UNABLE):
                return ""
            if direction == "above" and tail[: -len(phrase)].endswith(_NOT):
                return "below"
            return direction
    afar = _AFAR.search(ahead)
    return "" if afar is None else "above" if afar["above"] else "below"


def behind(folded: str, end: int, more: bool = False) -> Approx:
    """The direction told right behind an offset; `more` says whether 多 there may mean "and more" (一年多)."""
    if match := _AFTER.match(folded, end):
        return next(name for name in ("above", "below", "about") if match[name])
    if folded[end : end + 1] == "+":
        return "above"
    return "above" if more and _MORE.match(folded, end) else ""


def minus(folded: str, start: int) -> int:
    """Where a minus begins before offset `start`, else `start`: 负5%, 零下5摄氏度, -5%."""
    if folded[start - 1 : start] == "负":
        return start - 1
    if folded[max(0, start - 2) : start] == "零下":
        return start - 2
    if folded[start - 1 : start] == "-" and folded[max(0, start - 3) : start - 2].isdigit():
        return start  # 13 -25%: a range
    signed = folded[start - 1 : start] == "-" and (start < 2 or folded[start - 2] in " (\n:,、,为至是")
    return start - 1 if signed else start
