"""Template tags of what people read."""
