"""Provinces, cities and counties of China by their Chinese and English names: data/places.txt.

Places of one English name are one here (Yichun is 宜春 and 伊春): a
translation can mix up only what differs in it. Hong Kong, Macao and Taiwan
stand in `countries`.
"""

from __future__ import annotations

import os
from functools import cache
from typing import NamedTuple

from .lexicon import known

_DATA = os.path.join(os.path.dirname(__file__), "data", "places.txt")
COUNTY = 2
# One character stands for a province (沪, 粤港澳, 川渝): GB/T 2260 and usage.
SHORT = {
    "Beijing": "京", "Tianjin": "津", "Hebei": "冀", "Shanxi": "晋", "Inner Mongolia": "蒙", "Liaoning": "辽沈",
    "Jilin": "吉", "Heilongjiang": "黑龙", "Shanghai": "沪申", "Jiangsu": "苏", "Zhejiang": "浙", "Anhui": "皖徽",
    "Fujian": "闽", "Jiangxi": "赣", "Shandong": "鲁", "Henan": "豫", "Hubei": "鄂", "Hunan": "湘", "Guangdong": "粤",
    "Guangxi": "桂", "Hainan": "琼", "Chongqing": "渝", "Sichuan": "川蜀", "Guizhou": "黔贵", "Yunnan": "滇云",
    "Xizang": "藏", "Shaanxi": "陕秦", "Gansu": "甘陇", "Qinghai": "青", "Ningxia": "宁", "Xinjiang": "疆新",
    "Chengdu": "成蓉", "Guangzhou": "穗广", "Shenzhen": "深", "Wuhan": "武汉", "Nanjing": "宁", "Hangzhou": "杭",
    "Qingdao": "青", "Dalian": "连", "Changsha": "长", "Urumqi": "乌", "Harbin": "哈",
}  # fmt: skip


class Place(NamedTuple):
    """A Chinese place: its level (0 province, 1 city, 2 county), its name without suffix, suffixes, English names."""

    level: int
    chinese: str
    suffixes: tuple[str, ...]
    english: tuple[str, ...]


@cache
def places() -> tuple[Place, ...]:
    """All places, the provinces' parts after them."""
    with open(_DATA, encoding="utf-8") as stream:
        rows = [line.rstrip("\n").split("|") for line in stream]
    return tuple(Place(int(n), name, tuple(s.split(",")), tuple(e.split(","))) for n, name, s, e in rows)


def chinese() -> dict[str, set[str]]:
    """Each Chinese name; a county's only with its suffix (东方, 和平 and 开放 are words), a city's without it too."""
    forms: dict[str, set[str]] = {}
    for place in places():
        bare = [""] if place.level < COUNTY else []
        for suffix in (*bare, *place.suffixes):
            forms.setdefault(place.chinese + suffix, set()).add(place.english[0])
    return forms


def english() -> dict[str, set[str]]:
    """Each English name, with that under which the place is known here; a county's not where it is a word: Guiding."""
    forms: dict[str, set[str]] = {}
    for place in places():
        for name in place.english if place.level < COUNTY or not known(place.english[0].lower()) else ():
            forms.setdefault(name, set()).add(place.english[0])
    return forms


def written(name: str) -> tuple[str, ...]:
    """The ways to write the English name of a place."""
    return _written()[name]


@cache
def _written() -> dict[str, tuple[str, ...]]:
    return {place.english[0]: place.english for place in places()}
