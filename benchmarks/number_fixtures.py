"""What share of other projects' number and date cases we read as they do.

    python benchmarks/number_fixtures.py [--list KIND] [--write]

Cases are counted as their authors wrote them, and one is right only if span
and value (and unit) agree. Many want what a checker of transcripts must not
do: every "one" or "zero" a number, "last" an ordinal, the parts of an IP
address or a phone number, spoken dates counted from today. Those we refuse on
purpose are counted in a column of their own, by a reason that holds for the
kind, never case by case.
"""

from __future__ import annotations

import argparse
import datetime
import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

from termcheck.lang.dates import Date
from termcheck.lang.english.dates import dates
from termcheck.lang.english.numbers import quantities
from termcheck.lang.quantity import Quantity
from termcheck.lang.units import UNITS
from termcheck.lang.words import Tokens
from termcheck.text import fold

SHARED = Path(__file__).resolve().parents[2] / "shared"
SPECS = SHARED / "data" / "number_fixtures" / "recognizers-text"
NEMO = SHARED / "data" / "number_fixtures" / "nemo" / "en" / "data_inverse_text_normalization"
RUNS = Path(__file__).parent / "runs"


class Case(NamedTuple):
    """One expected result: what the authors say stands at `span` of `text`."""

    text: str
    span: tuple[int, int]
    value: Any
    refused: str = ""


def read(text: str) -> tuple[Quantity, ...]:
    tokens = Tokens(fold(text), [(0, len(text))])
    return quantities(text, tokens, [date.span for date in dates(text, tokens)])


def spec(path: str) -> Iterator[tuple[str, dict[str, Any], tuple[int, int]]]:
    for case in json.loads((SPECS / path).read_text(encoding="utf-8-sig")):
        for result in case["Results"]:
            start = result["Start"]
            end = result["End"] + 1 if "End" in result else start + result["Length"]
            yield case["Input"], result, (start, end)


def number(text: str, result: dict[str, Any]) -> Case | None:
    written = result["Text"]
    refused = ""
    if fold(written) in ("one", "zero", "naught", "nought", "0", "1") and len(text) > len(written):
        refused = "a lone one or zero"
    elif re.search(r"\d[./:+-]\d|\d [./:+-] \d|\d,\d\d?\b", text) and "." not in written and "/" not in written:
        refused = "part of a code, a date or a list"
    elif re.search(r"\b(?:lakh|crore|over|dzs|dozs|dozens|nought|naught)\b|[½¾⅓⅔⅙]", text):
        refused = "a way of writing transcripts do not use"
    elif re.search(r"\^|[0-9]e[-+]?[0-9]|[0-9] {0,2}[kgmb]{1,2}\b", fold(text)):
        refused = "powers of ten and letters for them"
    elif re.search(r"(?:first|fif?th|eighth|ninth|quarter|third|hundredth|trillionth)s?$|fifths", fold(written)):
        refused = "a compound number over or with a fraction"
    elif re.search(r"[0-9] [0-9]{3}|[0-9]\u202f[0-9]", text):
        refused = "thousands set apart by blanks"
    return Case(text, (0, 0), Fraction(result["Resolution"]["value"]), refused)


def percent(text: str, result: dict[str, Any]) -> Case | None:
    value = result["Resolution"]["value"]
    if value == "null":
        return Case(text, (0, 0), None, "no figure at all")
    return Case(text, (0, 0), Fraction(value.rstrip("%")), "percent of twenty" if " of " in result["Text"] else "")


def ordinal(text: str, result: dict[str, Any]) -> Case | None:
    value = result["Resolution"]["value"]
    if result["TypeName"] != "ordinal":
        return Case(text, (0, 0), None, "last, next, previous")
    return Case(text, (0, 0), Fraction(value))


def number_range(text: str, result: dict[str, Any]) -> Case | None:
    value = result["Resolution"]["value"]
    low, high = (Fraction(one) if one else None for one in value[1:-1].split(","))
    return Case(text, (0, 0), (low, high), "" if not re.search(r"[<>=]|equal", text) else "a formula")


CURRENCIES = {
    "Dollar": "dollar", "United States dollar": "dollar", "Euro": "euro", "Chinese yuan": "yuan", "Pound": "pound",
    "British pound": "pound", "Cent": "cent", "Canadian dollar": "canadian-dollar", "Japanese yen": "yen",
    "Franc": "franc", "Swiss franc": "franc", "Australian dollar": "australian-dollar", "Pence": "pence",
    "Rupee": "rupee", "Hong Kong dollar": "hong-kong-dollar",
}  # fmt: skip
TEMPERATURES = {"C": "celsius", "F": "fahrenheit", "Degree": "degree"}


def _unclear(said: str, written: str) -> str:
    """Why an amount cannot be told for sure from its words; "" where it can."""
    if re.search(r"[0-9] ?(?:m|t|mb|pm)$", said):
        return "letters of several meanings"
    if written == "Pound" and "lb" not in said and "£" not in said:
        return "pounds, of money or of weight"
    bare = re.search(r"(?:dollars?|usd|[$] [0-9]+)(?: and)? (?!million|billion)[a-z0-9]+(?: five)?$", said)
    return "cents without their name" if bare and not re.search(r"cents?$", said) else ""


def unit(names: dict[str, str]) -> Callable[[str, dict[str, Any]], Case | None]:
    def convert(text: str, result: dict[str, Any]) -> Case | None:
        resolution = result["Resolution"]
        if resolution["value"] is None:
            return Case(text, (0, 0), None, "no figure at all")
        written = resolution["unit"]
        name = names.get(written, fold(written).replace(" ", "-"))
        return Case(text, (0, 0), (Fraction(resolution["value"]), name), _unclear(fold(result["Text"]), written))

    return convert


DIMENSIONS = {"Metric ton": "ton", "Pound": "pound-weight", "Kilometer per hour": "kilometer-per-hour",
              "Mile per hour": "mile-per-hour"}  # fmt: skip


def close(one: Any, two: Any) -> bool:
    """Equal, but for the fifteen digits the cases print."""
    if isinstance(one, tuple):
        return isinstance(two, tuple) and all(close(a, b) for a, b in zip(one, two, strict=True))
    if isinstance(one, int | Fraction) and isinstance(two, int | Fraction):
        return abs(Fraction(one) - Fraction(two)) <= abs(Fraction(two)) * Fraction(1, 10**13)
    return bool(one == two)


def spans(q: Quantity) -> set[tuple[int, int]]:
    """The places another project may mean: numeral alone, with its sign, with its unit."""
    return {q.span, q.number, (q.span[0], q.number[1]), (q.number[0], q.span[1])}


def by_value(case: Case) -> bool:
    return any(case.span in spans(q) and close(q.value, case.value) for q in read(case.text))


def by_unit(case: Case) -> bool:
    return any(case.span == q.span and close((q.value, q.unit), case.value) for q in read(case.text))


def by_age(case: Case) -> bool:
    """The authors' span takes in "old" and "of age"."""
    return any(case.span[0] == q.span[0] and close((q.value, q.unit), case.value) for q in read(case.text))


def by_range(case: Case) -> bool:
    low, high = case.value
    for q in read(case.text):
        inside = case.span[0] <= q.span[0] and q.number[1] <= case.span[1]
        if low is not None and high is not None:
            agree = close((q.value, q.high), (low, high))
        else:
            agree = close(q.value, low if high is None else high) and q.approx == ("above" if high is None else "below")
        if inside and agree:
            return True
    return False


def date(text: str, result: dict[str, Any]) -> Case | None:
    timex = (result.get("Value") or {}).get("Timex", "")
    parts = re.fullmatch(r"(\d{4}|XXXX)-(\d\d|XX)-(\d\d|XX)", timex)
    said = re.search(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\b[12]\d{3}[-/.]", fold(result["Text"]))
    if not parts or not said:
        return Case(text, (0, 0), None, "counted from today, or in figures of unclear order")
    return Case(text, (0, 0), tuple(int(one) if one.isdigit() else None for one in parts.groups()))


def by_date(case: Case) -> bool:
    return any(case.span == d.span and (d.year, d.month, d.day) == case.value for d in read_dates(case.text))


def read_dates(text: str) -> tuple[Date, ...]:
    return dates(text, Tokens(fold(text), [(0, len(text))]))


Reader = Callable[[str, dict[str, Any]], Case | None]
MODELS: dict[str, tuple[str, Reader, Callable[[Case], bool]]] = {
    "number": ("Number/English/NumberModel.json", number, by_value),
    "percent": ("Number/English/PercentModel.json", percent, by_value),
    "ordinal": ("Number/English/OrdinalModel.json", ordinal, by_value),
    "range": ("Number/English/NumberRangeModel.json", number_range, by_range),
    "currency": ("NumberWithUnit/English/CurrencyModel.json", unit(CURRENCIES), by_unit),
    "dimension": ("NumberWithUnit/English/DimensionModel.json", unit(DIMENSIONS), by_unit),
    "age": ("NumberWithUnit/English/AgeModel.json", unit({}), by_age),
    "temperature": ("NumberWithUnit/English/TemperatureModel.json", unit(TEMPERATURES), by_unit),
    "date": ("DateTime/English/DateParser.json", date, by_date),
}


def cases(path: str, convert: Reader) -> Iterator[Case]:
    for text, result, span in spec(path):
        case = convert(text, result)
        if case is not None:
            yield case._replace(span=span)


def spoken(name: str) -> Iterator[Case]:
    """Numerals in words with their value in digits, from another project's inverse normalisation."""
    for line in (NEMO / f"test_cases_{name}.txt").read_text(encoding="utf-8").splitlines():
        words, _, written = line.partition("~")
        match = re.fullmatch(
            r"(-?)([0-9,]*\.?[0-9]+)((?: (?:thousand|million|billion|trillion|hundred))*)(?:th|st|nd|rd)?", written
        )
        if match:
            value = Fraction(match.group(1) + match.group(2).replace(",", ""))
            for scale in match.group(3).split():
                value *= {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}[
                    scale
                ]
            yield Case(words, (0, len(words)), value, "a lone one or zero" if value in (0, 1) else "")


def seed_facts() -> Iterator[Case]:
    """The annotated facts of the seed: the figure (and unit) must be read with its value, at a place that meets it."""
    lines = (SHARED / "seeds" / "scio-briefing-chongqing-2024-06-05.txt").read_text(encoding="utf-8").split("\n")
    for row in map(json.loads, (SHARED / "gold" / "seed_facts.jsonl").read_text(encoding="utf-8").splitlines()):
        if row["record"] == "fact":
            start = row["col"] - 1
            yield Case(lines[row["line"] - 1], (start, start + len(row["text"])), row)


def fact_found(case: Case) -> bool:
    """Whether a quantity or date meets the fact's place with its value."""
    row = case.value
    meets = lambda span: span[0] < case.span[1] and case.span[0] < span[1]  # noqa: E731
    if row["kind"] == "date":
        want = re.fullmatch(r"(\d{4})(?:-(\d\d|Q\d))?(?:-(\d\d))?", str(row["value"]))
        tokens = read_dates(case.text)
        said = [d for d in tokens if meets(d.span)]
        if want and said:
            return any(d.year in (None, int(want.group(1))) for d in said)
        return any(q.kind == "year" and meets(q.span) and str(q.value) == str(row["value"]) for q in read(case.text))
    if not isinstance(row["value"], int | float):
        return any(q.value is None and meets(q.span) for q in read(case.text))
    return any(meets(q.span) and _same(q, row["value"]) for q in read(case.text))


def _same(q: Quantity, value: float) -> bool:
    if q.value is None:
        return q.kind in ("code", "label")
    size = UNITS[q.unit].size if q.unit in UNITS else 1
    near = 1e-4 * max(1, abs(value))  # the facts round what the mu is
    return any(abs(float(q.value * factor) - abs(value)) < near for factor in (1, size or 1, Fraction(1, 100)))


def rows(listed: str | None) -> Iterator[str]:
    sets: list[tuple[str, list[Case], Callable[[Case], bool]]] = [
        (name, list(cases(path, convert)), judge) for name, (path, convert, judge) in MODELS.items()
    ]
    sets += [(f"spoken {name}", list(spoken(name)), by_value) for name in ("cardinal", "decimal", "ordinal")]
    sets.append(("seed facts", list(seed_facts()), fact_found))
    for name, all_cases, judge in sets:
        wrong = [case for case in all_cases if not judge(case)]
        right = len(all_cases) - len(wrong)
        refused = Counter(case.refused for case in wrong if case.refused)
        meant = len(all_cases) - sum(refused.values())
        reasons = ", ".join(f"{reason} {n}" for reason, n in refused.most_common())
        share, of_meant = right / len(all_cases), right / max(1, meant)
        yield f"| {name} | {len(all_cases)} | {right} | {share:.2f} | {of_meant:.2f} | {reasons} |"
        if listed in (name, "all"):
            for case in wrong:
                if not case.refused:
                    got = [(case.text[slice(*q.span)], str(q.value), q.unit) for q in read(case.text)]
                    got += [(case.text[slice(*d.span)], str(d[1:5]), "date") for d in read_dates(case.text)]
                    print(f"   {name}: {case.text!r} wants {case.text[slice(*case.span)]!r} {case.value}; got {got}")


def tell(about: str, rows: Callable[[str | None], Iterable[str]], title: str, name: str) -> int:
    """Print the table of a benchmark of fixtures, by the arguments of its command."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", metavar="KIND", help="show what is read otherwise, of one kind or all")
    parser.add_argument("--write", action="store_true", help="keep the table as a dated file in benchmarks/runs")
    args = parser.parse_args()
    if not SPECS.is_dir():
        sys.exit(f"no shared data at {SPECS}")
    table = [
        "| kind | cases | right | share | of those we mean to read | refused on purpose |",
        "|---|---|---|---|---|---|",
        *rows(args.list),
    ]
    print("\n".join(table))
    if args.write:
        RUNS.mkdir(exist_ok=True)
        path = RUNS / f"{datetime.date.today():%Y-%m-%d}-{name}.md"
        path.write_text(f"# {title}\n\n" + "\n".join(table) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(tell(__doc__, rows, "Numbers and dates of other projects", "numbers"))
