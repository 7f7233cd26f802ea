"""Whom a speaker's label means, and what part that speaker has."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ..lang.names import HONORIFICS, SURNAME_CHARACTERS, family_name, is_chinese_name, is_han
from ..model import Block, Listed, Role

_HONORIFIC = re.compile(r"([^\W\d_]+)\.? +")
_ASIDE = re.compile(r"\s*[(（][^()（）]*[)）]?\Z")

HOST_WORDS = frozenset(
    "moderator host chair chairperson chairman chairwoman presenter operator interpreter mc 主持人 主持 翻译".split()
)
PRESS_WORDS = frozenset(
    "q question questioner journalist journalists reporter reporters correspondent media press audience participant "
    "interviewer 问 记者 提问".split()
)
PARTS = HOST_WORDS | PRESS_WORDS
MEDIA_WORDS = frozenset(
    "news daily times tv television radio agency post press journal herald broadcasting broadcaster network weekly "
    "magazine gazette tribune newspaper satellite shimbun shinmun zaobao media paper review observer business".split()
)
_OUTLET_ENDS = ("记者", "报", "社", "台", "网", "电视", "新闻", "》")
OFFICE_WORDS = frozenset(
    "a answer speaker speakers spokesperson spokesman spokeswoman minister president secretary director governor mayor "
    "official administrator ambassador senator general commissioner premier chancellor treasurer leader pm aide doctor "
    "答 发言人".split()
)


class Speaker(NamedTuple):
    """The name to call a speaker by, the roster's where listed, and the part, where it can be told."""

    name: str
    role: Role | None


def plain(name: str) -> str:
    """A label without what is added to a name: "CCTV (via video link)" is CCTV, 主持人 胡凯红 is 胡凯红."""
    first, _, rest = name.partition(" ")
    if rest and first in PARTS and is_han(rest):
        return rest
    return (_ASIDE.sub("", name).strip() or name) if "(" in name or "（" in name else name.strip() or name


def bare(name: str) -> str:
    """A name without a courtesy title, in any case: "MS. PSAKI" is PSAKI."""
    match = _HONORIFIC.match(name)
    return name[match.end() :] if match and match[1].lower() in HONORIFICS else name


def speakers(names: Iterable[str], roster: Sequence[Listed]) -> Mapping[str, Speaker]:
    """Each label of a text, as written, with the speaker it means. `names` come once for each turn.

    Where a word marks the questions ("JOURNALIST"), every other name is a
    speaker's. Elsewhere a name nobody lists is an outlet's, or, in a text with
    no other speaker, the speaker's if it comes again and again.
    """
    times = Counter(names)
    known = _known(roster)
    found = {name: known.get(_key(name)) or Speaker(plain(name), _role(name)) for name in times}
    marked = any(plain(name).lower() in PRESS_WORDS for name in times)
    led = any(one.role == "speaker" for one in found.values())
    return {
        name: one if one.role else Speaker(one.name, "speaker" if marked or (times[name] > 2 and not led) else "press")
        for name, one in found.items()
    }


def _known(roster: Sequence[Listed]) -> Mapping[str, Speaker]:
    """The listed people by what a label may call them: the whole name, or a family name that one of them has."""
    people = {person.name: Speaker(person.name, person.role) for person in roster}
    families = Counter(family_name(name) for name in people)
    known = {f". {family}": one for name, one in people.items() if families[family := family_name(name)] == 1}
    return known | {name.casefold(): one for name, one in people.items()}


def _key(name: str) -> str:
    """A label as `_known` has it: the courtesy title left out, or, before a family name alone, as a full stop."""
    name = plain(name)
    words = bare(name).casefold()
    return words if words == name.casefold() or " " in words else f". {words}"


def presiding(roster: tuple[Listed, ...], names: Sequence[str]) -> tuple[Listed, ...]:
    """The roster with its chairperson: where no label tells, the one listed last who speaks first."""
    if not roster or not names or any(person.role == "host" for person in roster):
        return roster
    host = roster[-1].name
    first = _known(roster).get(_key(names[0]))
    if len({person.name for person in roster}) < 2 or not first or first.name != host:
        return roster
    return tuple(person._replace(role="host") if person.name == host else person for person in roster)


def opened(blocks: Sequence[Block], roster: Sequence[Listed]) -> Sequence[Block]:
    """The blocks, with the speech above the first label given to the chairperson, where a page lost that label.

    Only what stands below a roster is speech; above it a page sums the event up.
    """
    first = next((n for n, block in enumerate(blocks) if block.kind == "label"), 0)
    host = next((person.name for person in roster if person.role == "host"), "")
    begin = next((n for n in range(first, 0, -1) if blocks[n - 1].kind == "roster"), first)
    if not host or blocks[first].speaker == host:
        return blocks
    speech = [b._replace(speaker=host, role="host") if b.kind == "paragraph" else b for b in blocks[begin:first]]
    return [*blocks[:begin], *speech, *blocks[first:]]


def _role(label: str) -> Role | None:
    name = plain(label)
    words = set(name.lower().split())
    if words <= HOST_WORDS or label.split(maxsplit=1)[0] in HOST_WORDS:
        return "host"
    if words <= PRESS_WORDS or name.endswith("记者"):
        return "press"
    if bare(name) != name or is_chinese_name(name) or words & OFFICE_WORDS:
        return "speaker"
    if words & MEDIA_WORDS or "the" in words or name.endswith(_OUTLET_ENDS) or (name.isupper() and len(name) <= 5):
        return "press"
    return "speaker" if name[0] in SURNAME_CHARACTERS and len(name) <= 4 else None
