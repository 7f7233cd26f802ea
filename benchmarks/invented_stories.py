"""Stories for an archive: what several dated texts say of one invented thing, with planted faults and traps.

A story is an institution with its name in two languages, a person with an
office, or a figure of a town and a year. In most all texts agree; in some one
text has a fault, and some are traps: another thing so near that only care
tells the two apart, a change of usage, a figure rounded or of another year.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

_TOWNS = (
    "临lin 川chuan 云yun 安an 平ping 桂gui 洛luo 金jin 海hai 松song 沙sha 泉quan 宁ning 白bai 东dong 柳liu 新xin 青qing"
).split()
_FIELDS = {
    "健康": ("Health", "Welfare"), "港口": ("Port", "Harbor"), "水利": ("Water Works", "Waterways"),
    "森林": ("Forest", "Woodland"), "渔业": ("Fisheries", "Fishing"), "粮食": ("Grain", "Cereals"),
    "交通": ("Transport", "Traffic"), "旅游": ("Tourism", "Travel"), "教育": ("Education", "Schooling"),
    "文物": ("Heritage", "Relics"),
}  # fmt: skip
_BODIES = {
    "委员会": ("Commission", "Committee"), "协会": ("Association", "Society"), "计划": ("Plan", "Program"),
    "公司": ("Company", "Corporation"), "基金会": ("Foundation", "Foundation"), "大学": ("University", "University"),
}  # fmt: skip
_FAMILIES = (
    "雷lei 郭guo 唐tang 宋song 冯feng 邓deng 许xu 傅fu 沈shen 曾zeng 彭peng 苏su 卢lu 蒋jiang 蔡cai 贾jia 丁ding 薛xue"
).split()
_GIVEN = (
    "建jian 明ming 华hua 丽li 军jun 强qiang 伟wei 芳fang 敏min 静jing 杰jie 勇yong 涛tao 磊lei 娜na 秀xiu 霞xia 刚gang "
    "桂gui 英ying 辉hui 玲ling 鹏peng"
).split()
_OFFICES = ("Vice Mayor", "Mayor", "Party Secretary", "Deputy Governor")
_MEASURES = {
    "grain output": ("tonnes", 1_000_000), "freight volume": ("tonnes", 10_000_000), "GDP": ("yuan", 10_000_000_000),
    "tax revenue": ("yuan", 100_000_000), "power consumption": ("kilowatt-hours", 100_000_000),
    "number of new jobs": ("", 10_000), "urban population": ("people", 100_000),
}  # fmt: skip
_SAYING = (
    "In {year}, {town}'s {measure} reached {value}.",
    "{town}'s {measure} stood at {value} in {year}.",
    "The {measure} of {town} totaled {value} in {year}.",
    "Officials said that {town}'s {measure} hit {value} in {year}, a good result.",
    "In {year}, the city of {town} recorded a {measure} of {value}, a fruit of hard work.",  # other words: a harder one
)


class Mention(NamedTuple):
    """What one text says: in both languages where `chinese` is given, at a moment of the archive from 0 to 1.

    `fault` is the rule that should flag the text, `form` what is wrong in it; `trap` is what may mislead a rule.
    """

    moment: float
    english: str
    chinese: str = ""
    fault: str = ""
    form: str = ""
    trap: str = ""


Teller = Callable[[random.Random, Any], Iterator[Mention]]


def stories(seed: random.Random, faults: float = 0.2, traps: float = 0.2) -> Iterator[list[Mention]]:
    """Stories without end: of each kind as many, such shares of them with a fault or a trap, no two of one subject."""
    told = set[tuple[str, ...]]()
    while True:
        for subject, plain, wrong, near in _KINDS:
            chance = seed.random()
            teller = wrong if chance < faults else seed.choice(near) if chance < faults + traps else plain
            one = subject(seed)
            if one.subject not in told:
                told.add(one.subject)
                yield list(teller(seed, one))


def _moments(seed: random.Random, count: int) -> list[float]:
    return sorted(seed.random() for _ in range(count))


def _town(seed: random.Random) -> tuple[str, str]:
    one, two = seed.sample(_TOWNS, 2)
    between = "'" if two[1] in "aeo" else ""
    return one[0] + two[0], f"{one[1:]}{between}{two[1:]}".capitalize()


class _Body(NamedTuple):
    chinese: str
    english: str
    other: str  # a wrong name

    @property
    def subject(self) -> tuple[str, ...]:
        """What no other story is about."""
        return (self.chinese,)


def _body(seed: random.Random) -> _Body:
    town, (field, (word, synonym)), (head, (kind, another)) = (
        _town(seed), seed.choice([*_FIELDS.items()]), seed.choice([*_BODIES.items()])
    )  # fmt: skip
    wrong = [f"{town[1]} {synonym} {kind}"] + [f"{town[1]} {word} {another}"] * (kind != another)
    return _Body(f"{town[0]}{field}{head}", f"{town[1]} {word} {kind}", seed.choice(wrong))


def _meets(moment: float, body: _Body, name: str, fault: str = "", trap: str = "") -> Mention:
    english, chinese = f"The {name} published its report.", f"{body.chinese}发布了报告。"
    return Mention(moment, english, chinese, fault, name if fault else "", trap)


def _bodies(seed: random.Random, body: _Body) -> Iterator[Mention]:
    return (_meets(moment, body, body.english) for moment in _moments(seed, seed.randint(4, 12)))


def _body_with_two_names(seed: random.Random, body: _Body) -> Iterator[Mention]:
    yield from (_meets(moment, body, body.english) for moment in _moments(seed, seed.randint(4, 12)))
    yield _meets(0.1 + 0.8 * seed.random(), body, body.other, "corpus/rendering")


def _renamed_body(seed: random.Random, body: _Body) -> Iterator[Mention]:
    turn = 0.3 + 0.4 * seed.random()
    for moment in _moments(seed, 12):
        late = moment > turn
        yield _meets(moment, body, body.other if late else body.english, trap="change of usage" if late else "")


def _shortened_body(seed: random.Random, body: _Body) -> Iterator[Mention]:
    yield from (_meets(moment, body, body.english) for moment in _moments(seed, seed.randint(4, 12)))
    yield _meets(seed.random(), body, body.english.split(" ", 1)[1], trap="short form")


class _Person(NamedTuple):
    chinese: str
    family: str
    given: str
    office: str
    labelled: bool  # whether texts have the name in labels, beside the Chinese one, or behind the office

    @property
    def subject(self) -> tuple[str, ...]:
        """What no other story is about."""
        return (self.chinese,)

    @property
    def name(self) -> str:
        return f"{self.family} {self.given}"


def _person(seed: random.Random) -> _Person:
    family, (first, second), town = seed.choice(_FAMILIES), seed.sample(_GIVEN, 2), _town(seed)
    given, office = f"{first[1:]}{second[1:]}".capitalize(), f"{town[1]} {seed.choice(_OFFICES)}"
    return _Person(family[0] + first[0] + second[0], family[1:].capitalize(), given, office, seed.random() < 0.5)


def _speaks(moment: float, one: _Person, name: str, fault: str = "", trap: str = "") -> Mention:
    if one.labelled:
        english, chinese = f"{name}:\n\nThe bridge is open to all.", f"{one.chinese}：\n\n大桥已经通车。"
    else:
        english, chinese = f"{one.office} {name} opened the bridge.", ""
    return Mention(moment, english, chinese, fault, name if fault else "", trap)


def _people(seed: random.Random, one: _Person) -> Iterator[Mention]:
    return (_speaks(moment, one, one.name) for moment in _moments(seed, seed.randint(4, 12)))


def _misspelled_person(seed: random.Random, one: _Person) -> Iterator[Mention]:
    yield from (_speaks(moment, one, one.name) for moment in _moments(seed, seed.randint(4, 12)))
    yield _speaks(seed.random(), one, f"{one.family} {slipped(seed, one.given)}", "corpus/name")


def slipped(seed: random.Random, word: str) -> str:
    """A word with a letter dropped, doubled, changed or swapped, or a hyphen."""
    at = seed.randrange(1, len(word) - 1)
    head, letter, tail = word[:at], word[at], word[at + 1 :]
    other = seed.choice([one for one in "aeinoghu" if one != letter])
    ways = [head + tail, head + letter + letter + tail, head + other + tail, f"{head}-{letter}{tail}"]
    return seed.choice(ways + ([head + tail[0] + letter + tail[1:]] if tail and tail[0] != letter else []))


def _near_people(seed: random.Random, one: _Person) -> Iterator[Mention]:
    """Two people one letter apart: with two offices, or with two names in Chinese."""
    near = slipped(seed, one.given).replace("-", "")
    near = near if near != one.given else one.given + "g"
    other = one._replace(given=near, chinese=one.chinese[:2] + "泽", office=_person(seed).office)
    yield from (_speaks(moment, one, one.name) for moment in _moments(seed, seed.randint(4, 12)))
    yield _speaks(seed.random(), other, other.name, trap="another person")


class _Figure(NamedTuple):
    town: str
    measure: str
    digits: int  # three, behind the first a point
    year: int

    @property
    def subject(self) -> tuple[str, ...]:
        """What no other story is about."""
        return self.town, self.measure, str(self.year)


def _figure(seed: random.Random) -> _Figure:
    digits = seed.choice([n for n in range(112, 989) if n % 10])
    return _Figure(_town(seed)[1], seed.choice([*_MEASURES]), digits, seed.randint(2014, 2020))


def _says(moment: float, one: _Figure, saying: str, fault: str = "", trap: str = "") -> Mention:
    unit, scale = _MEASURES[one.measure]
    amount = one.digits * scale // 100
    word, by = ("billion", 10**9) if amount >= 10**9 else ("million", 10**6)
    shown = f"{amount / by:g} {word}" if amount >= 10**6 else f"{amount:,}"
    value = f"{'more than ' * (trap == 'rounded')}{shown} {unit}".strip()
    text = saying.format(year=one.year, town=one.town, measure=one.measure, value=value)
    return Mention(moment, text, "", fault, value if fault else "", trap)


def _told(seed: random.Random, one: _Figure) -> Iterator[Mention]:
    """The figure in several texts, none before its year is over; an archive is of ten years from 2014 on."""
    first = (one.year + 1 - 2014) / 10
    for moment in _moments(seed, seed.randint(3, 6)):
        yield _says(first + moment * (1 - first), one, seed.choice(_SAYING))


def _figures(seed: random.Random, one: _Figure) -> Iterator[Mention]:
    return _told(seed, one)


def _moved_figure(seed: random.Random, one: _Figure) -> Iterator[Mention]:
    yield from _told(seed, one)
    digits = f"{one.digits}"
    revised = next(one.digits + step for step in seed.sample([-7, -4, 3, 6], 4) if (one.digits + step) % 10)
    swapped = int(digits[0] + digits[2] + digits[1])
    other = one._replace(digits=revised if seed.random() < 0.5 or swapped == one.digits else swapped)
    yield _says(0.72 + 0.28 * seed.random(), other, seed.choice(_SAYING), "corpus/figure")


def _figure_of_another_year(seed: random.Random, one: _Figure) -> Iterator[Mention]:
    yield from _told(seed, one)
    yield _says(
        0.72 + 0.28 * seed.random(),
        one._replace(year=one.year - 8, digits=one.digits + 11),  # no story tells of that year
        seed.choice(_SAYING),
        trap="another year",
    )


def _rounded_figure(seed: random.Random, one: _Figure) -> Iterator[Mention]:
    yield from _told(seed, one)
    low = one._replace(digits=one.digits // 10 * 10)
    yield _says(0.72 + 0.28 * seed.random(), low, seed.choice(_SAYING), trap="rounded")


def _figure_of_another_town(seed: random.Random, one: _Figure) -> Iterator[Mention]:
    yield from _told(seed, one)
    other = one._replace(town=f"{one.town}zhou", digits=one.digits + 7)
    yield _says(0.72 + 0.28 * seed.random(), other, seed.choice(_SAYING), trap="another town")


_KINDS: tuple[tuple[Callable[[random.Random], Any], Teller, Teller, tuple[Teller, ...]], ...] = (
    (_body, _bodies, _body_with_two_names, (_renamed_body, _shortened_body)),
    (_person, _people, _misspelled_person, (_near_people,)),
    (_figure, _figures, _moved_figure, (_figure_of_another_year, _rounded_figure, _figure_of_another_town)),
)
