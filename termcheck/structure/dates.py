"""Dates as transcripts write them, and the lines that hold nothing but place, date and time."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_DATE = re.compile(
    rf"(?P<m1>{_MONTH}) (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y1>\d{{4}})(?!\d)"
    rf"|(?<!\d)(?P<d2>\d{{1,2}})(?:st|nd|rd|th)? (?P<m2>{_MONTH}),? (?P<y2>\d{{4}})(?!\d)"
    r"|(?<!\d)(?P<y3>\d{4})(?:-(?P<m3>\d{1,2})-|年\s?(?P<m4>\d{1,2})月\s?)(?P<d3>\d{1,2})(?!\d)日?"
)
_CLOCK = r"\d{1,2}(?:[:.]\d{2}){0,2} ?(?:[ap]\.? ?m\.?)?(?: ?[a-z]{2,4}\b)?"
_DAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tue|wed|thu|fri|sat|sun)\.?)"
# A place or a source, then the sign that sets it off: "Beijing | ", "China.org.cn, ". Four words at most.
_PLACE = r"[^\W\d][\w.'-]*(?: [^\W\d][\w.'-]*){0,3} ?[|,;·]"
_FIELD = r"(?:date|time|updated|published|posted|日期|时间|发布时间) ?:"
_DATELINE = re.compile(rf"(?:{_FIELD}|\(end\)|{_PLACE}|{_DAY}|{_DATE.pattern}|{_CLOCK}|[\s|,;·()-]|at\b|local time)+")
_FIELD_ALONE = re.compile(rf"{_FIELD}|date|日期")


def is_dateline(folded: str) -> bool:
    """Whether a folded line is a dateline: a date or a time of day, and beside it only a place or a field name."""
    if len(folded) > 100:
        return False
    if _FIELD_ALONE.fullmatch(folded):
        return True
    return bool(re.search(r"\d", folded) and _DATELINE.fullmatch(folded) and _tells_when(folded))


def _tells_when(folded: str) -> bool:
    return bool(_DATE.search(folded) or re.search(r"\d ?[ap]\.? ?m\b|\d:\d\d", folded))


def find_date(folded: str) -> date | None:
    """The first date of a folded text that the calendar has; None when it has none."""
    for match in _DATE.finditer(folded):
        part = {key[0]: value for key, value in match.groupdict().items() if value}
        month = part["m"] if part["m"].isdigit() else 1 + _MONTHS.index(part["m"][:3])
        try:
            return date(int(part["y"]), int(month), int(part["d"]))
        except ValueError:
            continue
    return None
