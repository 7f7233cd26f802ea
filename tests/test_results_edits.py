"""Whatever is edited between two runs, kept results and a fresh check are the same bytes."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import Run

LINES = (
    "Li Na:", "", "Roads , bridges and the inland opening up of ports.", "The transportaion is fine.",
    "China-proposed Global security initiative (GSI) in 2024, up 5 percent to 30 billion yuan.",
    "It grew to 40 billion yuan in 2024 , and e-mail or email is used.",
    "<!-- termcheck: accept term/spelling -- cited -->", "<!-- termcheck: accept-file spelling -- as it was -->",
    "<!-- termcheck: accept style -->",
)  # fmt: skip
CHINESE = ("李娜：", "", "内陆开放2024年增长5%，达300亿元。", "公路、桥梁和港口内陆开放。", "交通很好，2024年增长5%。")
ENTRIES = (
    "  - term: inland opening-up\n    source: [内陆开放]\n",
    "  - term: Global Security Initiative\n    abbreviation: GSI\n",
    "  - term: transportation\n    forbidden: [{form: bridges, reason: no}]\n", "  - term: e-mail\n",
)  # fmt: skip
SETTINGS = (
    "severity: {spelling: suggestion}\n", "severity: {style/space-before-punctuation: warning}\n",
    "rules: {consistency/prefix: {share: 2}}\n", "rules: {consistency/case: {share: 2}}\n", "ignore: [style]\n",
    "severity: {spelling: error, style: error}\n",
    "select: [term, spelling, style]\n", "exclude: [sub]\n",
    "pairs: [{source: '{name}.zh.md', target: '{name}.txt'}]\n",
)  # fmt: skip
DECISIONS = (
    "- {rule: style/space-before-punctuation, text: ' ,', reason: quoted}\n",
    "- {rule: spelling/typo, file: a.txt, text: transportaion, reason: quoted}\n",
    "- {rule: term/spelling, file: sub/b.txt, text: inland opening up, reason: cited}\n",
    "- {rule: term/spelling, text: bridges, reason: cited}\n",
)
OPTIONS = (
    (), (), (), ("--doubtful",), ("--show-accepted",), ("--select", "term"), ("--select", "spelling,style"),
    ("--ignore", "term"), ("--no-glossary",), ("-g", "texts/terms.yaml"), ("--encoding", "gb18030"), ("-j", "2"),
    ("--fail-on", "error"), ("--baseline", "texts/other.tsv"), ("-f", "json"), ("--config", "texts/termcheck.yaml"),
)  # fmt: skip
PATHS = (
    ("texts",), ("texts",), ("texts/a.txt",), ("texts/sub", "texts/a.txt"), ("texts/../texts/a.txt",), ("texts/c.tsv",),
    ("--source", "texts/a.zh.md", "texts/a.txt"), ("texts/linked.txt", "texts/a.txt"),
)  # fmt: skip
FILES = ("a.txt", "sub/b.txt", "a.zh.md", "b.md")


class Editor:
    """Edits a folder in random ways."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder, self.chance = folder, chance
        (folder / "sub").mkdir(parents=True)
        for name in FILES:
            self.text(folder / name)
        self.table()
        os.link(folder / "a.txt", folder / "linked.txt")
        (folder / "terms.yaml").write_text("terms:\n" + ENTRIES[0], encoding="utf-8")
        (folder / "other.tsv").write_text("", encoding="utf-8")
        self.configuration()

    def once(self) -> None:
        edit: Callable[[], None] = self.chance.choice(
            (self.any_text, self.table, self.glossary, self.configuration, self.configuration, self.decisions,
             self.same_size, self.exchange, self.rename, self.baseline, self.baseline)
        )  # fmt: skip
        edit()

    def some(self, all_of_them: tuple[str, ...]) -> list[str]:
        return self.chance.sample(all_of_them, self.chance.randrange(len(all_of_them) + 1))

    def write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")

    def text(self, path: Path) -> None:
        lines = CHINESE if ".zh" in path.name else LINES
        path.write_text("\n".join(self.chance.choices(lines, k=8)) + "\n", encoding="utf-8")

    def any_text(self) -> None:
        self.text(self.folder / self.chance.choice(FILES))

    def same_size(self) -> None:
        """Exchange two letters and put the time of the file back."""
        path = self.folder / self.chance.choice(FILES)
        state, text = path.stat(), path.read_text(encoding="utf-8")
        path.write_text(text.replace(" ,", ", ") if " ," in text else text.replace(", ", " ,"), encoding="utf-8")
        os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))

    def exchange(self) -> None:
        one, other = (self.folder / name for name in self.chance.sample(FILES, 2))
        before = one.read_bytes()
        one.write_bytes(other.read_bytes())
        other.write_bytes(before)

    def rename(self) -> None:
        """Put another file in the place of one, with its time."""
        one, other = (self.folder / name for name in self.chance.sample(FILES, 2))
        shutil.copy2(one, self.folder / "new")
        (self.folder / "new").replace(other)

    def table(self) -> None:
        rows = ["zh\ten", *(f"内陆开放{self.chance.choice((30, 40))}年\t{line}" for line in self.some(LINES) if line)]
        self.write("c.tsv", "\n".join(rows) + "\n")

    def glossary(self) -> None:
        self.write("terms.yaml", "terms:\n" + "".join(self.some(ENTRIES) or ENTRIES[:1]))

    def configuration(self) -> None:
        by_key = {line.partition(":")[0]: line for line in self.some(SETTINGS)}
        self.write("termcheck.yaml", "glossaries: [terms.yaml]\n" + "".join(by_key.values()))

    def decisions(self) -> None:
        self.write("termcheck-accepted.yaml", "".join(self.some(DECISIONS)))

    def baseline(self) -> None:
        """Take some lines out of the table, or have one written by the next run."""
        path = self.folder / "termcheck-baseline.tsv"
        if path.exists():
            self.write(path.name, "".join(self.some(tuple(path.read_text(encoding="utf-8").splitlines(True)))))
            shutil.copy(path, self.folder / "other.tsv")
        else:
            self.write(path.name, "")


@pytest.mark.parametrize("seed", range(2))
def test_edits_in_any_order(seed: int, tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path))
    chance = random.Random(seed)
    editor = Editor(tmp_path / "texts", chance)
    command: tuple[str, ...] = ("check", "texts")
    for _ in range(30):
        editor.once()
        if chance.random() < 0.2:
            run("accept", "--baseline", "texts")
        if chance.random() < 0.3:
            command = ("check", *chance.choice(OPTIONS), *chance.choice(OPTIONS), *chance.choice(PATHS))
        wanted = run(*command, "--no-cache")
        assert run(*command) == wanted, command
        assert run(*command) == wanted, command
