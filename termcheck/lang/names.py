"""Chinese names in Latin letters: which words can be pinyin, which word pairs can be a person's name.

Pinyin is a test of form, not of sense: "China", "change" and "dance" split into
syllables too. Ask it of capitalised words that are no English words, never alone.
"""

from __future__ import annotations

from functools import cache, lru_cache

# Finals by initial, toneless, as GB/T 16159 spells them; "lyu" and "nyu" are the passport spelling of lü and nü.
_FINALS = {
    "": "a o e ai ei ao ou an en ang eng er",
    "b": "a o ai ei ao an en ang eng i ie iao ian in ing u",
    "p": "a o ai ei ao ou an en ang eng i ie iao ian in ing u",
    "m": "a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u",
    "f": "a o ei ou an en ang eng u",
    "d": "a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un",
    "t": "a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un",
    "n": "a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan ue ü üe yu yue",
    "l": "a o e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un ue ü üe yu yue",
    "g": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "k": "a e ai ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "h": "a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang",
    "j": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "q": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "x": "i ia ie iao iu ian in iang ing iong u ue uan un",
    "zh": "a e ai ei ao ou an en ang eng ong i u ua uo uai ui uan un uang",
    "ch": "a e ai ao ou an en ang eng ong i u ua uo uai ui uan un uang",
    "sh": "a e ai ei ao ou an en ang eng i u ua uo uai ui uan un uang",
    "r": "e ao ou an en ang eng ong i u ua uo ui uan un",
    "z": "a e ai ei ao ou an en ang eng ong i u uo ui uan un",
    "c": "a e ai ao ou an en ang eng ong i u uo ui uan un",
    "s": "a e ai ao ou an en ang eng ong i u uo ui uan un",
    "y": "a o e ao ou an ang ong i in ing u ue uan un",
    "w": "a o ai ei an en ang eng u",
}
_LONGEST = 6  # zhuang

# Courtesy titles, folded and without their full stop, and whom they are for; the others are for anybody.
GENDER = {
    "mr": "man",
    "sir": "man",
    "ms": "woman",
    "mrs": "woman",
    "miss": "woman",
    "madam": "woman",
    "madame": "woman",
}
HONORIFICS = frozenset(GENDER) | {"dr", "mx", "prof", "professor", "ambassador"}

# Family names of one and of two characters, those of the great majority of people, as pinyin.
SURNAMES = frozenset(
    "ai an ba bai ban bao bei bi bian bo bu cai cao cen chai chang chao che chen cheng chi chu cong cui dai dang "
    "deng di diao ding dong dou du duan e fan fang fei feng fu gan gao ge geng gong gou gu guan guo gui hai han "
    "hang hao he hong hou hu hua huai huan huang huo ji jia jian jiang jiao jin jing ju kang ke kong kuang lai "
    "lan lang lao le lei leng li lian liang liao lin ling liu long lou lu lü lyu luan luo lv ma mai man mao mei "
    "meng mi miao ming mo mou mu na nan ni nie ning niu ou pan pang pei peng pi ping pu qi qian qiao qin qing qiu "
    "qu quan ran rao ren rong ruan rui sang sha shan shang shao she shen sheng shi shou shu shui si song su sui "
    "sun tai tan tang tao teng tian tie tong tu tuo wan wang wei wen weng wu xi xia xian xiang xiao xie xin xing "
    "xiong xu xuan xue xun yan yang yao ye yi yin ying yong you yu yuan yue yun zang zeng zha zhai zhan zhang "
    "zhao zhen zheng zhong zhou zhu zhuang zhuo zong zou zu zuo ouyang sima zhuge shangguan situ huangfu linghu "
    "murong xiahou".split()
)

# The family names of Chinese text by their first character: the common ones, but for a few that are common words too.
SURNAME_CHARACTERS = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚"
    "沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严欧莫孔向常汤康"
    "易乔赖文寿华耿关卜俞司诸上皇令慕苗柳鲍费岑倪滕殷毕邬安傅齐伍穆萧祁米臧庞纪舒屈项祝阮蓝席季路娄童颜梅盛刁"
    "骆樊凌霍虞柯管房宗宣杭洪左吉邢裴荣翁荀甄曲封储靳富焦巴谷车班仲宫宁仇栾甘厉祖符景詹束薄宿蒲索卓屠蒙池闻党"
    "翟贡申冉雍桑桂牛边燕尚农温庄晏柴瞿阎连习艾容古满匡寇阙巩聂敖冷辛简饶沙鞠丰查荆游桓"
)


@cache
def _syllables() -> frozenset[str]:
    return frozenset(first + final for first, finals in _FINALS.items() for final in finals.split())


@lru_cache(1 << 14)
def is_pinyin(word: str) -> bool:
    """Whether a word splits into toneless pinyin syllables, at least one; case does not matter.

    An apostrophe may stand before a syllable that begins with a, e or o
    ("Xi'an"), where the spelling wants it.
    """
    parts = word.lower().replace("\u2019", "'").split("'")
    return all(_splits(part) for part in parts) and all(part[0] in "aeo" for part in parts[1:])


def _splits(part: str) -> bool:
    """Whether `part` is a run of syllables: ends that can be reached, left to right, so linear in its length."""
    syllables, ends = _syllables(), {0}
    for end in range(1, len(part) + 1):
        if any(start in ends and part[start:end] in syllables for start in range(max(0, end - _LONGEST), end)):
            ends.add(end)
    return len(part) > 0 and len(part) in ends


def is_chinese_name(words: str) -> bool:
    """Whether the words are a mainland Chinese name: a family name, then a given name written as one pinyin word."""
    parts = words.split()
    return len(parts) == 2 and parts[0].lower() in SURNAMES and len(parts[1]) <= 2 * _LONGEST and is_pinyin(parts[1])


def is_han(name: str) -> bool:
    """Whether a name is written in Chinese characters, or begins with a Chinese title mark (《北京日报》)."""
    return "\u3400" <= name[:1] <= "\u9fff" or name[:1] == "《"


def family_name(name: str) -> str:
    """The folded family name: the first word of a Chinese name, the last of another."""
    words = name.lower().split()
    return words[0] if is_chinese_name(name) else words[-1]


def one_edit_apart(one: str, other: str) -> bool:
    """Whether one letter added, dropped or changed, or two neighbours swapped, makes `other` of `one`."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return max(len(one), len(other)) == 1 or (len(one) == 2 and one == other[::-1])
