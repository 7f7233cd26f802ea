"""Small archives for tests: texts that contradict each other, and one file that is no text."""

from __future__ import annotations

from pathlib import Path

GLOSSARY = """\
source-language: zh
terms:
  - term: Port Council
    source: [港口委员会]
    forbidden: [Harbour Council]
"""
CONFIG = """\
glossaries: [../terms.yaml]
exclude: ["*.zh.txt"]
pairs:
  - source: "{name}.zh.txt"
    target: "{name}.en.txt"
"""
TABLES = ("findings", "renderings", "names", "figures", "usage", "changes")


def text(number: int, figure: str = "214,000") -> str:
    """A text of a month; one in three uses a forbidden form."""
    council = "Harbour Council" if number % 3 == 0 else "Port Council"
    return (
        f"Briefing\n\nJune {1 + number % 28}, {2010 + number % 10}\n\n"
        f"In 2003, the port of Oban handled {figure} tonnes of timber. The {council} met , and left.\n"
    )


def write(folder: Path, texts: int) -> Path:
    """An archive in a folder beside its glossary: texts, one of which has another figure, and a pair."""
    archive = folder / "press"
    archive.mkdir()
    (folder / "terms.yaml").write_text(GLOSSARY)
    (archive / "termcheck.yaml").write_text(CONFIG)
    for number in range(texts):
        (archive / f"{number:03}.txt").write_text(text(number, "241,000" if number == 2 else "214,000"))
    (archive / "zz.en.txt").write_text("Today\n\nThe Timber Office of Oban met the Port Council.\n")
    (archive / "zz.zh.txt").write_text("今天\n\n奥本木材办公室会见了港口委员会。\n")
    return archive


def written(folder: Path) -> dict[str, bytes]:
    """What stands in the folder of a run, but for the store, whose pages depend on how it was written."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith("archive.sqlite")}
