"""What the figures of a text say of each other: statements, conversions, points, code names, days.

The rules find what is wrong in it, the style report shows all of it.
"""
