"""YAML read strictly: every value with its line, nothing guessed, nothing silently dropped.

Read as libyaml events, so that a scalar stays the text it is written as
("33618", "no", "2024-06" are never numbers or booleans).
"""

from __future__ import annotations
