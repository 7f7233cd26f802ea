"""What of a source answers what of its translation: figures by value, names by their readings and their codes.

Rules ask for it to find what is wrong, a study to show what belongs together.
"""
