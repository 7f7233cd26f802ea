"""Make readings.txt. Run by hand when the readings are renewed; see README.md beside it.

python termcheck/lang/data/build_readings.py
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from pypinyin import Style
from pypinyin.constants import PINYIN_DICT
from pypinyin.style import convert

HERE = Path(__file__).resolve().parent
FIRST, LAST = 0x3400, 0x9FFF


def main() -> None:
    """Write for each syllable its letters in pinyin and in Wade-Giles, and the characters that are read so."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for code, readings in PINYIN_DICT.items():
        for toned in readings.split(",") if FIRST <= code <= LAST else ():
            found[plain(toned, Style.NORMAL), plain(toned, Style.WADEGILES)].add(chr(code))
    lines = [" ".join((*said, "".join(sorted(chars)))) for said, chars in sorted(found.items())]
    (HERE / "readings.txt").write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def plain(toned: str, style: Style) -> str:
    """A reading in the letters of a style with neither tone nor apostrophe; "ü" is v."""
    said = convert(toned, style, strict=True)
    return said.replace("'", "").replace("\u2019", "").replace("\u00fc", "v")


if __name__ == "__main__":
    main()
