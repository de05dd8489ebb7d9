"""Monthly mail: the same figures as on the one-pager, once a month, to whoever asked for it."""
