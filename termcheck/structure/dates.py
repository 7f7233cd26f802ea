"""The lines that hold nothing but place, date and time. What day a date means, `lang` knows."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?<!\d)\d{1,2}(?:st|nd|rd|th)?(?!\d)"
_DATE = (
    rf"(?:{_MONTH} {_DAY}|{_DAY} {_MONTH}),?(?: \d{{4}}\b)?"
    r"|\d{4}-\d{1,2}-\d{1,2}\b|\d{4}年\s?\d{1,2}月\s?\d{1,2}日?"
)
_ZONE = r"(?:[a-z]{1,2}[sd]t|[ceghms][egkm]t|utc|local time)\b"
_TIME = (
    r"(?<!\d)\d{1,2}(?:(?::\d\d){1,2}(?: ?[ap]\. ?m\.| ?[ap]m\b)?|(?:\.\d\d)? ?(?:[ap]\. ?m\.|[ap]m\b))"
    rf"(?: {_ZONE})?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day\b|\.|\b)"
# A place or a source, then the sign that sets it off: "Beijing | ", "China.org.cn, ". Four words at most.
_PLACE = r"[^\W\d][\w.'-]*(?: [^\W\d][\w.'-]*){0,3} ?[|,;·]"
_FIELD = r"(?:date|time|updated|published|posted|日期|时间|发布时间) ?:"
_PART = re.compile(rf"(?P<when>{_DATE}|{_TIME})|{_FIELD}|\(end\)|{_WEEKDAY}|{_PLACE}|[\s|,;·()-]|at\b")
# The day a page came out is not the day of the event: "China.org.cn | July 5, 2024", "Updated: ...".
_PUBLISHED = re.compile(r"(?:source ?: ?)?(?:[\w-]+\.)+(?:cn|com|org|net|gov)\b|updated|published|posted|发布时间")
_FIGURE = re.compile(r"\d")
_FIELD_ALONE = re.compile(rf"{_FIELD}|date|日期")


def is_dateline(folded: str) -> bool:
    """Whether a folded line holds a date or a time of day, and beside it only a place, a source or a field name."""
    if len(folded) > 100:
        return False
    told, at = _FIELD_ALONE.fullmatch(folded) is not None, 0
    if not (told or _FIGURE.search(folded)):
        return False
    while at < len(folded):
        part = _PART.match(folded, at)
        if not part:
            return False
        told, at = told or part["when"] is not None, part.end()
    return told


def is_published(dateline: str) -> bool:
    """Whether a folded dateline says when the page came out."""
    return _PUBLISHED.match(dateline) is not None
