"""Make readings.txt and pairs.txt. Run by hand when the readings are renewed; see README.md beside it.

python termcheck/lang/data/build_readings.py
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT
from pypinyin.style import convert

HERE = Path(__file__).resolve().parent
FIRST, LAST = "\u3400", "\u9fff"
NONE = "-"


def main() -> None:
    """Write both lists."""
    write("readings.txt", readings())
    write("pairs.txt", pairs())


def readings() -> Iterable[str]:
    """A line for each syllable: in pinyin, in Wade-Giles, the characters that are usually read so, and other ones."""
    usual, other = defaultdict[tuple[str, str], set[str]](set), defaultdict[tuple[str, str], set[str]](set)
    for char, toned in {chr(code): toned.split(",") for code, toned in PINYIN_DICT.items()}.items():
        said = [(plain(one, Style.NORMAL), plain(one, Style.WADEGILES)) for one in toned]
        for one in said if FIRST <= char <= LAST else ():
            (usual if one == said[0] else other)[one].add(char)
    for one in sorted({*usual, *other}):
        yield " ".join((*one, "".join(sorted(usual[one])) or NONE, "".join(sorted(other[one])) or NONE))


def pairs() -> Iterable[str]:
    """Two characters that are not read together as each usually is, and their syllables."""
    for pair in sorted(PHRASES_DICT):
        if len(pair) == 2 and all(FIRST <= char <= LAST for char in pair):
            said = lazy_pinyin(pair, style=Style.NORMAL)
            if said != [syllable for char in pair for syllable in lazy_pinyin(char, style=Style.NORMAL)]:
                yield " ".join((pair, *said))


def plain(toned: str, style: Style) -> str:
    """A reading in the letters of a style with neither tone nor apostrophe; "ü" is v."""
    said = convert(toned, style, strict=True)
    return said.replace("'", "").replace("\u2019", "").replace("\u00fc", "v")


def write(name: str, lines: Iterable[str]) -> None:
    """Write a list."""
    (HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
