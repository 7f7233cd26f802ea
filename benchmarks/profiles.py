"""Where the time of a command goes: the functions that take most of it, as text beside the figures."""

from __future__ import annotations

import io
import pstats
import tempfile
from collections.abc import Sequence
from pathlib import Path

from processes import spent

MOST = 25
# The command leaves by os._exit, which would take the profile with it; what is imported counts too.
_CODE = """
import cProfile, os, sys
kept, sys.argv, os._exit = sys.argv[1], sys.argv[1:], lambda code: None
with cProfile.Profile() as profile:
    from termcheck.__main__ import main
    main()
profile.dump_stats(kept)
"""


def profile(python: str, arguments: Sequence[str], cwd: Path, cache: Path) -> str:
    """The functions of a command of termcheck that take most time, alone and with all they call."""
    told = io.StringIO()
    with tempfile.NamedTemporaryFile(suffix=".prof") as kept:
        spent([python, "-c", _CODE, kept.name, *arguments], cwd, 3600, cache)
        stats = pstats.Stats(kept.name, stream=told).strip_dirs()
    for order in ("tottime", "cumulative"):
        stats.sort_stats(order).print_stats(MOST)
    return "\n".join(line.rstrip() for line in told.getvalue().splitlines() if ".prof" not in line).strip() + "\n"
