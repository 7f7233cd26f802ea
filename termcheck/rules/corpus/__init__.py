"""One thing has one name and one figure in all texts of a house.

These rules read what the texts of an archive attest. They run where an archive
is read (`termcheck archive`); a check of single texts leaves them out.
"""

from __future__ import annotations

from ...rule import Rule
from . import figure, name, rendering

RULES: tuple[Rule, ...] = (rendering.RULE, name.RULE, figure.RULE)
