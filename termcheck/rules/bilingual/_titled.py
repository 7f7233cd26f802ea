"""Chinese names told by what stands beside them: a title, or a verb of speech."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...lang.pinyin import family_length

# Before or behind a name: who is called so is a person.
_TITLES = (
    "先生 女士 小姐 同志 市长 省长 县长 区长 镇长 村长 部长 局长 司长 处长 厅长 院长 校长 会长 行长 社长 所长 馆长 "
    "台长 主席 总理 总统 外长 大使 书记 主任 委员 发言人 记者 教授 博士 医生 研究员 老师 总裁 董事长 经理 秘书长 专员 "
    "将军 议员 法官 律师 导演 编辑 作者 通讯员"
).split()
# Behind a name that begins a clause: who speaks is a person.
_SAYS = "说 表示 介绍 指出 认为 告诉 强调 提出 透露 坦言 补充 回忆 觉得 认定 宣布 呼吁 解释 回答 回应 承认 否认".split()
_TITLE = re.compile("|".join(_TITLES))
_SAYING = re.compile(f'(?:^|[。,;!?\\s"“”」』、:])(..|...)(?:{"|".join(_SAYS)})', re.MULTILINE)
# All that stands between two commas of a list.
_LISTED = re.compile("(?<=、)[\u3400-\u9fff]{2,3}(?=[、和])")


def titled(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """The names in ``text[begin:end]``, folded Chinese: 市长胡衡华, 胡衡华市长, 胡衡华说, 李娜、胡衡华和赵敏.

    Nothing tells how long a name is, so that each may be given with one
    character and with two behind the family name.
    """
    return [(start, stop) for start, stop in _beside(text, begin, end) if _is_name(text[start:stop])]


def _beside(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _TITLE.finditer(text, begin, end):
        start, stop = match.span()
        yield from ((one, start) for one in (start - 3, start - 2) if one >= begin)
        yield from ((stop, one) for one in (stop + 3, stop + 2) if one <= end)
    for match in _SAYING.finditer(text, begin, end):
        yield match.span(1)
    for match in _LISTED.finditer(text, begin, end):
        yield match.span()


def _is_name(chinese: str) -> bool:
    return 0 < family_length(chinese) < len(chinese) and all("\u3400" <= char <= "\u9fff" for char in chinese)
