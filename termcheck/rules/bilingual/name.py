"""A person, a country or a Chinese place of the source has another name in the translation.

Chinese people are compared by the readings of their characters: all readings
are right, in pinyin ("Lü" may be Lu, Lyu or Lv; hyphens, apostrophes and the
order of the names do not matter) and in Wade-Giles. A name that nothing in the
passage is read as is a slip where a reading is a letter or two away, and the
wrong person where the passage has another whom the translation does not name;
with neither it is doubtful. Labels and lists of speakers are compared one by
one. Names in other spellings (Hong Kong, overseas) are left alone.

Countries, provinces, cities and counties may be left out: a translation says
"both sides" and "the city". Wrong is a name that the source has not, neither
in full nor in short (中美, 沪), where one that it has is missing; a name with a
letter off; and a list of three or more with one lost. Names inside a term of the
glossary are the term's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...document import Bitext
from ...glossary import Person
from ...model import Finding, Severity, Span
from ...rule import Context, Example, Rule
from ...text import fold


def check(bitext: Bitext, ctx: Context) -> Iterator[Finding]:
    if bitext.source.lang == "zh" and bitext.target.lang == "en":
        seen: set[Span] = set()
        entries = {fold(one.source): one.name for one in ctx.glossary.people if one.source}
        for finding in _findings(bitext, ctx):
            if finding.span not in seen:
                seen.add(finding.span)
                yield finding if finding.term else finding._replace(term=_entry(bitext, finding, entries))


def _entry(bitext: Bitext, finding: Finding, entries: Mapping[str, str]) -> str:
    """The person of the glossary whose name in the source the finding points at."""
    said = (bitext.source.folded[slice(*note.span)] for note in finding.notes if note.in_source)
    return next((entries[name] for name in said if name in entries), "")


def _findings(bitext: Bitext, ctx: Context) -> Iterator[Finding]:
    """What each part finds, the surer first: two may find one fault."""
    from ...counterparts.people import named
    from ...counterparts.registers import registers
    from ...counterparts.scopes import Scopes
    from ._labels import mislabelled
    from ._mistaken import mistaken
    from ._passages import passages
    from ._roll import dropped
    from ._settled import exchanged
    from ._shortened import shortened
    from ._slips import misspelled
    from ._swapped import swapped

    passed, every = Scopes(ctx.sentences(bitext)), registers(bitext, ctx)
    yield from mislabelled(bitext)
    yield from exchanged(bitext, passed, ctx)
    for register in every:
        named_there = list(passages(bitext, passed, register))
        for find in (shortened, misspelled, swapped):
            yield from find(bitext, register, named_there)
    people = named(bitext.target, [name.start for register in every for name in register.target])
    yield from mistaken(bitext, passed, ctx, people)
    yield from dropped(bitext, passed, people)


_GUO = Person("Guo Peiyu", "郭培宇")
_SMITH, _LOWE = Person("Eve Smith", "伊芙·史密斯"), Person("Ann Lowe", "安·洛")
_ZH = "记者：\n\n种子安全吗？\n\n雷素琴：\n\n是的。\n\n郭培宇：\n\n谢谢。\n"
_ASK = "Rice Daily:\n\nAre the seeds safe?\n\n"

RULE = Rule(
    "bilingual/name",
    "a name that is not the source's",
    Severity.WARNING,
    check,
    (
        Example(f"{_ASK}[[Lei Suqing]]:\n\nYes.\n\nGuo Peiyu:\n\nThanks.\n", source=_ZH),
        Example(f"{_ASK}[[Guo Peiyu]]:\n\nYes.\n\n[[Lei Suqin]]:\n\nThanks.\n", source=_ZH),
        Example(f"{_ASK}[[Tang Wei]]:\n\nYes.\n\nGuo Peiyu:\n\nThanks.\n", source=_ZH, doubtful=True),
        Example("[[Lei Suxin]] praised Mayor Lu Xi'an.\n", source="雷素琴称赞了吕西安市长。\n"),
        Example("Mr. [[Ceng Li]] and Ms. [[Dan Yan]] came.\n", source="曾力先生和单燕女士来了。\n"),
        Example("Suqin Lei praised Mayor Lyu Xi-an and Lai Ching-te.\n", source="雷素琴称赞了吕西安市长和赖清德。\n"),
        Example("Minister [[Lei Suqin]] is here.\n", source="郭培宇部长到了。\n", people=(_GUO,)),
        Example("[[Ann Lowe]] spoke.\n", source="史密斯讲话。\n", people=(_SMITH, _LOWE)),
        Example("Smith spoke to Ann Lowe.\n", source="史密斯对洛讲话。\n", people=(_SMITH, _LOWE)),
        Example("The minister is here. Ms. Lei and Mr. Guo came.\n", source="部长到了。雷素琴和郭培宇来了。\n"),
        Example("[[Lei Suqin and Guo Peiyu]] came.\n", source="雷素琴、唐卫和郭培宇来了。\n"),
        Example("As [[Tang Weilan]] said, it is safe.\n", source="她说，这是安全的。\n", doubtful=True),
        Example("The minister went to [[Sweden]].\n", source="部长访问了丹麦。\n"),
        Example("The minister went to Denmark, then to the US.\n", source="部长访问了丹麦。丹美关系良好。\n"),
        Example("Both sides agreed.\n", source="丹麦和瑞典达成一致。\n"),
        Example("[[France and Spain]] signed.\n", source="法国、荷兰和西班牙签了字。\n"),
        Example("France, [[Japan]] and Spain signed.\n", source="法国、荷兰和西班牙签了字，日本没有。\n"),
        Example("France, Holland and Spain signed.\n", source="法国、荷兰和西班牙签了字。\n"),
        Example("It rained in [[Hunan]].\n", source="河南下雨了。\n"),
        Example(
            "It rained in [[Zhenzhou]], Shaanxi.\n",
            fixed="It rained in Zhengzhou, Shaanxi.\n",
            source="郑州和陕西下雨了。\n",
        ),
        Example("It rained in Shanghai and Jiangsu.\n", source="江苏和沪上下雨了。\n"),
    ),
)
