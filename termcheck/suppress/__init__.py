"""Which issues an editor has accepted: decisions in their file and in comments, applied to the issues of a text."""

from .accepted import RULE_IDS, Accepted, Decision, load
from .baseline import Baseline
from .decide import NOTICES, Notice, Used, decide, faults, stale, unneeded
from .markers import Markers

__all__ = [
    "NOTICES",
    "RULE_IDS",
    "Accepted",
    "Baseline",
    "Decision",
    "Markers",
    "Notice",
    "Used",
    "decide",
    "faults",
    "load",
    "stale",
    "unneeded",
]
