"""Chinese quantities: numerals in digits and characters, with unit, direction of approximation and range.

Exactness goes before coverage. Digits always say something; characters for
numbers stand in any number of words (统一, 十分, 四川, 千方百计), so they are read
only where a unit or a measure word follows, and 一 with a measure word is "a".
`head` of a quantity is its measure word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from ..quantity import Approx, Kind, Number, Quantity, exact
from ..units import UNITS, Unit
from ..words import Tokens
from .counting import classifier_after, counts, is_idiom
from .labels import labelled
from .numerals import HAN_DIGIT, MULTIPLIERS, Numeral, numeral
from .phrases import before, behind
from .ranges import Found, join
from .units import money_before, unit_after

_DIGITS = frozenset("0123456789")
# Words that end in 一 (统一, 唯一, 周一): what follows is another word.
_ENDS_IN_ONE = frozenset("统唯之万单第同专划初周期拜十逐不如任某每另进归合")
_TIME = frozenset({"time", "months"})
_HALF = re.compile(r"半(?![导数径场价个月以夜途程山])")


class _Patterns(NamedTuple):
    trigger: re.Pattern[str]
    clock: re.Pattern[str]
    part_of_day: re.Pattern[str]
    tenths: re.Pattern[str]
    decade: re.Pattern[str]
    half: re.Pattern[str]
    and_half: re.Pattern[str]
    to: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    hour = rf"(?:[0-9]{{1,2}}|[{HAN_DIGIT}十]{{1,3}})"
    minute = rf" ?{hour} ?分(?![之钟])(?: ?{hour} ?秒)?"
    return _Patterns(
        trigger=re.compile(r"[0-9二两三四五六七八九十百千万亿几廿数壹贰叁肆伍陆柒捌玖]|零点|[成上](?=[百千万亿])|"
                           r"一(?=[二两三四五六七八九十百千万亿成半分年周月公千米吨小秒英港美欧日元平立亩倍岁点刻个])|半"),
        clock=re.compile(rf"{hour} ?[时点](?:{minute}|半|整|正|钟)|[0-9]{{1,2}} ?时(?!期(?!间)|[代区速段间])|"
                         r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:])"),
        part_of_day=re.compile(rf"{hour} ?[时点](?!代)(?:{minute}|半|整|正|许|一刻)?"),
        tenths=re.compile(rf"成(?![立为功千百果熟绩就不])(?:半|[{HAN_DIGIT}](?![{HAN_DIGIT}十百千万亿至到]))?"),
        decade=re.compile(r" ?年代"),
        half=re.compile(r"半(?:数(?!据)|(?:年|个月|个世纪|小时|个小时|个钟头)(?!度|报))"),
        and_half=re.compile("个半(?=小时|钟头|月|世纪|星期)"),
        to=re.compile("[至到或、](?=[一二两三四五六七八九十百数几])"),
    )  # fmt: skip


def quantities(text: str, tokens: Tokens, skip: Sequence[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """The quantities among the words of `tokens`, in order and disjoint.

    `text` is the text itself, of which ``tokens.folded`` is the folded form;
    `skip` are ranges that belong to others (dates), in order.
    """
    found = list(_each(text, tokens, skip))
    if any(char in text for char in _TRADITIONAL):
        found = [one._replace(quantity=_of_some_currency(text, one.quantity)) for one in found]
    return tuple(join(tokens.folded, found))


# In Hong Kong, Macao and Taiwan, where these are written, 元 alone is the currency of the place.
_TRADITIONAL = "億萬個兩國"


def _of_some_currency(text: str, quantity: Quantity) -> Quantity:
    """The quantity with no unit where its 元 may be any dollar: it stays "money"."""
    bare = quantity.unit == "yuan" and text[quantity.span[1] - 1] == "元" and quantity.span[0] == quantity.number[0]
    return quantity._replace(unit="") if bare else quantity


def _each(text: str, tokens: Tokens, skip: Sequence[tuple[int, int]]) -> Iterator[Found]:
    if not len(tokens):
        return
    folded, trigger = tokens.folded, _patterns().trigger
    skipped = [start for start, _ in skip]
    here, last = tokens.starts[0], tokens.ends[-1]
    while match := trigger.search(folded, here, last):
        start = match.start()
        word = bisect_right(tokens.starts, start) - 1
        if tokens.ends[word] <= start:
            here = start + 1 if word + 1 >= len(tokens) else max(start + 1, tokens.starts[word + 1])
            continue
        at = bisect_right(skipped, start) - 1
        if at >= 0 and start < skip[at][1]:
            here = skip[at][1]
            continue
        found, here = _read(text, folded, start)
        if found is not None:
            yield found


_PARTS_OF_DAY = (
    "凌晨",
    "清晨",
    "早上",
    "早晨",
    "上午",
    "中午",
    "下午",
    "傍晚",
    "晚上",
    "深夜",
    "夜间",
    "今晚",
    "当晚",
    "早",
    "晚",
)


def _and_part(folded: str, whole: Numeral) -> Numeral | None:
    """三又四分之一: a whole number and a part of one."""
    if not folded.startswith("又", whole.end) or whole.end + 1 >= len(folded):
        return None
    bottom = numeral(folded, whole.end + 1)
    if bottom is None or not bottom.value or not folded.startswith("分之", bottom.end):
        return None
    top = numeral(folded, bottom.end + 2) if bottom.end + 2 < len(folded) else None
    if top is None or top.value is None or whole.value is None:
        return None
    part = Fraction(top.value) / bottom.value
    return whole._replace(end=top.end, value=whole.value + part, precision=part, kind="cardinal")


def _read(text: str, folded: str, start: int) -> tuple[Found | None, int]:
    """What begins with the numeral character at `start`, and the offset to go on from."""
    if folded[start] == "半" or folded.startswith("一半", start):
        return _half(folded, start)
    if time := _clock(folded, start):
        return time, time.quantity.span[1]
    number = numeral(folded, start)
    if number is None:
        return None, start + 1
    if mixed := _and_part(folded, number):
        return _fraction(folded, mixed), mixed.end
    if slashed := _slashed(folded, number):
        return _fraction(folded, slashed), slashed.end
    if folded.startswith("分之", number.end) or folded.startswith("分百", number.end):
        part = _part(text, folded, number)
        return part, part.quantity.span[1] if part else number.end + 2
    found = _named(text, folded, number) or _amount(text, folded, number)
    return found, max(number.end, found.quantity.span[1]) if found else number.end


def _clock(folded: str, start: int) -> Found | None:
    """15:30, 15时30分, 下午3点, 三点半: a time of day."""
    patterns = _patterns()
    said = folded[max(0, start - 3) : start].rstrip(" ").endswith(_PARTS_OF_DAY)
    match = (patterns.part_of_day if said else patterns.clock).match(folded, start)
    if match is None or folded[start - 1 : start] in tuple("0123456789.:/第"):
        return None
    return _bare(Numeral(start, match.end(), None), "time", match.end())


def _bare(number: Numeral, kind: Kind, end: int = 0, value: Number | None = None) -> Found:
    span = (number.start, end or number.end)
    return Found(Quantity(span, (number.start, number.end), value, kind, written=number.written), number)


def _half(folded: str, start: int) -> tuple[Found | None, int]:
    """半数, 过半; 半年, 半个月 (but 上半年 is a date, and 半导体 no number)."""
    if folded[start] == "一":
        number = Numeral(start, start + 2, Fraction(1, 2), precision=Fraction(1, 2), written="words")
        return (None if folded[start - 1 : start] in _ENDS_IN_ONE else _fraction(folded, number)), start + 2
    previous = folded[start - 1 : start]
    match = _patterns().half.match(folded, start)
    over = previous == "过" and folded[start + 1 : start + 2] not in tuple("年个小天百")
    if not over and (match is None or previous in tuple("上下前后每大多夜小")):
        return None, start + 1
    number = Numeral(start, start + 1, Fraction(1, 2), precision=Fraction(1, 2), written="words")
    unit, end = unit_after("", folded, start + 1)
    if unit is None:
        number = number._replace(end=match.end() if match else start + 1, approx="above" if over else "")
        return _fraction(folded, number), number.end
    return _measured(folded, number, start, unit, end), end


def _part(text: str, folded: str, bottom: Numeral) -> Found | None:
    """百分之三十, 三分之一, 百分之5至6, 百分百."""
    if folded.startswith("百分百", bottom.start):
        whole = Numeral(bottom.start, bottom.start + 3, 100, written="words")
        return _percent(folded, bottom.start, whole, whole.end)
    here = bottom.end + 2 + (folded[bottom.end + 2 : bottom.end + 3] == " ")
    minus = folded[here : here + 1] in ("负", "-")
    top = numeral(folded, here + minus) if here + minus < len(folded) else None
    if top is None or not bottom.value:
        return None
    if top.value is None or (top.kind != "cardinal" and folded[here:top.end] != "百"):
        return _bare(top._replace(start=bottom.start), "indefinite")
    if minus:
        top = top._replace(value=-top.value)
    if bottom.value == 100:
        return _percent(folded, bottom.start, top, top.end)
    value, precision = exact(Fraction(top.value) / bottom.value), exact(Fraction(top.precision) / bottom.value)
    return _fraction(folded, top._replace(start=bottom.start, value=value, precision=precision))


def _fraction(folded: str, number: Numeral) -> Found:
    span = (number.start, number.end)
    approx = number.approx or behind(folded, number.end) or before(folded, number.start)
    return Found(Quantity(span, span, number.value, "fraction", approx=approx, precision=number.precision,
                          written=number.written), number)  # fmt: skip


_SLASH = re.compile(r"/([2-9]|10|100)(?![0-9/])")


def _slashed(folded: str, number: Numeral) -> Numeral | None:
    """1/3, 3/4: a fraction in digits, with the denominators people write so."""
    match = _SLASH.match(folded, number.end)
    if match is None or not isinstance(number.value, int) or folded[number.start - 1 : number.start] == "/":
        return None
    part = Fraction(1, int(match.group(1)))
    if not 0 < number.value * part < 1 or number.written != "digits":
        return None
    return number._replace(end=match.end(), value=exact(number.value * part), precision=part)


def _percent(folded: str, start: int, top: Numeral, end: int) -> Found:
    """A percentage that is told before its figure; a bare figure behind it may end a range: 百分之5至6."""
    high, last = top.high, end
    match = re.compile(" ?[至到~-] ?(?!百分)").match(folded, end)
    if match and (more := numeral(folded, match.end())) and more.value is not None and more.kind == "cardinal":
        unit, behind_unit = unit_after("", folded, more.end)
        if unit is None or unit.name == "percent":
            high, last = more.value, behind_unit if unit else more.end
    return Found(
        Quantity(
            (start, last), (start, last), top.value, "percent", "percent",
            approx=top.approx or before(folded, start) or behind(folded, last), high=high,
            precision=top.precision, written=top.written,
        ), top,
    )  # fmt: skip


def _named(text: str, folded: str, number: Numeral) -> Found | None:
    """An ordinal, a decade, a year, or a figure in a name."""
    start, end, value = number.start, number.end, number.value
    if folded[start - 1 : start] == "第" or (
        folded[start - 1 : start] == " " and folded[start - 2 : start - 1] == "第"
    ):
        return _bare(number, "ordinal", end, value if number.kind in ("cardinal", "indefinite") else None)
    if value is not None and (match := _patterns().decade.match(folded, end)):
        return _decade(folded, number, match.end())
    if isinstance(value, int) and folded.startswith("世纪", end) and value < 40:
        return _bare(number, "ordinal", end + 2, value)
    if year := _year(text, folded, number):
        return year
    return labelled(text, folded, number)


def _decade(folded: str, number: Numeral, end: int) -> Found | None:
    """20世纪80年代, 上世纪80年代; the century left out, 80年代 is 80, as "the 80s" is."""
    value = number.value
    if not isinstance(value, int) or value % 10:
        return None
    century = re.search(r"(上个?|[0-9]{2}|二十一?|十[八九]) ?世纪 ?$", folded[max(0, number.start - 7) : number.start])
    if century and value < 100:
        said = century.group(1)
        first = 1900 if said[0] == "上" else 100 * (int(said) if said.isdigit() else _said_century(said)) - 100
        value += first
    return _bare(number, "decade", end, value)


def _said_century(said: str) -> int:
    return {"二十": 20, "二十一": 21, "十八": 18, "十九": 19}[said]


def _year(text: str, folded: str, number: Numeral) -> Found | None:
    """2024年, 二〇二四年, and four digits alone that count nothing: 2015至2017年, 在2016."""
    value, end = number.value, number.end
    if not isinstance(value, int) or number.scaled > 1 or not 1000 <= value <= 2100 or number.written == "mixed":
        return None
    if "," in folded[number.start : end] or (number.kind != "code" and number.written == "words"):
        return None
    at = end + (folded[end : end + 1] == " ")
    if folded[at : at + 1] == "年":
        if folded[at + 1 : at + 2] in ("前", "来", "的") and value < 1600 or folded.startswith("年历史", at):
            return None
        return _bare(number._replace(kind="cardinal"), "year", at + 1, value)
    if number.kind == "code" or value < 1600 or before(folded, number.start) in ("above", "below"):
        return None
    unit, _ = unit_after(text, folded, end)
    counted = unit is not None or classifier_after(folded, at) or money_before(folded, number.start)[1]
    if counted or labelled(text, folded, number):
        return None
    season = re.compile("-([0-9]{2})(?![0-9])").match(folded, end)
    if season and int(season.group(1)) == (value + 1) % 100:
        found = _bare(number, "year", season.end(), value)
        return found._replace(quantity=found.quantity._replace(high=value + 1))
    return _bare(number, "year", end, value)


def _amount(text: str, folded: str, number: Numeral) -> Found | None:
    """A figure that is meant as one, with its unit or measure word."""
    start, money = money_before(folded, number.start)
    unit, end = unit_after(text, folded, number.end)
    if unit is None and (match := _patterns().and_half.match(folded, number.end)) and number.value is not None:
        number = number._replace(value=number.value + Fraction(1, 2), precision=Fraction(1, 2))
        unit, end = unit_after(text, folded, match.end())
    if number.written != "words" and number.kind == "code":
        return _bare(number, "code")
    if money is not None and (unit is None or unit.name == "yuan"):
        unit = money
    tenths = _patterns().tenths.match(folded, number.end)
    if unit is None and tenths and number.value is not None and number.value <= 10 and money is None:
        return _tenths(folded, number, tenths)
    if number.written == "words" and not _says(folded, number, unit, money):
        return None
    if unit is not None:
        return _measured(folded, number, start, unit, end)
    head = classifier_after(folded, number.end + (folded[number.end : number.end + 1] == " "))
    return _counted(folded, number, head)


def _says(folded: str, number: Numeral, unit: Unit | None, money: Unit | None) -> bool:
    """Whether a numeral in characters counts something, and is no part of a word."""
    start, end = number.start, number.end
    said, previous = folded[start:end], folded[start - 1 : start]
    if number.kind == "code" or (said == "一" and previous in _ENDS_IN_ONE):
        return False
    if number.kind == "indefinite" and number.value is None and said[0] in "数几成":
        return True
    if (match := _patterns().to.match(folded, end)) and (more := numeral(folded, match.end())):
        tenths = _patterns().tenths.match(folded, more.end)
        return bool(tenths) or _says(folded, more, unit_after("", folded, more.end)[0], money)
    if is_idiom(folded, start, end) and (unit is None or said in MULTIPLIERS):
        return False
    if money is not None or unit is not None:
        return not (
            said == "二" or (unit is not None and len(said) == 1 and unit.name in ("li", "yuan", "volt") and said != "两")
        )
    if number.scaled >= 10**4 and said[0] not in MULTIPLIERS:
        return True
    head = classifier_after(folded, end)
    if head:
        return counts(said, head, previous)
    return len(said) > 2 and number.kind == "cardinal" and said[0] not in MULTIPLIERS


def _signed(folded: str, start: int) -> int:
    """Where a minus begins before offset `start`, else `start`: 负5%, 零下5摄氏度, -5%."""
    if folded[start - 1 : start] == "负":
        return start - 1
    if folded[max(0, start - 2) : start] == "零下":
        return start - 2
    signed = folded[start - 1 : start] == "-" and (start < 2 or folded[start - 2] in " (\n:,、,为至")
    return start - 1 if signed else start


def _measured(folded: str, number: Numeral, start: int, unit: Unit, end: int) -> Found:
    value, precision, approx = number.value, number.precision, number.approx
    if value is not None and (half := _HALF.match(folded, end)) and number.kind == "cardinal":
        value, precision, end = value + Fraction(1, 2), Fraction(1, 2), half.end()
    begin = _signed(folded, start)
    if value is not None and begin < start:
        value = -value
    ratio = unit.name == "percent" or unit.dimension == "points"
    kind: Kind = "percent" if ratio else "money" if unit.dimension == "money" else "measure"
    time = unit.dimension in _TIME
    quantity = Quantity(
        (begin, end), (number.start, number.end), value, "indefinite" if number.kind == "indefinite" else kind, unit.name,
        approx=approx or behind(folded, end, more=time or unit.dimension == "factor") or before(folded, begin, time),
        high=number.high, precision=precision, written=number.written,
    )  # fmt: skip
    return Found(quantity, number)


def _tenths(folded: str, number: Numeral, match: re.Match[str]) -> Found:
    """三成 is 30 percent, 两成半 25, 三成五 35."""
    last = match.group()[1:]
    more = 5 if last == "半" else numeral(last, 0).value or 0 if last else 0  # type: ignore[union-attr]
    tens = (number.value or 0) * 10 + more
    precision: Number = 1 if last else exact(Fraction(number.precision * 10))
    high = number.high * 10 if number.high is not None else None
    quantity = Quantity(
        (number.start, match.end()), (number.start, number.end), exact(Fraction(tens)), "percent", "percent",
        approx=number.approx or behind(folded, match.end(), more=True) or before(folded, number.start),
        high=high, precision=precision, written=number.written,
    )  # fmt: skip
    return Found(quantity, number, 10)


def _counted(folded: str, number: Numeral, head: str) -> Found:
    start = _signed(folded, number.start)
    value = -number.value if number.value is not None and start < number.start else number.value
    end = number.end + (folded[number.end : number.end + 1] == " ") + len(head) if head else number.end
    quantity = Quantity(
        (start, number.end), (number.start, number.end), value, number.kind,
        approx=number.approx or behind(folded, end) or before(folded, start),
        high=number.high, precision=number.precision, head=head, written=number.written,
    )  # fmt: skip
    return Found(quantity, number)
