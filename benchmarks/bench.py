"""Runs of the installed termcheck on made work, and how two of them compare."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

import rival_glossaries
import work
from processes import Medians, Spent, in_turn, medians, renewed, spent
from rival_tools import CHECK
from work import Size

Run = Callable[[], Spent | None]


class Row(NamedTuple):
    """A figure and the most it may be; the same in processor time, where that can be said."""

    name: str
    value: float
    bound: float
    processor: float | None = None
    note: str = ""


class Bench(NamedTuple):
    """The programs, a folder to work in, the part of the full size that is measured, and how often."""

    termcheck: str
    codespell: str | None
    folder: Path
    part: float
    rounds: int

    def python(self) -> str:
        """The Python of termcheck."""
        return str(Path(self.termcheck).with_name("python"))

    def run(self, *arguments: str) -> Run:
        """A run of termcheck that has no results of earlier ones."""
        cache = self.folder / "cache"
        return partial(renewed, cache, self.folder / "kept", partial(self._spent, cache, *arguments))

    def again(self, *arguments: str) -> Run:
        """A run of termcheck that has what the last one left."""
        return partial(self._spent, self.folder / "cache", *arguments)

    def keep(self, terms: int) -> str:
        """Write a glossary of so many terms, have it read once, and tell its path."""
        path = self.folder / f"terms-{terms}"
        rival_glossaries.write(path, work.glossary(terms), ())
        self.read(glossary := str(path / "terms.yaml"))
        return glossary

    def read(self, glossary: str) -> None:
        """Have a glossary read, so that it is in the cache, and no result for the line that is measured."""
        for name, text in (("one.txt", "One line.\n"), ("other.txt", "Another line.\n")):
            (self.folder / name).write_text(text, encoding="utf-8")
        self._spent(self.folder / "kept", *check(glossary, "other.txt"))

    def texts(self, name: str, size: Size) -> str:
        """Write texts that use the first hundred terms, and tell their folder."""
        for _ in work.write_texts(self.folder / name, size, work.glossary(100)):
            pass
        return name

    def _spent(self, cache: Path, *arguments: str) -> Spent | None:
        taken = spent([self.termcheck, *arguments], self.folder, 3600, cache)
        if not taken or taken.code:
            sys.exit(f"termcheck {' '.join(arguments)}: {taken and taken.code}")
        return taken


def check(glossary: str, texts: str, *options: str) -> list[str]:
    return [*CHECK[:-1], glossary, *options, texts]


def measured(runs: Mapping[str, Run], rounds: int) -> dict[str, Medians]:
    """What each run takes."""
    return {name: medians(some) for name, some in in_turn(runs, rounds).items()}


def ratio(name: str, one: Medians, to: Medians, bound: float) -> Row:
    note = f"{one.seconds:.3f} s to {to.seconds:.3f} s"
    return Row(name, one.seconds / to.seconds, bound, one.processor / to.processor, note)
