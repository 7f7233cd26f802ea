"""Units as English writes them, before and behind a numeral."""

from __future__ import annotations

from ..units import SIGNS, UNITS, Unit
from ..words import Tokens
from .numerals import Numeral, linked

# Forms besides the canonical name and its plural.
_OTHER_FORMS = {
    "percent": "per cent, pct", "percentage-point": "per cent point, per cent points, percent point, percent points",
    "basis-point": "bps", "times": "times, fold", "kilometer": "km, kms", "centimeter": "cm", "millimeter": "mm",
    "decimeter": "dm", "nanometer": "nm", "foot": "feet, ft", "inch": "inches", "square-meter": "sqm, sq m, m2",
    "square-kilometer": "sq km, km2", "square-foot": "square feet, sq ft", "hectare": "ha", "mu": "mu",
    "cubic-meter": "m3", "cubic-foot": "cubic feet", "milliliter": "ml", "kilogram": "kg, kgs, kilo, kilos",
    "gram": "gramme, grammes", "milligram": "mg", "ton": "tonne, tonnes, metric ton, metric tons",
    "pound-weight": "lb, lbs", "ounce": "oz", "millisecond": "ms", "century": "centuries", "kilowatt": "kw",
    "megawatt": "mw", "gigawatt": "gw", "kilowatt-hour": "kwh", "megawatt-hour": "mwh", "gigawatt-hour": "gwh",
    "terawatt-hour": "twh", "kilometer-per-hour": "kilometers per hour, kilometres per hour, kph, km h",
    "mile-per-hour": "miles per hour, miles an hour, mph", "megabyte": "mb", "gigabyte": "gb", "terabyte": "tb",
    "hertz": "hz", "megahertz": "mhz", "gigahertz": "ghz",
    "celsius": "degrees celsius, degree celsius, degrees centigrade, degrees c, degree c",
    "fahrenheit": "degrees fahrenheit, degree fahrenheit, degrees f, degree f",
    "yuan": "renminbi, rmb, cny, renminbi yuan, rmb yuan, chinese yuan",
    "dollar": "us dollar, us dollars, u s dollar, u s dollars, american dollars, usd",
    "hong-kong-dollar": "hk dollars, hkd", "australian-dollar": "aud", "canadian-dollar": "cad",
    "singapore-dollar": "sgd", "taiwan-dollar": "new taiwan dollars, twd", "euro": "eur",
    "pound": "pounds sterling, gbp", "yen": "jpy", "won": "krw", "ruble": "rouble, roubles, rub", "rupee": "inr",
    "franc": "swiss francs, swiss franc, chf",
}  # fmt: skip
_BARE = frozenset({"won", "real", "li", "times"})  # ordinary words in one of the two forms
_WITHIN = frozenset({" ", "-", ".", ". ", "/", "\n", "\r\n"})


def _forms() -> dict[str, dict[tuple[str, ...], Unit]]:
    found: dict[str, dict[tuple[str, ...], Unit]] = {}
    for name, unit in UNITS.items():
        plain = name.replace("-", " ")
        written = [plain, f"{plain}s"] if name not in _BARE else [plain] if name == "li" else []
        if "meter" in name or "liter" in name:
            written += [form.replace("meter", "metre").replace("liter", "litre") for form in written]
        for form in written + _OTHER_FORMS.get(name, "").split(", "):
            if form:
                first, *rest = form.split()
                found.setdefault(first, {})[tuple(rest)] = unit
    return found


FORMS = _forms()


def sign(tokens: Tokens, found: Numeral) -> tuple[int, Unit | None]:
    """Where a quantity begins, its currency sign taken in, and the unit of that sign: $22, US$ 22, RMB 22."""
    folded, start = tokens.folded, found.start
    here = start - (start > 0 and folded[start - 1] in " \n")
    if here and folded[here - 1] in "$€£¥￥":
        begin = here - 1
        while begin and here - begin <= 3 and folded[begin - 1].isalpha():
            begin -= 1
        written = folded[begin:here]
        # letters we do not know make it some other dollar: a unit of its own
        return begin, UNITS.get(SIGNS.get(written, "")) or Unit(written, "money", 0)
    code = folded[max(0, here - 3) : here]
    if code in SIGNS and not folded[max(0, here - 4) : max(0, here - 3)].isalnum():
        return here - 3, UNITS[SIGNS[code]]
    return start, None


def unit_after(tokens: Tokens, found: Numeral) -> tuple[Unit | None, int, int]:
    """The unit behind a numeral, the offset where it ends, and the index of the word behind it."""
    end, after = found.end, found.after
    if found.suffix:
        unit = FORMS.get(found.suffix, {}).get(())
        return (unit, tokens.ends[after - 1], after) if unit else (None, end, after)
    if marked := _mark(tokens, end, after):
        return marked
    return _in_words(tokens, end, after) if linked(tokens, after - 1) else (None, end, after)


def _mark(tokens: Tokens, end: int, after: int) -> tuple[Unit, int, int] | None:
    """The unit of a sign behind a numeral: 5%, 20 €, 20 °C."""
    folded = tokens.folded
    at = end + (folded[end : end + 1] == " ")
    sign = folded[at : at + 1]
    if sign == "%":
        return UNITS["percent"], at + 1, after
    if sign == "°":
        scale = {"c": "celsius", "f": "fahrenheit"}.get(tokens.words[after] if after < len(tokens.words) else "")
        if scale and tokens.starts[after] - at <= len("° "):
            return UNITS[scale], tokens.ends[after], after + 1
        return UNITS["degree"], at + 1, after
    if sign and sign in "$€£¥" and not folded[at + 1 : at + 3].strip()[:1].isdigit():
        return UNITS[SIGNS[sign]], at + 1, after
    return None


def _in_words(tokens: Tokens, end: int, after: int) -> tuple[Unit | None, int, int]:
    words = tokens.words
    best: Unit | None = None
    behind = after
    for rest, unit in FORMS.get(words[after], {}).items():
        last = after + len(rest)
        whole = tuple(words[after + 1 : last + 1]) == rest
        if last >= behind and whole and all(tokens.gap(n) in _WITHIN for n in range(after, last)):
            best, behind = unit, last + 1
    if words[after] == "second" and tokens.gap(after - 1) == " " and words[after - 1] not in ("1", "one"):
        return None, end, after  # "the 5 second prizes" counts no seconds
    return (best, tokens.ends[behind - 1], behind) if best else (None, end, after)
