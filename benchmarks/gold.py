"""The seed against its annotation: with the glossary, with preferred and allowed forms only, and with none.

    python benchmarks/gold.py [--list]

The annotation and its scorer are read from the shared folder, which is not part of the project.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SCORE = ROOT.parent / "shared" / "gold" / "score.py"
SEED = ROOT / "seeds" / "scio-briefing-chongqing-2024-06-05.txt"
# A key of an entry with its block: forbidden forms, and the examples that show them.
_BLOCK = re.compile(r"^    (?:forbidden|examples):.*\n(?:     .*\n)*", re.MULTILINE)


def score(title: str, *options: str) -> None:
    """Print the scorer's figures for a check of the seed under the given options."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [sys.executable, "-m", "termcheck", "check", "-q", "-f", "json", "-o", str(report), "--exit-zero"]
        subprocess.run([*command, *options, str(SEED)], check=True)
        extra = sys.argv[1:2]
        printed = subprocess.run([sys.executable, str(SCORE), str(report), *extra], check=True, capture_output=True)
    print(f"== {title}\n{printed.stdout.decode()}")


def main() -> int:
    if not SCORE.is_file():
        sys.exit(f"no annotation at {SCORE}")
    score("the project's glossary", "-g", str(ROOT / "glossary"))
    with tempfile.TemporaryDirectory() as folder:
        for path in (ROOT / "glossary").glob("*.yaml"):
            bare = _BLOCK.sub("", path.read_text(encoding="utf-8"))
            (Path(folder) / path.name).write_text(bare, encoding="utf-8")
        score("preferred and allowed forms only", "-g", folder)
    score("no glossary", "--no-glossary")
    return 0


if __name__ == "__main__":
    sys.exit(main())
