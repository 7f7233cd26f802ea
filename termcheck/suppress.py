"""Decisions: which issues an editor has accepted, and why."""
