"""The user's cache folder: what one run made and the next can use. Losing it costs time and nothing else."""

from __future__ import annotations

import os
import sys

_OTHERS_MAY_WRITE = 0o022


def cache_file(name: str) -> str:
    """The path of a file in the cache folder, which is made if need be; "" where nobody but the user may write is none.

    What stands there is trusted like the program itself, so a folder that others can write to is not used.
    """
    folder = os.path.join(_home(), "termcheck")
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)
        state = os.stat(folder)
    except OSError:
        return ""
    if hasattr(os, "getuid") and (state.st_uid != os.getuid() or state.st_mode & _OTHERS_MAY_WRITE):
        return ""
    return os.path.join(folder, name)


def _home() -> str:
    """Where the platform keeps caches."""
    if sys.platform == "win32":
        return os.environ.get("LOCALAPPDATA") or os.path.expanduser("~")
    if sys.platform == "darwin":
        return os.path.expanduser("~/Library/Caches")
    return os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
