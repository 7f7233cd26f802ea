"""Which source file belongs to which target, by the patterns of a configuration."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import NamedTuple

NAME = "{name}"


class Pairing(NamedTuple):
    """Two paths, relative to the folder of the configuration; ``{name}`` stands for any text, the same in both."""

    source: str
    target: str


def source_of(path: str, folder: str, pairings: Iterable[Pairing]) -> str:
    """The path of the source that a target has by the first pattern it matches; "" where it matches none."""
    relative = os.path.relpath(path, folder or ".").replace(os.sep, "/")
    for pairing in pairings:
        parts = map(re.escape, os.path.normpath(pairing.target).replace(os.sep, "/").split(NAME))
        if match := re.fullmatch("(.+)".join(parts), relative, re.DOTALL):
            return os.path.normpath(os.path.join(folder, pairing.source.replace(NAME, "".join(match.groups()))))
    return ""
