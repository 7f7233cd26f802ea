"""Figures agree with each other, with the glossary, and with what is listed."""

from __future__ import annotations

from ...rule import Rule

RULES: tuple[Rule, ...] = ()
