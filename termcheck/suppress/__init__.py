"""Which issues an editor has accepted: decisions in their file and in comments, applied to the issues of a text."""

from .accepted import RULE_IDS, Accepted, Decision, load
from .decide import NOTICES, Notice, decide, faults, stale
from .markers import Markers

__all__ = ["NOTICES", "RULE_IDS", "Accepted", "Decision", "Markers", "Notice", "decide", "faults", "load", "stale"]
