"""English figures and dates: numerals, units, ranges, what is counted, when."""
