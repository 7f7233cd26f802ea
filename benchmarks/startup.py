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
TERMCHECK = str(Path(sys.executable).with_name("termcheck"))  # as it is installed
CHECK = [TERMCHECK, "check", "-q", "--exit-zero"]
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "--version": [TERMCHECK, "--version"],
    "--help": [TERMCHECK, "--help"],
    "check (seed, glossary)": [*CHECK, "-g", "glossary", SEED],
    "check (seed, no glossary)": [*CHECK, "--no-glossary", SEED],
    "check (empty text)": [*CHECK, "--no-glossary", os.devnull],
}
BOUNDS = {"--version": 6, "check (seed, glossary)": 25}


def seconds(command: list[str], environment: dict[str, str]) -> float:
    """The time of one run."""
    begin = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - begin


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=15)
    runs = parser.parse_args().runs
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for command in COMMANDS.values():
        seconds(command, environment)
    for _ in range(runs):  # in turn, so that a busy moment of the machine falls on all alike
        for name, command in COMMANDS.items():
            taken[name].append(seconds(command, environment))
    bare = statistics.median(taken["python -c pass"])
    for name, times in taken.items():
        median = statistics.median(times)
        bound = f"  (bound {BOUNDS[name]})" if name in BOUNDS else ""
        print(f"{name:28} {1000 * median:7.1f} ms {median / bare:6.1f} times{bound}")
    return int(any(statistics.median(taken[name]) > bound * bare for name, bound in BOUNDS.items()))


if __name__ == "__main__":
    sys.exit(main())
