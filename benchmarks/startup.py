"""Start-up: how long commands take, as multiples of a Python that does nothing.

    python benchmarks/startup.py [--runs 15]

Bytecode is written first, as in any installation. Medians; the bounds are 6 for --version and 25 for the check of
the seed with the project's glossary.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SEED = "seeds/scio-briefing-chongqing-2024-06-05.txt"
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "--version": ["-m", "termcheck", "--version"],
    "--help": ["-m", "termcheck", "--help"],
    "check (seed, glossary)": ["-m", "termcheck", "check", "-q", "--exit-zero", "-g", "glossary", SEED],
    "check (seed, no glossary)": ["-m", "termcheck", "check", "-q", "--exit-zero", "--no-glossary", SEED],
    "check (empty text)": ["-m", "termcheck", "check", "-q", "--no-glossary", os.devnull],
}
BOUNDS = {"--version": 6, "check (seed, glossary)": 25}


def seconds(arguments: list[str], environment: dict[str, str]) -> float:
    """The time of one run."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for arguments in COMMANDS.values():
        seconds(arguments, environment)
    for _ in range(runs):  # in turn, so that a busy moment of the machine falls on all alike
        for name, arguments in COMMANDS.items():
            taken[name].append(seconds(arguments, environment))
    bare = statistics.median(taken["python -c pass"])
    for name, times in taken.items():
        median = statistics.median(times)
        bound = f"  (bound {BOUNDS[name]})" if name in BOUNDS else ""
        print(f"{name:28} {1000 * median:7.1f} ms {median / bare:6.1f} times{bound}")
    return int(any(statistics.median(taken[name]) > bound * bare for name, bound in BOUNDS.items()))


if __name__ == "__main__":
    sys.exit(main())
