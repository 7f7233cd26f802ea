"""Chinese quantities: numerals in digits and characters, with unit, direction of approximation and range.

Exactness goes before coverage. Digits always say something; characters for
numbers stand in any number of words (统一, 十分, 四川, 千方百计), so they are read
only where a unit or a measure word follows, and 一 with a measure word is "a".
`head` of a quantity is its measure word. A bare magnitude (百万人) is
indefinite, but has the value it would have if meant exactly.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from ..quantity import Approx, Kind, Quantity
from ..units import UNITS, Unit
from ..words import Tokens
from .counting import classifier_after, counts, is_idiom
from .found import Found, bare
from .labels import labelled
from .numerals import Numeral, numeral
from .parts import half, is_tenths, mixed, one_half, part, slashed, tenths
from .phrases import before, behind, minus
from .ranges import join
from .times import clock, decade, year
from .units import degree_after, money_before, unit_after
from .values import MULTIPLIERS, value_of

# Words that end in 一 (统一, 唯一, 周一): what follows is another word.
_ENDS_IN_ONE = frozenset("统唯之万单第同专划初周期拜十逐不如任某每另进归合")
_TIME = frozenset({"time", "months"})
# Units whose character also stands in names and words behind 三 or 四: 四伏, 三元, 七里.
_UNSURE = frozenset({"volt", "li", "yuan"})
# In Hong Kong, Macao and Taiwan, where these are written, 元 alone is the currency of the place.
_LONGEST_LIST = 4
_SURE = 2  # more characters than these are a number by themselves
_TRADITIONAL = "億萬個兩國"


class _Patterns(NamedTuple):
    trigger: re.Pattern[str]
    and_half: re.Pattern[str]
    half_more: re.Pattern[str]
    to: re.Pattern[str]
    wide_comma: re.Pattern[str]
    hundredths: re.Pattern[str]
    jiao: re.Pattern[str]
    noun: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    return _Patterns(
        trigger=re.compile(
            "[0-9二两三四五六七八九十百千万亿几数]|[壹贰叁肆柒捌玖](?=[拾佰仟十百千万亿圆元点又])|[伍陆](?=[拾佰仟十百千])|零(?=[点五])|[成上](?=[百千万亿])|半|(?<=第)一|"
            "一(?=[一二两三四五六七八九〇零十百千万亿兆成半分年周月公千米吨小秒英港美欧日元平立亩倍岁点刻个又至到])"
        ),
        and_half=re.compile("个半(?=小时|钟头|月|世纪|星期)"),
        half_more=re.compile("半(?![导数径场价个月以夜途程山])"),
        to=re.compile("[至到或、](?=[一二两三四五六七八九十百数几])"),
        wide_comma=re.compile("(?<=[0-9])，(?=[0-9])"),
        hundredths=re.compile("([0-9]{2})(?![0-9.,:/%-]| ?[年月日分秒人个名米公])"),
        noun=re.compile("[\u4e00-\u9fff](?=以[上下内]|左右)"),
        jiao=re.compile("([0-9一二三四五六七八九])[角毛](?!度|钱票)"),
    )


def quantities(text: str, tokens: Tokens, skip: Sequence[tuple[int, int]] = ()) -> tuple[Quantity, ...]:
    """The quantities among the words of `tokens`, in order and disjoint.

    `text` is the text itself, of which ``tokens.folded`` is the folded form;
    `skip` are ranges that belong to others (dates), in order.
    """
    folded = _parted(text, tokens.folded)
    found = list(_each(text, folded, tokens, skip))
    if any(char in text for char in _TRADITIONAL):
        found = [_of_some_currency(text, one) for one in found]
    return tuple(join(folded, found))


def _parted(text: str, folded: str) -> str:
    """The folded text where "95，100" stays two figures: between half-width digits a wide comma parts clauses."""
    places = [match.start() for match in _patterns().wide_comma.finditer(text)]
    if not places:
        return folded
    chars = list(folded)
    for place in places:
        chars[place] = text[place]
    return "".join(chars)


def _of_some_currency(text: str, found: Found) -> Found:
    """The quantity with no unit where its 元 may be any dollar: it stays "money"."""
    quantity = found.quantity
    alone = quantity.unit == "yuan" and text[quantity.span[1] - 1] == "元" and quantity.span[0] == quantity.number[0]
    return found._replace(quantity=quantity._replace(unit="")) if alone else found


def _each(text: str, folded: str, tokens: Tokens, skip: Sequence[tuple[int, int]]) -> Iterator[Found]:
    if not len(tokens):
        return
    trigger, skipped = _patterns().trigger, [start for start, _ in skip]
    here, last, behind_it = tokens.starts[0], tokens.ends[-1], 0
    while match := trigger.search(folded, here, last):
        start = match.start()
        word = bisect_right(tokens.starts, start) - 1
        if tokens.ends[word] <= start:  # between two of the ranges the words are from
            here = last if word + 1 >= len(tokens) else max(start + 1, tokens.starts[word + 1])
            continue
        at = bisect_right(skipped, start) - 1
        if at >= 0 and start < skip[at][1]:
            here = behind_it = skip[at][1]
            continue
        found, here = _read(text, folded, start)
        if found is not None:
            yield _from(found, behind_it)
            behind_it = here


def _from(found: Found, start: int) -> Found:
    """What was found, without a sign that belongs to what stands before `start`."""
    begin, end = found.quantity.span
    return found if begin >= start else found._replace(quantity=found.quantity._replace(span=(start, end)))


def _read(text: str, folded: str, start: int) -> tuple[Found | None, int]:
    """What begins with the numeral character at `start`, and the offset to go on from."""
    if folded[start] == "半":
        found = half(folded, start)
        return found, found.quantity.span[1] if found else start + 1
    if folded.startswith("一半", start):
        return one_half(folded, start), start + 2
    if time := clock(folded, start):
        return time, time.quantity.span[1]
    number = numeral(folded, start)
    if number is None:
        return None, start + 1
    found = _share(folded, number) or _named(text, folded, number) or _amount(text, folded, number)
    return found, max(number.end, found.quantity.span[1]) if found else number.end


def _share(folded: str, number: Numeral) -> Found | None:
    """A part of a whole."""
    following = folded[number.end : number.end + 1]
    if following == "分" and folded.startswith(("分之", "分百"), number.end):
        return part(folded, number)
    if following == "又":
        return mixed(folded, number)
    return slashed(folded, number) if following == "/" else None


def _named(text: str, folded: str, number: Numeral) -> Found | None:
    """An ordinal, a decade, a year, or a figure in a name."""
    if folded[max(0, number.start - 2) : number.start].rstrip(" ").endswith("第"):
        return bare(number, "ordinal", value=number.value if number.kind != "code" else None)
    return decade(folded, number) or year(text, folded, number) or labelled(text, folded, number)


def _amount(text: str, folded: str, number: Numeral) -> Found | None:
    """A figure that is meant as one, with its unit or measure word."""
    if number.kind == "code":
        return bare(number, "code") if number.written == "digits" else None
    start, money = money_before(folded, number.start)
    unit, end = unit_after(text, folded, number.end)
    if unit is None and number.value is not None and (match := _patterns().and_half.match(folded, number.end)):
        number = number._replace(value=number.value + Fraction(1, 2), precision=Fraction(1, 2))
        unit, end = unit_after(text, folded, match.end())
    if unit is None and number.written != "words":
        unit, end = degree_after(folded, number.start, number.end, number.scaled)
    if money is not None and (unit is None or unit.name == "yuan"):
        unit = money
    elif money is not None:
        start = number.start
    if unit is None and (tens := tenths(folded, number)):
        return tens
    if number.written == "words" and not _says(folded, number, unit):
        return None
    if unit is not None:
        return _measured(folded, number, start, unit, end)
    return _counted(folded, number)


def _says(folded: str, number: Numeral, unit: Unit | None) -> bool:
    """Whether a numeral in characters counts something, and is no part of a word."""
    start, end = number.start, number.end
    said, previous = folded[start:end], folded[start - 1 : start]
    if said == "一" and previous in _ENDS_IN_ONE:
        return False
    if number.kind == "indefinite" and number.value is None and said[0] in "数几成":
        return True
    if is_idiom(folded, start, end) and (unit is None or said in MULTIPLIERS):
        return False
    if unit is not None:
        if said == "一" and unit.name == "day":
            return False  # one day it rained
        if said in ("万", "亿") and unit.dimension == "money":
            return True  # 过亿元
        return said != "二" and (len(said) > 1 or said == "两" or unit.name not in _UNSURE)
    head = classifier_after(folded, end)
    return counts(said, head, previous) if head else _goes_on(folded, end) or _stands_alone(folded, number)


def _goes_on(folded: str, end: int) -> bool:
    """Whether a range or list goes on here to a figure that counts something: (三)至六周, (两)、三个, (三)到五成."""
    for _ in range(_LONGEST_LIST):
        match = _patterns().to.match(folded, end)
        more = numeral(folded, match.end()) if match else None
        if more is None:
            return False
        end = more.end
        if unit_after("", folded, end)[0] or classifier_after(folded, end) or is_tenths(folded, end):
            return True
        if more.kind == "cardinal" and end - more.start > _SURE:
            return True
    return False


def _stands_alone(folded: str, number: Numeral) -> bool:
    """Whether characters with nothing counted behind them are a number all the same: 一百五十, 三亿, 超过两百."""
    said = folded[number.start : number.end]
    if len(said) < 2 or number.value is None:
        return False
    if before(folded, number.start) or behind(folded, number.end):
        return True
    plain = number.kind == "cardinal" and said[0] not in MULTIPLIERS
    return plain and (number.scaled >= 10**4 or len(said) > _SURE)


def _measured(folded: str, number: Numeral, start: int, unit: Unit, end: int) -> Found:
    more = _patterns().half_more.match(folded, end) if number.kind == "cardinal" else None
    if number.value is not None and more is not None:
        number, end = number._replace(value=number.value + Fraction(1, 2), precision=Fraction(1, 2)), more.end()
    if (small := _smaller(folded, number, unit, end)) is not None:
        number, end = small, small.end
    time = unit.dimension in _TIME
    approx = behind(folded, end, time or unit is UNITS["times"]) or before(folded, minus(folded, start), time)
    quantity = _meant(folded, _told(folded, number, start, approx), (start, end))
    return Found(quantity._replace(kind=_kind(unit, quantity.kind), unit=unit.name), number)


def _smaller(folded: str, number: Numeral, unit: Unit, end: int) -> Numeral | None:
    """The amount with its hundredths of a second (46秒40) or its tenths of a yuan (3元5角)."""
    if number.value is None or unit.name not in ("second", "yuan"):
        return None
    pattern, share = (_patterns().hundredths, 100) if unit.name == "second" else (_patterns().jiao, 10)
    match = pattern.match(folded, end)
    if match is None or number.scaled > 1:
        return None
    part, precision = Fraction(int(value_of(match.group(1))), share), Fraction(1, share)
    return number._replace(value=number.value + part, precision=precision, end=match.end())


def _kind(unit: Unit, kind: Kind) -> Kind:
    if kind == "indefinite":
        return kind
    if unit.dimension in ("ratio", "points"):
        return "percent"
    return "money" if unit.dimension == "money" else "measure"


def _counted(folded: str, number: Numeral) -> Found:
    after = number.end + (folded[number.end : number.end + 1] == " ")
    head = classifier_after(folded, after)
    start = number.start
    noun = None if head else _patterns().noun.match(folded, number.end)
    behind_it = after + len(head) if head else noun.end() if noun else number.end
    approx = behind(folded, behind_it) or before(folded, minus(folded, start))
    quantity = _meant(folded, _told(folded, number, start, approx), (start, number.end))
    return Found(quantity._replace(head=head), number)


def _told(folded: str, number: Numeral, start: int, approx: Approx) -> Numeral:
    """The numeral with its direction; a bare magnitude that has one is meant: 近千亿元, 百余家, 过万, but 百万人."""
    vague = number.kind == "indefinite"
    if (vague or number.scaled >= 10**4) and _exceeds(folded, start, vague):
        approx = approx or "above"
    if approx and not number.approx:
        number = number._replace(approx=approx)
    if number.kind == "indefinite" and number.value is not None and number.approx:
        return number._replace(kind="cardinal")
    return number


# 人数过8万, 票房已过亿; behind a verb 过 is past or through: 通过3万份, 接待过3万人.
_AMOUNTS_OF = frozenset("数量额例率值模入房产已均都")
_PAST = frozenset("通经走度渡穿跨路越掠飞闯不难错罪")


def _exceeds(folded: str, start: int, vague: bool) -> bool:
    """Whether 过 before a large figure is "more than"; `vague` for a bare magnitude: 过万 hardly follows a verb."""
    before = folded[start - 2 : start - 1]
    return folded[start - 1 : start] == "过" and (before not in _PAST if vague else before in _AMOUNTS_OF)


def _meant(folded: str, number: Numeral, span: tuple[int, int]) -> Quantity:
    begin, value = minus(folded, span[0]), number.value
    return Quantity(
        (begin, span[1]),
        (number.start, number.end),
        -value if value is not None and begin < span[0] else value,
        number.kind,
        approx=number.approx,
        high=number.high,
        precision=number.precision,
        written=number.written,
    )
