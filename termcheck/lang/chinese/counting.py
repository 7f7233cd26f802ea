"""What shows that characters for numbers count something: the measure words of Chinese, a closed class."""

from __future__ import annotations

# Measure words, and the nouns that are counted without one (人, 国, 省 ...).
CLASSIFIERS = frozenset(
    "个名位人家座条项次件种类处所间栋幢套台辆架艘列部本册篇份封张片块支枝根棵株颗粒枚把顶副双对批组群队届期轮场回趟户口头匹瓶杯碗"
    "箱袋盒罐车例起宗笔桩门节课句章层步点面方省市县区镇乡村州代号票席校院站港岛省宗员剂针床道幅款样段声股环域党军族国者城地省路字大"
    "季倍胜负枪只艘架栏格页卷集首曲出幕尊发任拨派伙帮"
)
# Words that only begin like a measure word: 五台山, 三门峡, 十字路口, 三国演义, 三点多.
_NOT_BEFORE = {
    "台": "山河县", "门": "峡", "字": "路架会军", "国": "演际内外家务产防庆企有民人会", "面": "体包粉", "点": "半钟", "口": "径", "本": "来身", "发": "展生达",
    "起": "来初", "对": "于", "部": "署", "场": "所", "节": "约能", "把": "握", "所": "有以", "方": "向式便案法", "地": "方区址",
    "市": "场", "区": "别块域", "道": "路德", "任": "何务", "出": "口现生", "大": "陆家约概幅量多", "者": "", "字母": "",
    "代": "表", "路": "军线", "集": "团中", "会": "", "号": "码召", "口岸": "", "款": "项", "派": "出遣", "位": "置于",
}  # fmt: skip
# 二 is no count before a measure word (两 is), and these make a pair of one kind rather than a number.
_BOTH = frozenset("国地者省市党军城")


def classifier_after(folded: str, end: int) -> str:
    """The measure word at an offset; "" where none stands there."""
    char = folded[end : end + 1]
    if char not in CLASSIFIERS or not char:
        return ""
    following = folded[end + 1 : end + 2]
    return "" if following and following in _NOT_BEFORE.get(char, "") else char


def counts(said: str, classifier: str, previous: str = "") -> bool:
    """Whether a numeral in characters with this measure word is a count: not 一个 (a), 二次 (secondary), 两国 (both)."""
    if said in ("一", "二", "零", "〇"):
        return False
    if classifier == "季":
        return previous in ("首", "前", "头")  # 首三季, but 四季 are the seasons
    return not (said == "两" and classifier in _BOTH)


def is_idiom(folded: str, start: int, end: int) -> bool:
    """Whether a figure of speech with two numerals stands here: 四面八方, 三番五次, 一国两制, 千方百计."""
    numbers = "一二两三四五六七八九十百千万"
    if end - start != 1:
        return False
    ahead = folded[start : start + 4]
    back = folded[max(0, start - 2) : start + 2]
    return any(
        len(four) == 4 and four[0] in numbers and four[2] in numbers and _plain(four[1]) and _plain(four[3])
        for four in (ahead, back)
    )


def _plain(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff" and char not in "一二两三四五六七八九十百千万亿年月日天分成个至到和"
