"""Consistency and terminology checker for translated transcripts."""

__version__ = "0.1.0"
