"""Make countries.txt and places.txt. Run by hand when the lists are renewed; see README.md beside it.

python termcheck/lang/data/build_places.py CLDR/common/main DIVISIONS.csv
"""

from __future__ import annotations

import csv
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).resolve().parent
LOCALES = (("zh", "zh_Hant", "zh_Hant_HK"), ("en", "en_001"))
# Official English names that are not the pinyin of the Chinese name, or stand beside it.
OTHER = {
    "内蒙古": "Inner Mongolia", "西藏": "Xizang,Tibet", "陕西": "Shaanxi", "呼和浩特": "Hohhot,Huhhot",
    "鄂尔多斯": "Ordos,Erdos", "呼伦贝尔": "Hulunbuir,Hulun Buir", "巴彦淖尔": "Bayannur,Bayan Nur",
    "乌兰察布": "Ulanqab,Ulan Qab", "兴安": "Xing'an,Hinggan,Xingan", "锡林郭勒": "Xilingol,Xilin Gol",
    "阿拉善": "Alxa,Alashan", "哈尔滨": "Harbin", "齐齐哈尔": "Qiqihar", "佳木斯": "Jiamusi",
    "大兴安岭": "Daxing'anling,Da Hinggan Ling,Greater Khingan,Greater Hinggan", "拉萨": "Lhasa",
    "日喀则": "Xigaze,Shigatse", "昌都": "Qamdo,Chamdo", "林芝": "Nyingchi", "山南": "Shannan,Lhokha,Lhoka",
    "那曲": "Nagqu,Nagchu", "阿里": "Ngari,Ali", "阿坝": "Aba,Ngawa", "甘孜": "Garze,Ganzi,Garzê",
    "果洛": "Golog,Golok,Guoluo", "玉树": "Yushu", "海西": "Haixi", "迪庆": "Diqing,Deqen", "普洱": "Pu'er,Puer",
    "乌鲁木齐": "Urumqi,Ürümqi", "克拉玛依": "Karamay", "吐鲁番": "Turpan,Turfan", "哈密": "Hami,Kumul",
    "博尔塔拉": "Bortala", "巴音郭楞": "Bayingolin,Bayingol", "阿克苏": "Aksu", "克孜勒苏": "Kizilsu",
    "喀什": "Kashgar,Kashi", "和田": "Hotan,Khotan", "伊犁": "Ili,Yili", "塔城": "Tacheng", "阿勒泰": "Altay",
    "阿拉尔": "Aral,Alar", "图木舒克": "Tumxuk,Tumushuke", "香格里拉": "Shangri-La,Shangri-la",
    "广东": "Guangdong,Canton,Kwangtung", "广州": "Guangzhou,Canton", "北京": "Beijing,Peking",
    "南京": "Nanjing,Nanking", "重庆": "Chongqing,Chungking", "天津": "Tianjin,Tientsin", "厦门": "Xiamen,Amoy",
    "福建": "Fujian,Fukien", "青岛": "Qingdao,Tsingtao", "沈阳": "Shenyang,Mukden", "杭州": "Hangzhou,Hangchow",
    "苏州": "Suzhou,Soochow", "四川": "Sichuan,Szechuan,Szechwan", "山东": "Shandong,Shantung",
}  # fmt: skip
# Where most counties have names in Mongolian, Tibetan or Uygur, or a romanisation of their own: no counties of these.
NO_PINYIN = ("15", "54", "63", "65", "5132", "5133", "71", "81", "82", "91")
# No parts of China's mainland for this list: countries.txt has them, or they stand for no place.
NOT_HERE = ("71", "81", "82", "91", "5001", "5002")


def territories(folder: Path, locale: str) -> dict[str, list[str]]:
    """The names of each territory of two letters in a locale of CLDR, the common one first."""
    names: dict[str, list[str]] = {}
    for one in ElementTree.parse(folder / f"{locale}.xml").iterfind("localeDisplayNames/territories/territory"):
        if len(one.attrib["type"]) == 2 and one.text:
            names.setdefault(one.attrib["type"], []).append(_plain(one.text))
    return names


def _plain(name: str) -> str:
    """A name without marks: "Myanmar (Burma)" is the first word, 刚果（金） is one."""
    name = re.sub(r" \(.*\)| - .*| SAR China", "", name.replace("\u2019", "'").replace("St. ", "Saint "))
    return name.replace(" & ", " and ") if name[0] < "\u3000" else re.sub(r"[（）]", "", name)


def countries(folder: Path) -> list[str]:
    """`code|Chinese names|English names` for each country that nations.txt has."""
    wanted = [line[:2] for line in (HERE / "nations.txt").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    sides = [[territories(folder, locale) for locale in group] for group in LOCALES]
    rows = []
    for code in wanted:
        names = ([name for one in side for name in one.get(code, ())] for side in sides)
        rows.append("|".join((code, *(",".join(dict.fromkeys(one)) for one in names))))
    return rows


def english(pinyin: str) -> list[str]:
    """Pinyin syllables as one capitalised word, with an apostrophe before a vowel; and without it."""
    first, *rest = pinyin.replace("v", "\u00fc").split()
    word = first + "".join("'" * (part[0] in "aeo") + part for part in rest)
    forms = [word, word.replace("'", ""), word.replace("\u00fc", "u"), word.replace("\u00fc", "yu")]
    return list(dict.fromkeys(form.capitalize() for form in forms))


def places(divisions: Path) -> list[str]:
    """`level|Chinese name|suffixes|English names`: levels 0 province, 1 city or prefecture, 2 county or district."""
    found: dict[str, tuple[str, set[str], list[str]]] = {}
    with divisions.open(encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            level, name, code = row["deep"], row["name"], row["id"]
            if code.startswith(NOT_HERE) or (level == "2" and code.startswith(NO_PINYIN)):
                continue
            syllables = row["pinyin"].split()
            while len(name) > 2 and name[-1] in "省市区县新":
                name, syllables = name[:-1], syllables[:-1]
            suffix = row["ext_name"].removeprefix(name)
            if len(code) > 4:  # under a province itself, but a county all the same
                level = "2"
            if len(syllables) != len(name) or not suffix:  # 宁县 has no name but with its suffix, and 威宁县 is no 宁县
                continue
            forms = OTHER.get(name, "").split(",") if name in OTHER else english(" ".join(syllables))
            before, suffixes, known = found.get(name, (level, set(), forms))
            short = {suffix[-1]} if suffix.endswith(("自治县", "自治州")) else set()
            found[name] = (min(level, before), suffixes | {suffix} | short, known)
            known += [form for form in forms if form not in known]
    return ["|".join((level, name, ",".join(sorted(s)), ",".join(e))) for name, (level, s, e) in found.items()]


def main(cldr: Path, divisions: Path) -> None:
    """Write both files beside this script."""
    for name, rows in (("countries.txt", countries(cldr)), ("places.txt", places(divisions))):
        (HERE / name).write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
