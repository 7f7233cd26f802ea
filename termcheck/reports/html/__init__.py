"""The style report: pages of HTML that need nothing but themselves.

The templates say how a report looks, `view` what they are given. Every text
is escaped; scripts and styles are known to the page by their digests, and
nothing else may be loaded or run.
"""

from .page import render, split, stale
from .view import Report, view

__all__ = ["Report", "render", "split", "stale", "view"]
