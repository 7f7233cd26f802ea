"""Units as Chinese writes them behind a numeral, and money words and signs before it; all forms folded."""

from __future__ import annotations

import re

from ..units import SIGN_CHARS, SIGNS, UNITS, Unit

_FORMS = {
    "percent": "% 厘 巴仙", "per-mille": "‰", "percentage-point": "个百分点 百分点",
    "basis-point": "个基点 基点 个基本点 基本点 点子 bp bps",
    "times": "倍", "part-per-million": "ppm", "microgram-per-cubic-meter": "微克/立方米 微克每立方米 μg/m3",
    "milligram-per-cubic-meter": "毫克/立方米 毫克每立方米",
    "meter": "米 公尺", "kilometer": "公里 千米 km", "decimeter": "分米", "centimeter": "厘米 公分 cm",
    "millimeter": "毫米 mm", "micrometer": "微米 μm", "nanometer": "纳米 nm", "mile": "英里 英哩",
    "nautical-mile": "海里",
    "yard": "英码", "foot": "英尺 英呎 尺", "inch": "英寸 英吋", "li": "华里 里",
    "square-meter": "平方米 平方公尺 平米 m2 m² ㎡", "square-kilometer": "平方公里 平方千米 km2 km²",
    "square-centimeter": "平方厘米", "square-mile": "平方英里", "square-foot": "平方英尺 平方呎 平方尺",
    "hectare": "公顷",
    "mu": "亩 市亩", "acre": "英亩", "cubic-meter": "立方米 立方公尺 m3 m³", "cubic-kilometer": "立方公里 立方千米",
    "cubic-centimeter": "立方厘米", "cubic-foot": "立方英尺 立方尺", "liter": "升 公升", "milliliter": "毫升 ml",
    "barrel": "桶", "gallon": "加仑",
    "gram": "克", "kilogram": "公斤 千克 kg", "milligram": "毫克 mg", "microgram": "微克 μg", "ton": "吨 公吨 吨级",
    "pound-weight": "磅", "ounce": "盎司", "carat": "克拉", "jin": "斤 市斤",
    "second": "秒 秒钟", "millisecond": "毫秒 ms", "microsecond": "微秒", "nanosecond": "纳秒", "minute": "分钟",
    "hour": "小时 个小时 钟头 个钟头", "day": "天 日 昼夜", "week": "周 星期 个星期 礼拜 个礼拜",
    "month": "个月 个多月 个余月", "year": "年 周年 周岁 岁 年期 个年头 载", "century": "个世纪 个多世纪 世纪",
    "decade": "个年代",
    "watt": "瓦 瓦特", "kilowatt": "千瓦 kw", "megawatt": "兆瓦 mw", "gigawatt": "吉瓦 gw", "terawatt": "太瓦",
    "horsepower": "马力", "joule": "焦耳", "kilojoule": "千焦", "megajoule": "兆焦", "calorie": "卡路里",
    "kilocalorie": "千卡 大卡", "watt-hour": "瓦时", "kilowatt-hour": "千瓦时 千瓦小时 kwh 度电",
    "megawatt-hour": "兆瓦时 mwh", "gigawatt-hour": "吉瓦时 gwh", "terawatt-hour": "太瓦时 twh",
    "volt": "伏 伏特", "kilovolt": "千伏 kv", "hectopascal": "百帕", "kilopascal": "千帕", "megapascal": "兆帕",
    "kilometer-per-hour": "公里/小时 公里每小时 千米每小时 千米/小时 公里/时 km/h",
    "meter-per-second": "米/秒 米每秒 m/s",
    "knot": "海里/小时", "kilobyte": "kb 千字节", "megabyte": "mb 兆字节", "gigabyte": "gb", "terabyte": "tb",
    "petabyte": "pb",
    "byte": "字节", "bit": "比特", "megabit-per-second": "mbps", "gigabit-per-second": "gbps",
    "hertz": "赫兹", "kilohertz": "千赫 千赫兹", "megahertz": "兆赫 兆赫兹 mhz", "gigahertz": "吉赫 吉赫兹 ghz",
    "decibel": "分贝", "celsius": "摄氏度 ℃ °c", "fahrenheit": "华氏度 ℉ °f", "degree": "°",
    "teu": "teu 标准箱 个标准箱 标箱 个标箱 个集装箱", "ton-kilometer": "吨公里", "passenger-kilometer": "人公里",
    "yuan": "元人民币 元 块钱 人民币 圆", "dollar": "美元 美金 美圆", "hong-kong-dollar": "港元 港币 港圆 港纸 元港币",
    "australian-dollar": "澳元 澳币 澳大利亚元", "canadian-dollar": "加元 加币 加拿大元",
    "new-zealand-dollar": "新西兰元 纽元", "singapore-dollar": "新加坡元 坡元 新加坡币",
    "taiwan-dollar": "新台币 台币 元新台币",
    "euro": "欧元", "pound": "英镑", "yen": "日元 日圆 元日圆", "won": "韩元 韩圆 韩币", "ruble": "卢布",
    "rupee": "卢比 印度卢比",
    "franc": "法郎 瑞士法郎 瑞郎", "real": "雷亚尔", "cent": "美分", "pence": "便士", "baht": "泰铢",
    "ringgit": "林吉特 令吉",
    "rupiah": "印尼盾 印尼卢比", "dong": "越南盾", "peso": "比索", "lira": "里拉", "rand": "兰特", "dirham": "迪拉姆",
    "riyal": "沙特里亚尔", "rial": "里亚尔 伊朗里亚尔", "shekel": "谢克尔",
    "krona": "瑞典克朗", "krone": "挪威克朗 丹麦克朗",
    "zloty": "兹罗提",
    "forint": "福林", "tenge": "坚戈", "taka": "塔卡", "naira": "奈拉", "pataca": "澳门元 澳门币 葡币", "kip": "基普",
    "riel": "瑞尔", "bitcoin": "比特币 枚比特币",
}  # fmt: skip
# Single Latin letters are units in this case only: 5G is no five grams.
_LETTERS = {"g": "gram", "m": "meter", "L": "liter", "W": "watt", "V": "volt", "t": "ton"}
# How words begin that only look like a unit: 3天然, 5元素, 2年级, 3日本, 5里面, 四周围.
_WORDS = frozenset(
    (
        "天然 天地 天空 天气 天津 元素 元旦 元朗 元件 元宵 元首 年级 年代 年轮 年产 年报 年鉴 日本 日元 日圆 日常 "
        "日报 里面 里边 里头 里程 里屯 里斯 里约 周围 周边 周转 周刊 升级 升至 升到 升幅 升高 米兰 克服 卡车 卡通 "
        "尺度 尺寸 载体 瓦解 伏击 桶装 厘定 厘清 秒杀 磅礴 斤斤 岁末 吨位 圆桌 圆满"
    ).split()
)


def _by_first() -> dict[str, list[tuple[str, Unit]]]:
    found: dict[str, list[tuple[str, Unit]]] = {}
    for name, forms in _FORMS.items():
        for form in forms.split():
            found.setdefault(form[0], []).append((form, UNITS[name]))
    for same in found.values():
        same.sort(key=lambda one: -len(one[0]))
    return found


FORMS = _by_first()
# The names of money that go before a figure; 兑美元6.9 is a rate.
_MONEY_WORDS = {"人民币": "yuan", "港币": "hong-kong-dollar", "美金": "dollar", "新台币": "taiwan-dollar"}


def unit_after(text: str, folded: str, end: int) -> tuple[Unit | None, int]:
    """The unit behind a numeral that ends at `end`, and the offset where the unit ends."""
    at = end + (folded[end : end + 1] == " ")
    first = folded[at : at + 1]
    for form, unit in FORMS.get(first, ()):
        behind = at + len(form)
        if not folded.startswith(form, at):
            continue
        if len(form) == 1 and folded[at : at + 2] in _WORDS:
            return None, end
        if form.endswith(_WEEK) and folded[behind : behind + 1] in tuple("一二三四五六日天"):
            continue  # 最后一个星期日
        if _latin(form[-1]) and _latin(folded[behind : behind + 1]):
            continue
        return unit, behind
    if _MINUTE.match(folded, at):
        return UNITS["minute"], at + 1
    letter = _LETTERS.get(text[at : at + 1])
    if letter and not _latin(folded[at + 1 : at + 2]):
        return UNITS[letter], at + 1
    if first in SIGN_CHARS and at == end and not folded[at + 1 : at + 2].isdigit():
        return UNITS[SIGNS[first]], at + 1
    return None, end


def _latin(char: str) -> bool:
    return "a" <= char <= "z"


def money_before(folded: str, start: int) -> tuple[int, Unit | None]:
    """Where a quantity begins, its currency taken in, and that currency: 人民币 15亿, US$22, HK$ 22."""
    here = start - (folded[start - 1 : start] == " ")
    if here and folded[here - 1] in SIGN_CHARS:
        begin = here - 1
        while begin and here - begin <= 3 and _latin(folded[begin - 1]):
            begin -= 1
        written = folded[begin:here]
        known = SIGNS.get(written) or SIGNS.get(written[:-1])  # other letters: some other dollar
        return begin, UNITS[known] if known else Unit(written, "money", 0)
    code = folded[max(0, here - 3) : here]
    if code in SIGNS and not _latin(folded[here - 4 : here - 3]):
        return here - 3, UNITS[SIGNS[code]]
    for word, name in _MONEY_WORDS.items():
        if folded.endswith(word, 0, here) and folded[here - len(word) - 1 : here - len(word)] not in ("兑", "对"):
            return here - len(word), UNITS[name]
    return start, None


_WEEK = ("星期", "礼拜")
_MINUTE = re.compile("分(?=[0-9一二三四五六七八九十]{1,3}秒)")  # 分 alone may be points, or cents
_SCALE = re.compile("(华氏|摄氏)(?:温度)?(?:为|是|约)? ?(?:零下|-)?$")


def degree_after(folded: str, start: int, end: int, scaled: int) -> tuple[Unit | None, int]:
    """The unit of 度 behind digits: of temperature or angle, or of electricity (3亿度), and where it ends."""
    at = end + (folded[end : end + 1] == " ")
    if folded[at : at + 1] != "度" or folded[at + 1 : at + 2] in tuple("假过"):
        return None, end
    if scaled >= 10**4:
        return UNITS["kilowatt-hour"], at + 1
    told = _SCALE.search(folded[max(0, start - 8) : start])
    return UNITS[{"华氏": "fahrenheit", "摄氏": "celsius"}[told.group(1)] if told else "degree"], at + 1
