"""What shows that characters for numbers count something: the measure words of Chinese, a closed class."""

from __future__ import annotations

# Measure words, and the nouns that are counted without one (人, 国, 省 ...).
CLASSIFIERS = frozenset(
    "个名位人家座条项次件种类处所间栋幢套台辆架艘列部本册篇份封张片块支枝根棵株颗粒枚把顶副双对批组群队届期轮场回趟户"
    "口头匹瓶杯碗箱袋盒罐车例起宗笔桩门节课句章层步点面方省市县区镇乡村州代号票席校院站港岛员剂针床道幅款样段声股环域"
    "党军族国者城地路字大季倍胜负枪只栏格页卷集首曲出幕尊发任拨派伙帮"
)
# How words begin that only look like a measure word: 五台山, 三门峡, 十字路口, 三国演义, 三点半.
_WORDS = frozenset(
    (
        "台山 台河 台县 门峡 字路 字架 字会 字军 国演 国际 国内 国外 国家 国务 国产 国防 国庆 国企 国有 国民 国人 "
        "国会 面体 面包 面粉 点半 点钟 口径 本来 本身 发展 发生 发达 起来 起初 对于 部署 场所 节约 节能 把握 所有 "
        "所以 所示 所述 所列 所载 所需 方向 方式 方便 方案 方法 地方 地区 地址 市场 区别 区块 区域 道路 道德 任何 "
        "任务 出口 出现 出生 大陆 大家 轮车 轮驱 轮椅 大约 大概 大幅 大量 大多 代表 路军 路线 集团 集中 号码 号召 "
        "款项 派出 派遣 位置 位于"
    ).split()
)
# 二 is no count before a measure word (两 is), and these make a pair of one kind rather than a number.
_BOTH = frozenset("国地者省市党军城")


def classifier_after(folded: str, end: int) -> str:
    """The measure word at an offset; "" where none stands there."""
    char = folded[end : end + 1]
    if char not in CLASSIFIERS or not char:
        return ""
    return "" if folded[end : end + 2] in _WORDS else char


def counts(said: str, classifier: str, previous: str = "") -> bool:
    """Whether a numeral in characters with this measure word counts: not 一个 (a), 二次 (secondary), 两国 (both)."""
    if said in ("一", "二", "零", "〇") or (said == "四" and classifier in "处面"):  # 四处, 四面: all around
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
