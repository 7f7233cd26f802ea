"""What share of other projects' Chinese number and date cases we read as they do.

    python benchmarks/number_fixtures_chinese.py [--list KIND] [--write]

Cases are counted as their authors wrote them (see number_fixtures.py). Two
projects give pairs, the spoken form and the written one: there a case is
right if we read the same from both, and something at all. Bare numerals with
nothing counted (一百) are judged by value alone: in a text they are read only
before a unit or a measure word.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

from number_fixtures import CURRENCIES, DIMENSIONS, SHARED, Case, close, spans, spec, tell

from termcheck.lang.chinese.dates import dates
from termcheck.lang.chinese.numbers import quantities
from termcheck.lang.chinese.numerals import numeral
from termcheck.lang.dates import Date
from termcheck.lang.quantity import Quantity
from termcheck.lang.words import Tokens
from termcheck.text import fold

FIXTURES = SHARED / "data" / "number_fixtures"
NEMO = FIXTURES / "nemo" / "zh"
WETEXT = FIXTURES / "wetext" / "itn" / "chinese" / "test" / "data"


def read(text: str) -> tuple[tuple[Quantity, ...], tuple[Date, ...]]:
    tokens = Tokens(fold(text), [(0, len(text))])
    said = dates(text, tokens)
    return quantities(text, tokens, [date.span for date in said]), said


def alone(text: str, start: int = 0) -> tuple[Any, int]:
    """Value of the numeral at an offset, its sign taken in, and where it ends."""
    folded = fold(text)
    signed = folded[start : start + 1] in ("负", "-")
    found = numeral(folded, start + signed) if start + signed < len(folded) else None
    value = None if found is None or found.value is None else Fraction(found.value) * (-1 if signed else 1)
    return value, found.end if found else start


Reader = Callable[[str, dict[str, Any]], Case | None]


def number(text: str, result: dict[str, Any]) -> Case | None:
    written = fold(result["Text"])
    refused = ""
    if re.search(r"[一-龥] +[一-龥]|[0-9] +[/0-9万分一-龥]", fold(text)):
        refused = "numerals in characters with blanks"
    elif re.search(r"\^|[0-9]e[-+]?[0-9]|[0-9]{1,3} ?[kmgtb]\b", fold(text)):
        refused = "powers of ten and letters for them"
    elif re.search("打|几|半百|倆|俩", written):
        refused = "dozens, and 几 (some), which has no value"
    elif "/" in written and not re.fullmatch(r"[0-9]/[0-9]+", written):
        refused = "improper fractions with a slash"
    value = result["Resolution"]["value"]
    return Case(text, (0, 0), None if value is None else Fraction(value), refused)


def by_value(case: Case) -> bool:
    value, end = alone(case.text, case.span[0])
    if end == case.span[1] and close(value, case.value):
        return True
    found, _ = read(case.text)
    return any(case.span in spans(q) and (close(q.value, case.value) or _hundredth(q, case)) for q in found)


def _hundredth(q: Quantity, case: Case) -> bool:
    """一百分之二 is 2 percent for us, 0.02 for them."""
    return q.unit == "percent" and q.value is not None and close(Fraction(q.value) / 100, case.value)


def percent(text: str, result: dict[str, Any]) -> Case | None:
    value = result["Resolution"]["value"]
    refused = ""
    if "折" in result["Text"] or "打" in result["Text"]:
        refused = "discounts (九折)"
    elif re.search("半额|半價|半价|对折|對折|半数|半數", result["Text"]) or re.search(r"[一-龥] +[一-龥]", fold(text)):
        refused = "half, and characters with blanks"
    elif re.search(r"[0-9] ?[kmgtb]", fold(result["Text"])):
        refused = "letters for powers of ten"
    elif re.search("[千仟万萬]分之", result["Text"]):
        refused = "per mille as a percentage"
    return Case(text, (0, 0), Fraction(value.rstrip("%")), refused)


def by_percent(case: Case) -> bool:
    inside = lambda q: case.span[0] <= q.number[0] + 1 and q.number[1] <= case.span[1]  # noqa: E731
    return any(inside(q) and close(q.value, case.value) for q in read(case.text)[0] if q.kind == "percent")


def ordinal(text: str, result: dict[str, Any]) -> Case | None:
    return Case(text, (0, 0), Fraction(result["Resolution"]["value"]))


def by_ordinal(case: Case) -> bool:
    """Our span leaves out 第."""
    return any(q.span == (case.span[0] + 1, case.span[1]) and close(q.value, case.value) for q in read(case.text)[0])


def number_range(text: str, result: dict[str, Any]) -> Case | None:
    low, high = (Fraction(one) if one else None for one in result["Resolution"]["value"][1:-1].split(","))
    formula = re.search("[<>=几幾k]|等于|等於|比|大于.*小于|小于.*大于|大於.*小於", text)
    return Case(text, (0, 0), (low, high), "a formula, or 几" if formula else "")


def by_range(case: Case) -> bool:
    low, high = case.value
    for q in read(case.text)[0]:
        inside = case.span[0] <= q.span[0] and q.number[1] <= case.span[1]
        if low is not None and high is not None:
            agree = close((q.value, q.high), (low, high))
        else:
            agree = close(q.value, low if high is None else high) and q.approx == ("above" if high is None else "below")
        if inside and agree:
            return True
    return False


NAMES = {**CURRENCIES, **DIMENSIONS, "New Taiwan dollar": "taiwan-dollar", "Australian dollar": "australian-dollar",
         "Thai baht": "baht", "Russian ruble": "ruble", "South Korean won": "won", "Indian rupee": "rupee",
         "C": "celsius", "F": "fahrenheit", "Degree": "degree", "Philippine peso": "peso",
         "Nigerian naira": "naira"}  # fmt: skip
UNKNOWN = ("Liang", "Chi", "Cun", "Zhang", "Dan", "Qian", "Dou", "Fen", "Bit")


def unit(text: str, result: dict[str, Any]) -> Case | None:
    resolution = result["Resolution"]
    if resolution["value"] is None:
        return Case(text, (0, 0), None, "no figure at all")
    written = resolution["unit"]
    refused = "old measures and bits" if written in UNKNOWN or "bit" in written.lower() else ""
    if re.search("又|[分角]$|三$|[0-9]$", result["Text"]) and written not in DIMENSIONS:
        refused = refused or "coins behind the main unit"
    if written == "Degree":
        refused = refused or "a degree of what is not said"
    name = NAMES.get(written, fold(written).replace(" ", "-"))
    return Case(text, (0, 0), (Fraction(resolution["value"]), name), refused)


def by_unit(case: Case) -> bool:
    """The authors' span may take in "big" of an age, or "Fahrenheit temperature" before the figure."""
    meets = lambda q: case.span[0] <= q.number[0] and q.number[1] <= case.span[1]  # noqa: E731
    return any(meets(q) and close((q.value, q.unit), case.value) for q in read(case.text)[0])


def date(text: str, result: dict[str, Any]) -> Case | None:
    timex = (result.get("Value") or {}).get("Timex", "")
    parts = re.fullmatch(r"(\d{4}|XXXX)-(\d\d|XX)-(\d\d|XX)", timex)
    if not parts or not re.search("月.*[0-9一二三四五六七八九十][日号]|[12][0-9]{3}[-/.][0-9]", fold(result["Text"])):
        return Case(text, (0, 0), None, "counted from today, by the moon, or in figures of unclear order")
    if re.search("[今去明本上下]|元年|正月|大年|初|[康雍乾神]", result["Text"]):
        return Case(text, (0, 0), None, "counted from today, by the moon, or in figures of unclear order")
    return Case(text, (0, 0), tuple(int(one) if one.isdigit() else None for one in parts.groups()))


def by_date(case: Case) -> bool:
    return any(case.span[0] == d.span[0] and (d.year, d.month, d.day) == case.value for d in read(case.text)[1])


MODELS: dict[str, tuple[str, Reader, Callable[[Case], bool]]] = {
    "number": ("Number/Chinese/NumberModel.json", number, by_value),
    "percent": ("Number/Chinese/PercentModel.json", percent, by_percent),
    "ordinal": ("Number/Chinese/OrdinalModel.json", ordinal, by_ordinal),
    "range": ("Number/Chinese/NumberRangeModel.json", number_range, by_range),
    "currency": ("NumberWithUnit/Chinese/CurrencyModel.json", unit, by_unit),
    "dimension": ("NumberWithUnit/Chinese/DimensionModel.json", unit, by_unit),
    "age": ("NumberWithUnit/Chinese/AgeModel.json", unit, by_unit),
    "temperature": ("NumberWithUnit/Chinese/TemperatureModel.json", unit, by_unit),
    "date": ("DateTime/Chinese/DateParser.json", date, by_date),
}


def cases(path: str, convert: Reader) -> Iterator[Case]:
    for text, result, span in spec(path):
        case = convert(text, result)
        if case is not None:
            yield case._replace(span=span)


UNREAD = {
    "幺|洞|手机|尾号|电话|拨": "figures read one by one",
    "[0-9]-[0-9]": "a range whose second figure is cut (45-6万)",
    "[0-9]/[0-9]{1,2}/|[0-9][.·][0-9]+[.·][0-9]|[0-9]{4}/[0-9]{2}|^[0-9]{2}/|/0": "dates in figures of unclear order",
    "bc|ad|b\\.c|a\\.d|公元|[0-9]号$": "years before Christ, and days alone",
    "卢布": "a currency that does not exist",
    "[角毛块分]$|差|km/h|十六分|十七分": "coins, and ways of writing transcripts do not use",
}


def pairs(path: Path, mark: str) -> Iterator[Case]:
    """Spoken and written forms of one saying."""
    for line in path.read_text(encoding="utf-8").splitlines():
        spoken, found, written = line.partition(mark)
        if not found or not spoken.strip():
            continue
        refused = next((reason for mark, reason in UNREAD.items() if re.search(mark, line)), "")
        yield Case(spoken.strip(), (0, 0), written.strip(), refused)


def said_in(text: str) -> list[tuple[Any, ...]]:
    found, said = read(text)
    kept = [(q.value, q.high, q.unit if q.unit != "degree" else "celsius") for q in found if q.kind != "time"]
    kept += [("time",) for q in found if q.kind == "time"]
    kept += [("date", d.year, d.month, d.day) for d in said]
    value, end = alone(text)
    return kept or ([(value, None, "")] if end == len(text) else [])


def by_both(case: Case) -> bool:
    spoken, written = said_in(case.text), said_in(case.value)
    if not spoken or not written:
        spoken, written = ([alone(one)[0]] for one in (case.text, case.value))
    return spoken[0] is not None and Counter(map(_shown, spoken)) == Counter(map(_shown, written))


def _shown(said: Any) -> str:
    return " ".join(map(str, said)) if isinstance(said, tuple) else str(said)


def rows(listed: str | None) -> Iterator[str]:
    sets: list[tuple[str, list[Case], Callable[[Case], bool]]] = [
        (name, list(cases(path, convert)), judge) for name, (path, convert, judge) in MODELS.items()
    ]
    spoken, written = NEMO / "data_inverse_text_normalization", NEMO / "data_text_normalization"
    for folder, mark, label in ((spoken, "~", "NeMo spoken"), (written, "~", "NeMo written"), (WETEXT, "=>", "WeText")):
        for kind in ("cardinal", "decimal", "fraction", "measure", "money", "ordinal", "date", "time", "number"):
            path = folder / (f"{kind}.txt" if folder == WETEXT else f"test_cases_{kind}.txt")
            if path.is_file():
                sets.append((f"{label} {kind}", list(pairs(path, mark)), by_both))
    for name, all_cases, judge in sets:
        yield _row(name, all_cases, judge, listed in (name, "all"))


def _row(name: str, all_cases: list[Case], judge: Callable[[Case], bool], listed: bool) -> str:
    wrong = [case for case in all_cases if not judge(case)]
    right = len(all_cases) - len(wrong)
    refused = Counter(case.refused for case in wrong if case.refused)
    meant = len(all_cases) - sum(refused.values())
    reasons = ", ".join(f"{reason} {n}" for reason, n in refused.most_common())
    for case in wrong if listed else ():
        if not case.refused:
            print(f"   {name}: {case.text!r} {case.span} wants {case.value}; got {said_in(case.text)}")
    share, of_meant = right / len(all_cases), right / max(1, meant)
    return f"| {name} | {len(all_cases)} | {right} | {share:.2f} | {of_meant:.2f} | {reasons} |"


if __name__ == "__main__":
    sys.exit(tell(__doc__, rows, "Chinese numbers and dates of other projects", "numbers-chinese"))
