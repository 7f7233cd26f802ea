"""The English of the real texts in the shared data folder, which is not part of the project, by corpus."""

from __future__ import annotations

import csv
import html
import re
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


def texts(corpus: str) -> Iterator[tuple[str, str]]:
    """Name and English text of each document of a corpus."""
    if corpus == "wh":
        for path in sorted((DATA / "wh_briefings").glob("*.md")):
            yield path.name, path.read_text(encoding="utf-8")
    elif corpus == "hkma":
        years: dict[str, list[str]] = {}
        for row in read_table(DATA / "hkma" / "paragraph_pairs_dev.tsv"):
            years.setdefault(row["id"].partition("-")[0], []).append(row["en"])
        yield from ((f"hkma-{year}.md", "\n\n".join(paragraphs) + "\n") for year, paragraphs in years.items())
    elif corpus == "mfa":
        for path in sorted((DATA / "mfa" / "events").glob("*.en.txt")):
            yield path.name, path.read_text(encoding="utf-8")
    elif corpus == "au":
        for path in sorted((DATA / "au_pm_transcripts").glob("*.xml")):
            content = re.search(r"<!\[CDATA\[(.*?)\]\]>", path.read_text(encoding="utf-8"), re.DOTALL)
            text = re.sub(r"<br ?/?>|</p>", "\n", content.group(1) if content else "")
            yield path.name, html.unescape(re.sub(r"<[^>]+>", "", text))
    elif corpus == "demetr":
        rows = read_table(DATA / "demetr" / "demetr_dev.tsv")
        sentences = list(dict.fromkeys(row["reference"] for row in rows))
        for at in range(0, len(sentences), 50):
            yield f"demetr-{at}.txt", "\n\n".join(sentences[at : at + 50]) + "\n"


def read_table(path: Path) -> list[dict[str, str]]:
    """The rows of a file, its columns parted by tabs, by the names in its first line."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t"))
