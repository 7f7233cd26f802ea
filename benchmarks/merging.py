"""Decisions in git: how often two branches that add decisions conflict, by the order of the entries in the file.

    python benchmarks/merging.py [--trials 60]

Random pairs of branches, merged by the real git: they add to different texts, to the same text, each to a new
transcript of its own, or one adds and the other takes out. A merge that is no union of both would be a fault.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import tempfile
from collections.abc import Callable, Sequence

from termcheck.rules import RULES
from termcheck.suppress import Accepted, Decision
from termcheck.suppress.accepted import parsed
from termcheck.suppress.writing import entry, merged

WORDS = "opening economy new road cooperation hub port reform growth bureau data city belt trade steel energy".split()
KINDS = ("different texts", "the same text", "new transcripts", "one takes out")
Decisions = frozenset[Decision]


def as_written(decisions: Decisions) -> str:
    """A file as the program writes it."""
    return merged("", Accepted("x.yaml"), sorted(decisions))


def by_name(decisions: Decisions) -> str:
    """A file whose texts stand in the order of their names."""
    ordered = sorted(decisions, key=lambda one: (one.file, one.rule, one.text, one.before, one.after))
    return "\n".join(entry(one) for one in ordered)


FORMS: dict[str, Callable[[Decisions], str]] = {"as written": as_written, "by name": by_name}


def made(rng: random.Random, files: Sequence[str], count: int) -> Decisions:
    """Random decisions about some texts."""

    def words() -> str:
        return " ".join(rng.sample(WORDS, 3))

    return frozenset(
        Decision(rng.choice(RULES[:12]).id, words(), "as printed", rng.choice(files), words(), words())
        for _ in range(count)
    )


def branches(rng: random.Random, kind: str, base: Decisions, files: list[str]) -> tuple[Decisions, Decisions]:
    """What two branches have."""
    one, two = {
        "different texts": rng.sample(files, 2),
        "the same text": [rng.choice(files)] * 2,
        "new transcripts": sorted(f"2025-{n:02}-{rng.randint(1, 28):02}.txt" for n in rng.sample(range(1, 13), 2)),
        "one takes out": rng.sample(files, 2),
    }[kind]
    ours = base | made(rng, [one], rng.randint(1, 4))
    if kind == "one takes out":
        return ours, base - {*rng.sample(sorted(base), 3)}
    return ours, base | made(rng, [two], rng.randint(1, 4))


class Repository:
    """A bare repository of commits that hold one file."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self.git("init", "-q", "--bare")

    def git(self, *arguments: str, text: str = "") -> tuple[int, str]:
        """The exit code of a command and what it prints."""
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@b.c", *arguments]
        done = subprocess.run(command, cwd=self._folder, input=text, capture_output=True, text=True, check=False)
        return done.returncode, done.stdout.strip()

    def commit(self, text: str, *parents: str) -> str:
        """A commit of a file with this text."""
        _, blob = self.git("hash-object", "-w", "--stdin", text=text)
        _, tree = self.git("mktree", text=f"100644 blob {blob}\tx.yaml\n")
        return self.git("commit-tree", tree, "-m", "x", *(word for one in parents for word in ("-p", one)))[1]

    def merge(self, ours: str, theirs: str) -> str | None:
        """The merged text; None for a conflict."""
        code, tree = self.git("merge-tree", "--write-tree", ours, theirs)
        return None if code else self.git("cat-file", "-p", f"{tree}:x.yaml")[1]


def conflicts(repository: Repository, kind: str, size: int, trials: int) -> dict[str, int]:
    """How many merges conflict, by form."""
    found = dict.fromkeys(FORMS, 0)
    for seed in range(trials):
        rng = random.Random(seed)
        files = [f"2024-{month:02}-{rng.randint(1, 28):02}.txt" for month in range(1, 11)]
        base = made(rng, files, size)
        ours, theirs = branches(rng, kind, base, files)
        wanted = (ours & theirs) | (ours - base) | (theirs - base)
        for name, form in FORMS.items():
            root = repository.commit(form(base))
            text = repository.merge(*(repository.commit(form(side), root) for side in (ours, theirs)))
            found[name] += text is None
            assert text is None or {one._replace(line=0) for one in parsed(text, "x")} == wanted
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trials", type=int, default=60)
    trials = parser.parse_args().trials
    print(f"{'conflicts of ' + str(trials) + ' merges':32}" + "".join(f"{name:>12}" for name in FORMS))
    with tempfile.TemporaryDirectory() as folder:
        repository = Repository(folder)
        for size in (10, 60):
            for kind in KINDS:
                found = conflicts(repository, kind, size, trials)
                print(f"{kind + f', {size} entries':32}" + "".join(f"{found[name]:12}" for name in FORMS), flush=True)


if __name__ == "__main__":
    main()
