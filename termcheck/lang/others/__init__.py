"""Figures and dates in languages that have no reader of their own."""
