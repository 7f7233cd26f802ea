"""What crews are given to do in tests: here and not in a test, as every worker loads what it is to do."""

from __future__ import annotations

import os
import time
from pathlib import Path

from termcheck.plan import Task


def read(task: Task) -> str:
    """What stands in a file; it may say what is to happen to whoever reads it."""
    text = Path(task.path).read_text(encoding="utf-8")
    if text == "die":
        os._exit(1)
    if text == "fail":
        raise LookupError(f"{task.name}\nand more")
    time.sleep({"slow": 0.2, "soon": 0.02}.get(text, 0))
    return text


def who(task: Task) -> tuple[str, int]:
    """What stands in a file, and which process read it."""
    return read(task), os.getpid()
