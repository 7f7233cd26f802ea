"""How fast the files of two languages are read, and in how much memory, the file many times larger than either.

    python benchmarks/reading_tables.py [../shared/data/tico19/all.en-zh.tsv ../shared/data/tico19/all.en-zh.tmx]

Each file is repeated to about 50 MB, as one table and one memory, and read by a process of its own; nothing is checked.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from importlib import import_module

from termcheck.readers import TABLES

SIZE = 50_000_000
FILES = ["../shared/data/tico19/all.en-zh.tsv", "../shared/data/tico19/all.en-zh.tmx"]


def repeated(path: str, folder: str) -> str:
    """A file of about SIZE bytes that holds the rows or units of another many times."""
    with open(path, "rb") as stream:
        data = stream.read()
    parts = re.fullmatch(rb"(.*?<body>)(.*)(</body>.*)", data, re.DOTALL) or re.fullmatch(
        rb"(.*?\n)(.*)()", data, re.DOTALL
    )
    assert parts
    large = os.path.join(folder, os.path.basename(path))
    with open(large, "wb") as out:
        out.write(parts[1])
        for _ in range(SIZE // len(parts[2])):
            out.write(parts[2])
        out.write(parts[3])
    return large


def measure(path: str) -> None:
    """Read a file and print what that took."""
    suffix = os.path.splitext(path)[1]
    read, before = import_module(f"termcheck.readers.{TABLES[suffix]}").read, _memory()
    begin = time.process_time()
    with open(path, "rb") as stream:
        units = sum(1 for _ in read(stream, path, "", ("zh", "en")).units)
    seconds = time.process_time() - begin
    size, peak = os.path.getsize(path) / 1e6, _memory()
    print(f"{suffix}: {size:.0f} MB, {units:,} units in {seconds:.1f} s: {units / seconds:,.0f} units/s", end="")
    print(f", {size / seconds:.1f} MB/s; peak {peak:.0f} MB, {peak - before:.0f} MB more than before")


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Measure each file in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for path in sys.argv[1:] or FILES:
            subprocess.run([sys.executable, __file__, "--one", repeated(path, folder)], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        measure(sys.argv[2])
    else:
        main()
