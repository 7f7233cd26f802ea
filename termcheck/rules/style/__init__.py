"""The small marks of a careful edit, where every editor agrees."""
