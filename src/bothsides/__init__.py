"""bothsides."""
