"""Chinese: numbers, units and dates, read from folded text (simplified characters, half-width signs)."""
