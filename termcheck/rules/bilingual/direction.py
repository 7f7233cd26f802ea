"""A figure that loses its "over", "nearly" or "about" in the translation, or gets the opposite one.

近500 is a little less than 500, 500余 a little more: "500" alone says another
thing, and "over 500" for 近500 the contrary. A comparison (高于 25%, "higher
than 25%") tells no direction of the figure itself, and a translation may tell
the direction at some distance ("a minimum requirement of 25%"): both are left
alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ...document import Bitext, Document
from ...lang.quantity import Approx
from ...model import Finding, Note, Severity, Span
from ...rule import Context, Example, Rule

if TYPE_CHECKING:
    from ...counterparts.figures import Figure
    from ...counterparts.match import Match

_AHEAD = 30  # code points before a figure in which its direction may be told
_BREAK = re.compile(r"[0-9,()。，；、]|[.;:]\s")
_CLOSE = 16  # code points before a figure in which its own word of direction stands
_MEANS = {"above": "more than", "below": "less than", "about": "about"}
# What is told with the figure itself, that or more, that or less.
_WITH = {
    "above": (
        "at least",
        {"en": r"\b(?:least|minimum|less|fewer|or)\b", "zh": "至少|最[少低]|起码|不[少低小]于|不下|以上"},
    ),
    "below": (
        "at most",
        {"en": r"\b(?:most|maximum|up to|more|within|or)\b", "zh": "[至最][多高大]|不[多高大超]|以[下内]|之内"},
    ),
}
_COMPARED = {
    "zh": "[高低多少大小强弱优胜逊超]于|超出|贴近",
    # "rise up to 5" and "take over 5 percent" are verbs, and "higher than 5" compares
    "en": r"(?<!more|less) than|than the|beyond(?: the)?|m(?:ax|in)imum of|up to|under(?: the)?|take\w* over|took over",
}
_TOLD = {
    "en": r"\b(?:about|above|almost|approximat\w+|around|as (?:many|much|high|low|few|little) as|at (?:least|most)|"
    r"below|beyond|ca|circa|close|early|estimat\w+|fewer|high|in excess|late|less|low|mid|more|near\w*|older|over|"
    r"rough\w*|short of|some(?= \S*$)|under|up to|upwards?|within|younger)\b|[<>≥≤~]|&[gl]te?;",
    "zh": "[近约逾超余多达过破上下内足满够到]|大概|大致|估计|可能|至少|最[多少高低大小]|起码|几乎|不止",
}
# What of that is quoted with a figure.
_BESIDE = {
    "en": _TOLD["en"],
    "zh": "(?:超过|突破|跌破|不足|不到|不满|未满|[多少高低大小]于|超出|高达|[将接贴几]近|几乎|大约|大概|估计|"
    "[约近逾超破达满过])[了为在至到达的]? ?$|(?:至少|最[多少高低]|起码|不止)[^,。]{0,6}$",
}
# What tells a direction from afar: "exceeding the target of 20 percent".
_TOLD_AFAR = {
    "en": r"\b(?:beat\w*|break\w*|broke|caps?|capped|ceiling|exceed\w*|floor|limit\w*|maxim\w+|minim\w+|"
    r"out(?:perform|number)\w*|surpass\w*|target|than|threshold|top(?:s|ped|ping)?)\b",
    "zh": "[超逾破满足]|最[多少高低大小]|[高低多少大小强弱]于",
}
_TOLD_BEHIND = {
    "en": r" ?\+|-(?:plus|odd)| plus|(?: \w+){0,3} (?:or|and) "
    r"(?:so|more|less|fewer|above|over|older|younger|higher|lower|longer|up|upwards|below|under)\b"
    r"(?! than| [a-z]{0,3}[$€£¥]?[0-9])",
    "zh": "[^,。 ]{0,4}(?:[余多强](?!数)|左右|上下|[以之]?内|[以之][上下])",
}
_CLOSE_BEHIND = {"en": _TOLD_BEHIND["en"], "zh": "[^,。、 ]{0,2}(?:[余多强](?!数)|左右|上下|[以之]?内|[以之][上下])"}


# "should not be more than"; "not more than" and 不超过 are directions of their own
_DENIED = {
    "en": r"\b(?:not|never|cannot)\b(?! (?:less|more|fewer|exceed\w*|lower|higher))|n't\b|\bnone\b",
    "zh": "不[要得能应会可宜]|没有|未[能曾]|并[不非未]|无法|均未",
}
_AGES = {"year", "cardinal"}  # 超过50岁, "over 50"
_LISTED = 120  # code points before a figure in which the list it is of may begin
# What stands between two members of a list: "over 90 countries and 10 bodies".
_LIST = {
    "en": r"[^.;:,()]{0,50}(?:, ?(?:and )?| and )(?:[a-z]{0,3}[$€£¥])?",
    "zh": "[^,。;:()0-9]{0,8}[、和及与]",
}
_MORE = frozenset("余多")  # within a figure: 3个多月


def check(bitext: Bitext, ctx: Context) -> Iterator[Finding]:
    from ...counterparts.match import compared

    for passage in compared(bitext):
        for match in passage.matches:
            if match.exact and _is_plain(match.source) and _is_plain(match.target) and _alike(match):
                yield from _compare(bitext, match)


def _alike(match: Match) -> bool:
    """Whether the two figures count one thing, as far as their units tell; a currency may be left out."""
    one, two = match.source.dimension, match.target.dimension
    return one == two or {one, two} == {"cardinal", "money"} or {match.source.sort, match.target.sort} == _AGES


def _is_plain(one: Figure) -> bool:
    """Whether the figure is an amount, and no range, nor the one dollar of a rate."""
    return (
        not (one.dimension == "money" and one.value == 1)
        and one.quantity is not None
        and one.quantity.high is None
        and one.sort not in ("calendar-year", "ordinal")
    )


def _compare(bitext: Bitext, match: Match) -> Iterator[Finding]:
    one, two = match.source, match.target
    said = f"the source has {_told(bitext.source, one)}"
    note = (Note(Span(*one.span), "the figure of the source", in_source=True),)
    if {one.approx, two.approx} == {"above", "below"}:
        if _denied(bitext.source, one) or _denied(bitext.target, two):
            return  # "not more than"
        yield Finding(Span(*two.span), f"{said}, this text {_told(bitext.target, two)}", note)
    elif one.approx and not two.approx and _is_firm(one, two) and not _is_told(bitext, one, two):
        if one.approx == _shared(bitext.target, two):
            return
        doubtful = one.approx == "about" or not (one.digital or two.digital)
        yield Finding(Span(*two.span), f'{said}, this text "{bitext.target[two.span]}" alone', note, doubtful=doubtful)


def _shared(doc: Document, one: Figure) -> Approx:
    """The direction that the first of a list has for all: "over 90 countries and 10 bodies"; "" where none is told."""
    end, pattern = one.span[0], _pattern(_LIST.get(doc.lang, "(?!)"))
    for other in reversed(doc.quantities_in((max(0, end - _LISTED), end))):
        if not pattern.fullmatch(doc.folded, other.span[1], end):
            break
        if other.approx:
            return "" if _MORE & set(doc.folded[slice(*other.span)]) else other.approx  # 余 is of its own figure alone
        end = other.span[0]
    return ""


def _denied(doc: Document, one: Figure) -> bool:
    """Whether a "not" stands before the direction of a figure."""
    pattern = _pattern(_DENIED.get(doc.lang, "(?!)"))
    return pattern.search(doc.folded, max(0, one.span[0] - _AHEAD), one.span[0]) is not None


def _told(doc: Document, one: Figure) -> str:
    """A figure quoted with its direction, and what that means."""
    said = _quote(doc, one)
    means, words = _WITH.get(one.approx, ("", {}))
    told = bool(words) and _pattern(words.get(doc.lang, "(?!)")).search(said.lower())
    return f'"{said}" ({means if told else _MEANS.get(one.approx)} that)'


def _quote(doc: Document, one: Figure) -> str:
    """A figure with the words beside it that tell its direction."""
    start, end = one.span
    ahead = doc.folded[max(0, start - _CLOSE) : start]
    before = [match.start() for match in _pattern(_BESIDE.get(doc.lang, r"\b\B")).finditer(ahead)]
    behind = _pattern(_CLOSE_BEHIND.get(doc.lang, r"\b\B")).match(doc.folded, end)
    if behind:
        return doc.text[start : behind.end()]
    broken = not before or _BREAK.search(ahead, before[-1])
    return doc.text[start if broken else start - len(ahead) + before[-1] : end]


def _is_firm(one: Figure, two: Figure) -> bool:
    return max(one.weight, two.weight) == 2 or one.digital or two.digital


def _is_told(bitext: Bitext, one: Figure, two: Figure) -> bool:
    """Whether the direction is one of a comparison, or is told near the figure of the target after all."""
    ahead = bitext.source.folded[max(0, one.span[0] - _CLOSE) : one.span[0]]
    compared_to = _COMPARED.get(bitext.source.lang)
    if compared_to and _pattern(f"(?:{compared_to}) ?$").search(ahead):
        return True
    return bitext.target.lang not in _TOLD or _near(bitext.target, two.span)


def _near(doc: Document, span: tuple[int, int]) -> bool:
    """Whether a direction is told around a figure, up to the next figure or comma on either side."""
    before = _BREAK.split(doc.folded[max(0, span[0] - _AHEAD) : span[0]])[-1]
    if doc.lang == "zh" and _MORE & set(doc.folded[slice(*span)]):
        return True
    ahead = _pattern(_TOLD[doc.lang]).search(before[-_CLOSE:]) or _pattern(_TOLD_AFAR[doc.lang]).search(before)
    return bool(ahead or _pattern(_TOLD_BEHIND[doc.lang]).match(doc.folded, span[1]))


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words)


RULE = Rule(
    "bilingual/direction",
    'an "over", "nearly" or "about" of the source that is lost or turned round',
    Severity.ERROR,
    check,
    (
        Example("The yard built [[500]] boats.\n", source="船厂造了近500条船。\n"),
        Example("The yard built over [[500]] boats.\n", source="船厂造了近500条船。\n"),
        Example("The yard built [[500]] boats.\n", source="船厂造了约500条船。\n", doubtful=True),
        Example("The yard built nearly 500 boats.\n", source="船厂造了近500条船。\n"),
        Example("The share is well above the minimum of 25 percent.\n", source="比率远高于25%的最低要求。\n"),
        Example("The yard built over 500 boats and 90 ferries.\n", source="船厂造了500余条船、90余条渡轮。\n"),
        Example("The yard built 500 boats.\n", source="船厂造了500条船。\n"),
    ),
)
