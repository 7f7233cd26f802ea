"""Units as English writes them, before and behind a numeral."""

from __future__ import annotations

from ..units import SIGN_CHARS, SIGNS, UNITS, Unit
from ..words import Tokens
from .numerals import Numeral, next_word

# Forms besides the canonical name and its plural.
_OTHER_FORMS = {
    "percent": "per cent, pct",
    "per-mille": "per mille, permille, per mil, per thousand",
    "percentage-point": "per cent point, per cent points, percent point, percent points",
    "basis-point": "bps", "times": "times, fold", "part-per-million": "ppm", "part-per-billion": "ppb",
    "microgram-per-cubic-meter": "μg m3, µg m3", "milligram-per-cubic-meter": "mg m3",
    "kilometer": "km, kms", "centimeter": "cm", "millimeter": "mm", "decimeter": "dm", "nanometer": "nm",
    "micrometer": "micron, microns, μm, µm", "foot": "feet, ft", "inch": "inches",
    "square-meter": "sqm, sq m, m2", "square-kilometer": "sq km, sqkm, km2", "square-centimeter": "sq cm, cm2",
    "square-millimeter": "sq mm, mm2", "square-mile": "sq mi, sq mile, sq miles",
    "square-foot": "square feet, sq ft, sqft",
    "square-inch": "square inches, sq in", "hectare": "ha", "mu": "mu", "cubic-meter": "m3, cu m",
    "cubic-centimeter": "cm3, cc", "cubic-foot": "cubic feet, cu ft", "cubic-inch": "cubic inches",
    "acre-foot": "acre feet", "milliliter": "ml", "hectoliter": "hl", "kilogram": "kg, kgs, kilo, kilos",
    "gram": "gramme, grammes", "milligram": "mg", "microgram": "μg, µg, mcg, microgramme, microgrammes",
    "ton": "tonne, tonnes, metric ton, metric tons, metric tonne, metric tonnes",
    "pound-weight": "lb, lbs", "ounce": "oz", "catty": "catties", "millisecond": "ms", "century": "centuries",
    "kilowatt": "kw", "megawatt": "mw", "gigawatt": "gw", "terawatt": "tw", "horsepower": "horsepower, hp",
    "kilojoule": "kj", "megajoule": "mj", "gigajoule": "gj", "kilocalorie": "kcal", "watt-hour": "wh",
    "kilowatt-hour": "kwh", "megawatt-hour": "mwh", "gigawatt-hour": "gwh", "terawatt-hour": "twh", "kilovolt": "kv",
    "hectopascal": "hpa", "kilopascal": "kpa", "megapascal": "mpa",
    "kilometer-per-hour": "kilometers an hour, kilometres an hour, kph, kmph, km h, km hr, km per hour",
    "mile-per-hour": "miles an hour, mph",
    "meter-per-second": "meters a second, metres a second, m s, mps",
    "foot-per-second": "feet per second", "kilobyte": "kb", "megabyte": "mb", "gigabyte": "gb", "terabyte": "tb",
    "petabyte": "pb", "kilobit-per-second": "kbps", "megabit-per-second": "mbps",
    "gigabit-per-second": "gbps", "petaflop": "pflops",
    "exaflop": "eflops", "hertz": "hz", "kilohertz": "khz", "megahertz": "mhz", "gigahertz": "ghz", "decibel": "db",
    "ton-kilometer": "tonne kilometers, tonne kilometres, tonne km, ton km, ton kilometres",
    "passenger-kilometer": "passenger km, passenger kilometres",
    "celsius": "degrees celsius, degree celsius, degrees centigrade, degree centigrade, degrees c, degree c, "
    "deg celsius, deg c", "fahrenheit": "degrees fahrenheit, degree fahrenheit, degrees f, degree f, deg f",
    "degree": "deg", "yuan": "renminbi, rmb, cny, renminbi yuan, rmb yuan, chinese yuan",
    "dollar": "us dollar, us dollars, u s dollar, u s dollars, american dollars, usd",
    "hong-kong-dollar": "hk dollars, hkd", "australian-dollar": "aud", "canadian-dollar": "cad",
    "singapore-dollar": "sgd", "taiwan-dollar": "new taiwan dollars, twd", "euro": "eur",
    "pound": "pounds sterling, british pounds, gbp", "yen": "japanese yen, jpy",
    "won": "south korean won, korean won, krw", "ruble": "rouble, roubles, russian rubles, russian roubles, rub",
    "rupee": "indian rupees, inr", "franc": "swiss francs, swiss franc, chf", "baht": "thai baht, thb",
    "ringgit": "malaysian ringgit, myr", "rupiah": "indonesian rupiah, idr", "dong": "vietnamese dong, vnd",
    "peso": "mexican pesos, philippine pesos, mxn", "lira": "turkish lira, turkish liras",
    "rand": "south african rand, zar", "dirham": "uae dirhams, aed",
    "krona": "kronor, swedish kronor, swedish krona, sek", "shekel": "israeli shekels",
    "krone": "kroner, norwegian kroner, danish kroner, danish krone, norwegian krone, nok, dkk",
    "zloty": "zlotys, polish zlotys, pln", "koruna": "czech koruna", "guilder": "dutch guilders",
    "tenge": "kazakh tenge, kzt", "pataca": "macao patacas", "bitcoin": "btc",
    "real": "brazilian reais, brazilian real",
}  # fmt: skip
_BARE = frozenset({"won", "real", "li", "times", "dong", "rand"})  # ordinary words in one of the two forms
_BLANKS = frozenset(" \n")
_WITHIN = frozenset({" ", "-", ".", ". ", "/", "\n", "\r\n"})


def _forms() -> dict[str, dict[tuple[str, ...], Unit]]:
    found: dict[str, dict[tuple[str, ...], Unit]] = {}
    for name, unit in UNITS.items():
        plain = name.replace("-", " ")
        measure, per, base = plain.partition(" per ")
        written = [plain, f"{measure}s{per}{base}"] if name not in _BARE else [plain] if name == "li" else []
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
    here = start - (folded[start - 1 : start] in _BLANKS)
    code = folded[max(0, here - 3) : here]
    if code[-1:] in SIGN_CHARS:
        begin = here - 1
        while begin and here - begin <= 3 and folded[begin - 1].isalpha():
            begin -= 1
        written = folded[begin:here]
        # letters we do not know make it some other dollar: a unit of its own
        known = SIGNS.get(written) or SIGNS.get(written[:-1])
        return begin, UNITS[known] if known else Unit(written, "money", 0)
    if code in SIGNS and not folded[max(0, here - 4) : max(0, here - 3)].isalnum():
        return here - 3, UNITS[SIGNS[code]]
    return start, None


def unit_after(tokens: Tokens, found: Numeral) -> tuple[Unit | None, int, int]:
    """The unit behind a numeral, the offset where it ends, and the index of the word behind it."""
    end, after = found.end, found.after
    if found.suffix:
        unit, behind, last = _in_words(tokens, found.suffix, after - 1)
        return (unit, behind, last) if unit else (None, end, after)
    if following := next_word(tokens, after):
        if following in FORMS and not _counts_no_seconds(tokens, after):
            unit, behind, last = _in_words(tokens, following, after)
            return (unit, behind, last) if unit else (None, end, after)
        return None, end, after
    return _mark(tokens, end, after) or (None, end, after)


def _mark(tokens: Tokens, end: int, after: int) -> tuple[Unit, int, int] | None:
    """The unit of a sign behind a numeral: 5%, 20 €, 20 °C."""
    folded = tokens.folded
    at = end + (folded[end : end + 1] == " ")
    sign = folded[at : at + 1]
    if sign in "%‰" and sign:
        return UNITS["percent" if sign == "%" else "per-mille"], at + 1, after
    if sign in "℃℉" and sign:
        return UNITS["celsius" if sign == "℃" else "fahrenheit"], at + 1, after
    if sign == "°":
        scale = {"c": "celsius", "f": "fahrenheit"}.get(tokens.words[after] if after < len(tokens.words) else "")
        if scale and tokens.starts[after] - at <= len("° "):
            return UNITS[scale], tokens.ends[after], after + 1
        return UNITS["degree"], at + 1, after
    if sign in SIGN_CHARS and not folded[at + 1 : at + 3].strip()[:1].isdigit():
        return UNITS[SIGNS[sign]], at + 1, after
    return None


def _in_words(tokens: Tokens, first: str, at: int) -> tuple[Unit | None, int, int]:
    """The longest unit that begins with `first`, which is word `at` or its end: "km" of "10km/h"."""
    words = tokens.words
    best: Unit | None = None
    behind = at
    for rest, unit in FORMS.get(first, {}).items():
        last = at + len(rest)
        whole = tuple(words[at + 1 : last + 1]) == rest
        if last >= behind and whole and all(tokens.gap(n) in _WITHIN for n in range(at, last)):
            best, behind = unit, last + 1
    return best, tokens.ends[max(at, behind - 1)], behind


def _counts_no_seconds(tokens: Tokens, at: int) -> bool:
    """Whether word `at` is an ordinal and no unit: "the 5 second prizes"."""
    return tokens.words[at] == "second" and tokens.gap(at - 1) == " " and tokens.words[at - 1] not in ("1", "one")
